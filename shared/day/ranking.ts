import { pointsByCard } from './pointsByCard.ts'
import { isDisputed, type Spread, type Vote } from './vote.ts'

/** One place of a closed vote; those with the same result share a rank, and the next one is as many further down. */
export type Ranked = {
  /** The card or result that stands there now. */
  readonly item: string
  readonly rank: number
  /** With the hands; of a second round 0. */
  readonly points: number
  /** Of a second round, null where nobody answered. */
  readonly spread: Spread | null
  readonly isDisputed: boolean
}

/**
 * What came out, the most points first, of a second round the least resistance; within a rank in the order of the list.
 * Nothing is left out: what nobody gave anything to stands at the end.
 */
export const ranking = (
  vote: Pick<Vote, 'kind' | 'items' | 'tally' | 'byHand'>,
  cardOf: (item: string) => string = (item) => item,
): readonly Ranked[] => {
  const found =
    vote.kind === 'points'
      ? [...pointsByCard(vote, cardOf)].map(([item, { total }]) => ({ item, points: total, spread: null }))
      : vote.items.map((item) => ({ item, points: 0, spread: vote.tally?.spread[item] ?? null }))
  const weight = ({ points, spread }: (typeof found)[number]) =>
    vote.kind === 'points' ? -points : (spread?.mean ?? Infinity)
  const sorted = found.toSorted((one, other) => compare(weight(one), weight(other)))
  return sorted.map((one) => ({
    ...one,
    rank: 1 + sorted.findIndex((other) => weight(other) === weight(one)),
    isDisputed: one.spread !== null && isDisputed(one.spread),
  }))
}

/** Infinity less Infinity is no number. */
const compare = (one: number, other: number): number => (one < other ? -1 : one > other ? 1 : 0)
