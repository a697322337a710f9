/** A figure that was measured several times. */
export type Spread = { readonly median: number; readonly low: number; readonly high: number }

/** The value below which a share of all lies; the list must be sorted. */
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

export const percentile = (values: readonly number[], share: number): number => at(ascending(values), share)

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = ascending(values.filter((value) => !Number.isNaN(value)))
  const middle = (sorted.length - 1) / 2
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2
  return { median, low: at(sorted, 0), high: sorted.at(-1) ?? NaN }
}

/** Round by round: what drifts while a bench runs hits both sides of each ratio alike. */
export const ratiosOf = (ours: readonly number[], theirs: readonly number[]): Spread =>
  spreadOf(ours.map((value, round) => value / (theirs[round] ?? NaN)))
