import { useTellGiving } from '../points/useTellGiving.ts'
import { useGroupPoints, type GroupPointsAsked } from './useGroupPoints.ts'

/** Points of a group's page: a line above the board, and giving them in its place. */
export function GroupPoints(asked: GroupPointsAsked) {
  const { bar, page } = useGroupPoints(asked)
  useTellGiving(page !== null)
  return (
    <>
      {bar}
      {page}
    </>
  )
}
