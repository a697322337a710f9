import type { ConsentOption } from '../template.ts'
import type { ConsentBallot } from './consent.ts'

/** Set answers and raised hands together: every option of the plan, in its order. */
export const consentCount = (
  options: readonly Pick<ConsentOption, 'id'>[],
  ballots: Iterable<Pick<ConsentBallot, 'option'>>,
  hands: Readonly<Record<string, number>>,
): Record<string, number> => {
  const counts = new Map(options.map(({ id }) => [id, Object.hasOwn(hands, id) ? (hands[id] ?? 0) : 0]))
  for (const { option } of ballots) counts.set(option, (counts.get(option) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** Answers that stand in the way of adopting. */
export const blockingCount = (
  options: readonly Pick<ConsentOption, 'id' | 'blocks'>[],
  counts: Readonly<Record<string, number>>,
): number => options.filter(({ blocks }) => blocks).reduce((sum, { id }) => sum + (counts[id] ?? 0), 0)

export const countSum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
