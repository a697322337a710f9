import type { Person } from '#shared/api.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import { mostResistance, type Vote, type VoteKind, type VoteView } from '#shared/day/vote.ts'
import { readClusters, readNotes } from '#shared/board.ts'
import { Refusal } from '#shared/refusal.ts'
import { latestDecision, standingResults } from '#shared/result.ts'
import { groupOf } from '#shared/template.ts'
import { listedNotes } from '#shared/zone.ts'
import type { Day } from './day.ts'
import { pointsMinute } from './pointsMinute.ts'
import { ledVote, viewOf } from './votes.ts'
import { votesAt } from './votesAt.ts'

type Asked = { readonly kind: VoteKind; readonly items?: readonly string[] | undefined }

/** Members may give points from now on. Asked for twice, it is one vote. */
export const openVote = (day: Day, person: Person, name: string, asked: Asked): Promise<VoteView> =>
  day.inOrder(() => openAt(day, person, day.ledBy(person, name), asked))

/** Again, from the beginning: what was counted stays beside it. */
export const reopenVote = (day: Day, person: Person, id: string): Promise<VoteView> =>
  day.inOrder(async () => {
    const { kind, stage, items } = ledVote(day, person, id)
    const standing = new Set(await standingItems(day, stage))
    return openAt(day, person, stage, { kind, items: items.filter((item) => standing.has(item)) })
  })

const openAt = async (day: Day, person: Person, stage: Stage, { kind, items }: Asked): Promise<VoteView> => {
  const { records, now, newId } = day.ports
  const running = votesAt(day.ports.records, stage).find(({ closedAt }) => closedAt === null)
  if (running && running.kind !== kind) throw new Refusal('voteOpen')
  if (running) return viewOf(records, person)(running)
  const standing = await standingItems(day, stage)
  if (stage === 'plenum' && standing.length === 0) throw new Refusal('nothingAdopted')
  if (items?.some((item) => !standing.includes(item))) throw new Refusal('itemUnknown')
  const chosen = items
    ? standing.filter((item) => items.includes(item))
    : usualItems(day, stage, kind, standing)
  if (chosen.length === 0) throw new Refusal('voteEmpty')
  const vote: Vote = {
    id: newId(),
    stage,
    kind,
    items: chosen,
    ...budgetOf(day, stage, kind, chosen.length),
    openedAt: now(),
    closedAt: null,
    byHand: {},
    tally: null,
  }
  await records.commit([{ table: 'vote', id: vote.id, value: vote }, ...pointsMinute(day, 'opened', vote)])
  return viewOf(records, person)(vote)
}

/** Points may go to everything that stands there; a second round asks about what got some. */
const usualItems = (
  day: Day,
  stage: Stage,
  kind: VoteKind,
  standing: readonly string[],
): readonly string[] => {
  if (kind === 'points') return standing
  const last = votesAt(day.ports.records, stage).findLast(
    (vote) => vote.kind === 'points' && vote.tally !== null,
  )
  const hasSome = (item: string) => (last?.tally?.totals[item] ?? 0) + (last?.byHand[item] ?? 0) > 0
  const usual = standing.filter(hasSome)
  return usual.length > 0 ? usual : standing
}

const budgetOf = (
  { ports: { plan } }: Day,
  stage: Stage,
  kind: VoteKind,
  count: number,
): Pick<Vote, 'budget' | 'most'> => {
  if (kind === 'resistance') return { budget: mostResistance * count, most: mostResistance }
  const { pointsPerPerson, maxPointsPerNote, plenumPointsPerPerson, plenumMaxPointsPerItem } = plan.voting
  return stage === 'plenum'
    ? { budget: plenumPointsPerPerson, most: plenumMaxPointsPerItem }
    : { budget: pointsPerPerson, most: maxPointsPerNote }
}

/**
 * What may be voted on now, in the order of its list: the cards of a group but for its Themenspeicher; in the Plenum
 * results that are adopted and of a kind that the template names.
 */
const standingItems = async ({ ports }: Day, stage: Stage): Promise<readonly string[]> => {
  const { records, plan, rooms } = ports
  if (stage === 'plenum') {
    const results = records.all('result').map(([, result]) => result)
    const decisions = records.all('decision').map(([, decision]) => decision)
    return standingResults(results, plan)
      .filter(({ kind }) => plan.voting.plenumKinds.includes(kind))
      .filter(({ id }) => latestDecision(id, decisions)?.outcome === 'adopted')
      .map(({ id }) => id)
  }
  const questions = groupOf(plan, stage)?.questions.map(({ id }) => id) ?? []
  const room = await rooms.place({ kind: 'group', group: stage })
  return room.read((doc) => listedNotes(readNotes(doc), readClusters(doc), questions))
}
