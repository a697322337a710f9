import { setImmediate } from 'node:timers/promises'

/** Times of the same thing done again and again, in ms. */
export type Spread = { readonly samples: number; readonly median: number; readonly p99: number }

export const spreadOf = (times: readonly number[]): Spread => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.floor(sorted.length * share)] ?? 0)
  return { samples: sorted.length, median: at(0.5), p99: at(0.99) }
}

const rounded = (ms: number) => Number(ms.toPrecision(3))

const warmUp = 20
const budgetMs = 1_500

/** Does it up to `times` times after a warm-up, less often where it is slow: the doctor is done in seconds. */
export const repeated = async (
  times: number,
  signal: AbortSignal,
  once: () => number | Promise<number>,
): Promise<Spread> => {
  const startedAt = performance.now()
  const spent = () => performance.now() - startedAt
  const took: number[] = []
  for (let round = 0; took.length < times && (took.length === 0 || spent() < budgetMs); round++) {
    const ms = await once()
    if (round >= warmUp || spent() > budgetMs / 3) took.push(ms)
    // Lets Ctrl+C be heard between two syncs.
    await setImmediate()
    signal.throwIfAborted()
  }
  return spreadOf(took)
}
