import type { ConsentBallot } from '#shared/plenum/consent.ts'
import type { PersonId } from '#shared/ids.ts'
import type { RecordChange, Records } from '../records.ts'

type BallotRow = {
  readonly row: string
  /** Who answered; of two rows of one human that were put together meanwhile, the one that is left. */
  readonly owner: PersonId
  readonly isOwn: boolean
  readonly ballot: ConsentBallot
}
const rowsOf = (records: Records, consent: string): BallotRow[] =>
  records.all('consentBallot').flatMap(([row, ballot]) => {
    const [of, person] = row.split('/') as [string, PersonId]
    const owner = records.get('alias', person)?.into ?? person
    return of === consent ? [{ row, owner, isOwn: owner === person, ballot }] : []
  })

/** One answer a person: who is gone has none, and nobody has two. */
export const ballotsOf = (records: Records, consent: string): ReadonlyMap<PersonId, ConsentBallot> => {
  const ballots = new Map<PersonId, ConsentBallot>()
  for (const { owner, isOwn, ballot } of rowsOf(records, consent))
    if (records.get('person', owner) && (isOwn || !ballots.has(owner))) ballots.set(owner, ballot)
  return ballots
}

/** Puts an answer in place of whatever this human answered before. */
export const answerRows = (
  records: Records,
  consent: string,
  person: PersonId,
  ballot: ConsentBallot,
): RecordChange[] => [
  ...rowsOf(records, consent)
    .filter(({ owner, isOwn }) => owner === person && !isOwn)
    .map(({ row }): RecordChange => ({ table: 'consentBallot', id: row, value: null })),
  { table: 'consentBallot', id: `${consent}/${person}`, value: ballot },
]

/** Takes all answers away, and says so that the files are to be wiped (W9). */
export const forgetRows = (records: Records, consent: string, at: number): RecordChange[] => [
  ...rowsOf(records, consent).map(({ row }): RecordChange => ({
    table: 'consentBallot',
    id: row,
    value: null,
  })),
  { table: 'consentHands', id: consent, value: null },
  { table: 'unwiped', id: consent, value: { at } },
]
