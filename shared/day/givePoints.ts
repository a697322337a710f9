import { Refusal } from '../refusal.ts'
import type { Ballot, Vote } from './vote.ts'

type Given = { readonly item: string; readonly points: number | null }

/** The ballot after somebody gave an item so many points. What is not possible is refused and changes nothing. */
export const givePoints = (vote: Vote, ballot: Ballot, { item, points }: Given): Ballot => {
  if (vote.closedAt !== null) throw new Refusal('voteClosed')
  if (!vote.items.includes(item)) throw new Refusal('itemUnknown')
  const { [item]: before = 0, ...others } = ballot
  if (points === null || (points === 0 && vote.kind === 'points')) return others
  if (!Number.isInteger(points) || points < 0) throw new Refusal('badRequest', { field: 'points' })
  if (points > vote.most) throw new Refusal('pointsTooMany', { most: String(vote.most) })
  const spent = pointsOf(others)
  // Who gives less than before is never refused.
  if (points > before && spent + points > vote.budget)
    throw new Refusal('pointsSpent', { budget: String(vote.budget) })
  return { ...others, [item]: points }
}

export const pointsOf = (ballot: Ballot): number =>
  Object.values(ballot).reduce((sum, points) => sum + points, 0)
