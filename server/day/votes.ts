import type { Person } from '#shared/api.ts'
import type { PersonId } from '#shared/ids.ts'
import { givePoints } from '#shared/day/givePoints.ts'
import { tallyOf, type Cast } from '#shared/day/tally.ts'
import { votesIn, type Ballot, type Vote, type VotesAnswer, type VoteView } from '#shared/day/vote.ts'
import { Refusal } from '#shared/refusal.ts'
import { runs } from '#shared/roles.ts'
import type { Records, RecordChange } from '../records.ts'
import type { Day } from './day.ts'
import { pointsMinute } from './pointsMinute.ts'
import { votesAt } from './votesAt.ts'
import { wipeTraces } from './wipeTraces.ts'

type Points = { readonly item: string; readonly points: number | null }
type HandPoints = { readonly item: string; readonly points: number }

/** What one gives from now on. Sent again, or from a second device, it is the same and counts once. */
export const setPoints = (day: Day, person: Person, id: string, points: Points): Promise<VoteView> =>
  day.inOrder(async () => {
    const { records } = day.ports
    const vote = voteOf(records, id)
    if (!votesIn(person, vote.stage)) throw new Refusal('voteNotYours')
    const before = ballotOf(records, vote, person.id)
    const ballot = givePoints(vote, before, points)
    if (before[points.item] !== ballot[points.item]) {
      const value = Object.keys(ballot).length > 0 ? ballot : null
      const doubles = rowsOf(records, vote).filter(({ owner }) => owner === person.id)
      await records.commit([
        ...doubles.map(({ row }): RecordChange => ({ table: 'ballot', id: row, value: null })),
        { table: 'ballot', id: `${id}/${person.id}`, value },
      ])
    }
    return viewOf(records, person)(vote)
  })

/** Points that people without a device gave by hand (Sammelpunkte): counted apart, told when the vote is closed. */
export const setHandPoints = (day: Day, person: Person, id: string, given: HandPoints): Promise<VoteView> =>
  day.inOrder(async () => {
    const { records } = day.ports
    const vote = ledVote(day, person, id)
    if (vote.closedAt !== null) throw new Refusal('voteClosed')
    if (!vote.items.includes(given.item)) throw new Refusal('itemUnknown')
    if (vote.kind !== 'points') throw new Refusal('badRequest', { field: 'kind' })
    const { [given.item]: _before, ...others } = records.get('hand', id) ?? {}
    const value = given.points > 0 ? { ...others, [given.item]: given.points } : others
    await records.commit([{ table: 'hand', id, value }])
    return viewOf(records, person)(vote)
  })

/**
 * Counts, and keeps nothing but what was counted: totals come in and ballots go out in one commit, then the store's files
 * are wiped (W9). Closed already, it only makes sure of that.
 */
export const closeVote = (day: Day, person: Person, id: string): Promise<VoteView> =>
  day.inOrder(async () => {
    const { records, now } = day.ports
    const vote = ledVote(day, person, id)
    if (vote.closedAt === null) {
      const casts = [...ballotsOf(records, vote)].map(([voter, ballot]): Cast => ({
        level: records.get('person', voter)?.level ?? null,
        ballot,
      }))
      const closed: Vote = {
        ...vote,
        closedAt: now(),
        byHand: records.get('hand', id) ?? {},
        tally: tallyOf(vote, casts),
      }
      await records.commit([
        { table: 'vote', id, value: closed },
        ...pointsMinute(day, 'closed', closed),
        { table: 'hand', id, value: null },
        { table: 'unwiped', id, value: { at: now() } },
        ...rowsOf(records, vote).map(({ row }): RecordChange => ({ table: 'ballot', id: row, value: null })),
      ])
    }
    await wipeTraces(day)
    return viewOf(records, person)(voteOf(records, id))
  })

/** All votes of a stage, the oldest first, as this person may know them. */
export const votesOf = (day: Day, person: Person, name: string): VotesAnswer => {
  const stage = day.stage(name)
  return { votes: votesAt(day.ports.records, stage).map(viewOf(day.ports.records, person)) }
}

/** A vote for somebody who leads where it is held. */
export const ledVote = (day: Day, person: Person, id: string): Vote => {
  const vote = voteOf(day.ports.records, id)
  day.ledBy(person, vote.stage)
  return vote
}

/** Nobody is told what others gave, nor the sums, before it is closed; who leads hears how many have given something. */
export const viewOf =
  (records: Records, person: Person) =>
  (vote: Vote): VoteView => {
    const isOpen = vote.closedAt === null
    const leads = isOpen && runs(person, vote.stage)
    const mayVote = isOpen && votesIn(person, vote.stage)
    return {
      ...vote,
      byHand: isOpen ? (leads && records.get('hand', vote.id)) || {} : vote.byHand,
      mayVote,
      own: mayVote ? ballotOf(records, vote, person.id) : {},
      voted: leads ? ballotsOf(records, vote).size : null,
    }
  }

const voteOf = (records: Records, id: string): Vote => {
  const vote = records.get('vote', id)
  if (!vote) throw new Refusal('notFound')
  return vote
}

type BallotRow = {
  readonly row: string
  /** Who gave it; of two rows of one human that were put together meanwhile, the one that is left. */
  readonly owner: PersonId
  readonly isOwn: boolean
  readonly ballot: Ballot
}
const rowsOf = (records: Records, { id }: Vote): BallotRow[] =>
  records.all('ballot').flatMap(([row, ballot]) => {
    const [vote, person] = row.split('/') as [string, PersonId]
    const owner = records.get('alias', person)?.into ?? person
    return vote === id ? [{ row, owner, isOwn: owner === person, ballot }] : []
  })

/** One ballot a person: who is gone has none, and nobody has two. */
const ballotsOf = (records: Records, vote: Vote): ReadonlyMap<PersonId, Ballot> => {
  const ballots = new Map<PersonId, Ballot>()
  for (const { owner, isOwn, ballot } of rowsOf(records, vote))
    if (records.get('person', owner) && (isOwn || !ballots.has(owner))) ballots.set(owner, ballot)
  return ballots
}
const ballotOf = (records: Records, vote: Vote, person: PersonId): Ballot =>
  ballotsOf(records, vote).get(person) ?? {}
