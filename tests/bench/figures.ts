import { ratiosOf, spreadOf, type Spread } from './spread.ts'

/** One line of the results: what was measured, how it spread over the rounds, and what DESIGN section 8 wants. */
export type Figure = {
  /** Row of DESIGN section 8. */
  readonly row: string
  readonly name: string
  readonly unit: string
  readonly spread: Spread
  readonly target: string | null
  readonly reached: boolean | null
}

type Target = { readonly atMost: number } | { readonly below: number }

const figure = (row: string, name: string, unit: string, spread: Spread, target?: Target): Figure => {
  if (!target) return { row, name, unit, spread, target: null, reached: null }
  const limit = 'below' in target ? target.below : target.atMost
  const reached = 'below' in target ? spread.median < limit : spread.median <= limit
  return { row, name, unit, spread, target: `${'below' in target ? '<' : '≤'} ${limit}`, reached }
}

export const absolute = (
  row: string,
  name: string,
  unit: string,
  values: readonly number[],
  target?: Target,
): Figure => figure(row, name, unit, spreadOf(values), target)

export const ratio = (
  row: string,
  name: string,
  ours: readonly number[],
  theirs: readonly number[],
  target?: Target,
): Figure => figure(row, name, '×', ratiosOf(ours, theirs), target)

const digits = (value: number): string => {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  return value.toFixed(size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2)
}

const cells = ({ row, name, unit, spread, target, reached }: Figure): string[] => [
  row,
  name,
  `${digits(spread.median)} ${unit}`.trim(),
  spread.low === spread.high ? '' : `${digits(spread.low)}–${digits(spread.high)}`,
  target ?? '',
  reached === null ? '' : reached ? 'reached' : 'SHORT',
]

/** A plain table, columns as wide as what stands in them. */
export const tableOf = (figures: readonly Figure[]): string => {
  const lines = [['row', 'figure', 'median', 'spread', 'target', ''], ...figures.map(cells)]
  const widths = (lines[0] as string[]).map((_, at) =>
    Math.max(...lines.map((line) => (line[at] as string).length)),
  )
  return lines
    .map((line) =>
      line
        .map((cell, at) =>
          at === 2 || at === 3 ? cell.padStart(widths[at] as number) : cell.padEnd(widths[at] as number),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
