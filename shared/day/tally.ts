import type { LevelId } from '../ids.ts'
import type { Ballot, LevelTally, Spread, Tally, Vote } from './vote.ts'

/** One ballot as it is counted: without a name. */
export type Cast = { readonly level: LevelId | null; readonly ballot: Ballot }

/** Fewer people than this are never shown by themselves. */
const smallestCell = 5

/** What is left of the ballots when a vote is closed. Their order makes no difference. */
export const tallyOf = ({ kind, items }: Pick<Vote, 'kind' | 'items'>, casts: readonly Cast[]): Tally => {
  const counted = casts.filter(({ ballot }) => Object.keys(ballot).length > 0)
  const given = (item: string, some: readonly Cast[] = counted) =>
    some.flatMap(({ ballot }) => (Object.hasOwn(ballot, item) ? [ballot[item] as number] : []))
  const spread =
    kind === 'resistance'
      ? Object.fromEntries(
          items.flatMap((item) => {
            const values = given(item)
            return values.length > 0 ? [[item, spreadOf(values)] as const] : []
          }),
        )
      : {}
  return {
    voters: counted.length,
    totals: Object.fromEntries(items.map((item) => [item, sum(given(item))])),
    spread,
    byLevel: byLevel({ kind, items }, counted, given),
  }
}

/**
 * Splits by level that lead back to nobody. What is told are sums over everybody and over some levels; whatever is added
 * to or taken from each other, what comes out are again people of told levels and the rest, in any combination. So each
 * told level, and the rest that nobody told of, must be five and more; the rest may be nobody. People need not answer
 * about every item of a resistance vote: there it holds for those who took part, and item by item.
 */
const byLevel = (
  { kind, items }: Pick<Vote, 'kind' | 'items'>,
  casts: readonly Cast[],
  given: (item: string, some: readonly Cast[]) => readonly number[],
): LevelTally[] => {
  const all = [...new Set(casts.flatMap(({ level }) => level ?? []))].sort()
  const of = (level: LevelId) => casts.filter((cast) => cast.level === level)
  const safe = (levels: readonly LevelId[], count: (some: readonly Cast[]) => number) =>
    safeLevels(
      levels.map((level) => ({ level, count: count(of(level)) })),
      count(casts),
    )
  // Whoever votes gives points to every item, if only none.
  const voting = safe(all, (some) => some.length)
  const told = new Map<LevelId, Record<string, number>>()
  for (const item of items)
    for (const level of kind === 'points' ? voting : safe(voting, (some) => given(item, some).length)) {
      const values = given(item, of(level))
      const total = kind === 'points' ? sum(values) : rounded(mean(values), 10)
      told.set(level, { ...told.get(level), [item]: total })
    }
  return all.flatMap((level) => {
    const totals = told.get(level)
    return totals ? [{ level, voters: of(level).length, totals }] : []
  })
}

/** The levels that may be told. As many as possible: while the rest is too few, the smallest joins it. */
const safeLevels = (
  cells: readonly { readonly level: LevelId; readonly count: number }[],
  all: number,
): readonly LevelId[] => {
  const safe = cells
    .filter(({ count }) => count >= smallestCell)
    .sort((a, b) => a.count - b.count || (a.level < b.level ? -1 : 1))
  const rest = () => all - sum(safe.map(({ count }) => count))
  while (safe.length > 0 && rest() > 0 && rest() < smallestCell) safe.shift()
  return safe.map(({ level }) => level)
}

const spreadOf = (values: readonly number[]): Spread => {
  const middle = mean(values)
  return {
    answers: values.length,
    mean: rounded(middle, 10),
    least: Math.min(...values),
    most: Math.max(...values),
    deviation: rounded(Math.sqrt(mean(values.map((value) => (value - middle) ** 2))), 100),
  }
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
const rounded = (value: number, steps: number) => Math.round(value * steps) / steps
