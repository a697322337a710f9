import type { Vote } from './vote.ts'

/** What a card got, and what of it went to the cards that were put together into it. */
export type CardPoints = {
  /** With the hands (Sammelpunkte). */
  readonly total: number
  readonly byHand: number
  readonly parts: readonly { readonly item: string; readonly points: number; readonly byHand: number }[]
}

/**
 * The points of a closed vote by the card that stands there now: what was put together since shows the sum, with its
 * parts. `cardOf` says where an item stands, `items` themselves for most.
 */
export const pointsByCard = (
  { items, tally, byHand }: Pick<Vote, 'items' | 'tally' | 'byHand'>,
  cardOf: (item: string) => string,
): ReadonlyMap<string, CardPoints> => {
  const cards = new Map<string, CardPoints>()
  for (const item of tally ? items : []) {
    const points = tally?.totals[item] ?? 0
    const hands = byHand[item] ?? 0
    const card = cardOf(item)
    const { total, byHand: before, parts } = cards.get(card) ?? { total: 0, byHand: 0, parts: [] }
    cards.set(card, {
      total: total + points + hands,
      byHand: before + hands,
      parts: [...parts, { item, points, byHand: hands }],
    })
  }
  return cards
}

/** The vote whose points count: the latest that was closed. */
export const countedVote = <V extends Vote>(votes: readonly V[], kind: Vote['kind'] = 'points'): V | null =>
  votes.findLast((vote) => vote.kind === kind && vote.tally !== null) ?? null
