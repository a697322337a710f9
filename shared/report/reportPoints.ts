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

/** Equal sums share a rank, and the next one counts all before it. */
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
  const pointsOf = (item: string) => (totals[item] ?? 0) + (vote.byHand[item] ?? 0)
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
    ranks: vote.items
      .map((item): ReportRank => {
        const result = results.find(({ id }) => id === item)
        const better = vote.items.filter((other) => pointsOf(other) > pointsOf(item)).length
        return {
          rank: better + 1,
          name: names.get(item as ResultId) ?? null,
          title: result?.title ?? '',
          kind: result?.kind ?? null,
          points: pointsOf(item),
        }
      })
      .sort((a, b) => a.rank - b.rank),
  }
}
