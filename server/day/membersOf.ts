import type { Person } from '#shared/api.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import type { Records } from '../records.ts'

/** Everyone who takes part belongs to the Plenum. */
export const isMemberOf = ({ role, seat }: Person, stage: Stage): boolean =>
  role === 'member' && (stage === 'plenum' || (seat?.kind === 'group' && seat.group === stage))

export const membersOf = (records: Records, stage: Stage): Person[] =>
  records.all('person').flatMap(([, person]) => (isMemberOf(person, stage) ? [person] : []))

/** Members who are done with what runs: of this round, and still members here. */
export const doneIn = (records: Records, stage: Stage): Person[] => {
  const round = records.get('phase', stage)?.round
  if (round === undefined) return []
  return membersOf(records, stage).filter(({ id }) => records.get('done', `${stage}/${id}`)?.round === round)
}
