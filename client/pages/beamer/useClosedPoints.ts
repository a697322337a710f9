import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { VotesAnswer } from '#shared/day/vote.ts'
import type { GroupId, NoteId } from '#shared/ids.ts'
import { call } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'

/** Points of the last vote of a group, as soon as it is closed. */
export const useClosedPoints = (group: GroupId): ((note: NoteId) => number | null) => {
  const answer = useQuery({
    queryKey: [...keys.votes, group],
    queryFn: ({ signal }) =>
      call<VotesAnswer>('GET', `/api/stages/${encodeURIComponent(group)}/votes`, undefined, signal),
  }).data
  return useMemo(() => closedPoints(answer), [answer])
}

export const closedPoints = (answer: VotesAnswer | undefined): ((note: NoteId) => number | null) => {
  const last = answer?.votes.filter(({ kind }) => kind === 'points').at(-1)
  if (!last?.tally || last.closedAt === null) return () => null
  const { tally, byHand, items } = last
  return (note) => (items.includes(note) ? (tally.totals[note] ?? 0) + (byHand[note] ?? 0) : null)
}
