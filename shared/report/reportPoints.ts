import { ranking } from '../day/ranking.ts'
import type { Vote } from '../day/vote.ts'
import type { KindId, ResultId } from '../ids.ts'
import type { Result } from '../result.ts'

/** What the Plenum gave its points to: everything that could get some, by rank. */
export type ReportPoints = {
  readonly perPerson: number
  readonly most: number
  /** By devices. `available`: all that could be given; null where that is not known any more. */
  readonly given: number
  readonly available: number | null
  readonly voters: number
  /** Of people without a device, counted together; part of each sum. */
  readonly byHand: number
  readonly ranks: readonly ReportRank[]
}
export type ReportRank = {
  readonly rank: number
  /** M10; a result that was dissolved since has none. */
  readonly name: string | null
  readonly title: string
  readonly kind: KindId | null
  readonly points: number
}

/** What the Plenum gave; null where nobody gave anything, or nothing was counted yet. */
export const reportPoints = (
  vote: Vote | null,
  members: number,
  results: readonly Result[],
  names: ReadonlyMap<ResultId, string>,
): ReportPoints | null => {
  if (!vote?.tally) return null
  const { totals, voters } = vote.tally
  const sum = (points: Readonly<Record<string, number>>) =>
    vote.items.reduce((all, item) => all + (points[item] ?? 0), 0)
  const given = sum(totals)
  const byHand = sum(vote.byHand)
  if (given + byHand === 0) return null
  const available = vote.budget * members
  return {
    perPerson: vote.budget,
    most: vote.most,
    given,
    available: available >= given ? available : null,
    voters,
    byHand,
    ranks: ranking(vote).map(({ item, rank, points }) => {
      const result = results.find(({ id }) => id === item)
      return {
        rank,
        name: names.get(item as ResultId) ?? null,
        title: result?.title ?? '',
        kind: result?.kind ?? null,
        points,
      }
    }),
  }
}
