import type { MinuteLine } from './minutesAnswer.ts'

/** Shown for less than this, ms: somebody looked for something. */
export const flipMs = 5_000

/** A line, and what was shown so briefly before it that it is only named. */
export type FoldedLine = { readonly line: MinuteLine; readonly brief: readonly MinuteLine[] }

/**
 * Quick flips of what was presented stand with the line in which the search ended: nothing is left out.
 * A flip that somebody has remarked on stays a line.
 */
export const foldMinutes = (lines: readonly MinuteLine[]): FoldedLine[] => {
  const folded: FoldedLine[] = []
  let brief: MinuteLine[] = []
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    const isFlip =
      line.fact.kind === 'presented' &&
      line.remark === '' &&
      next?.fact.kind === 'presented' &&
      next.at - line.at < flipMs
    if (isFlip) brief.push(line)
    else {
      folded.push({ line, brief })
      brief = []
    }
  })
  return folded
}
