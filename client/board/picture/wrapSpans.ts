import type { Span } from '#shared/note.ts'
import { runFont, type Font, type Measure, type Run } from './picture.ts'

export type Line = { readonly runs: readonly Run[]; readonly width: number }

type Word = { readonly runs: Run[]; readonly width: number; readonly space: Run | null }

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Breaks text into lines no wider than `width`: between words, after hyphens, and within a word only where it alone is too wide. */
export const wrapSpans = (
  spans: readonly Span[],
  width: number,
  font: Font,
  measure: Measure,
): readonly Line[] => {
  const widthOf = (run: Run) => measure(run.text, runFont(font, run))
  const lines: Line[] = []
  let runs: Run[] = []
  let used = 0
  let space: Run | null = null
  const end = () => {
    lines.push({ runs: joined(runs), width: used })
    runs = []
    used = 0
    space = null
  }
  const put = (word: Word) => {
    const before = space ? widthOf(space) : 0
    if (runs.length > 0 && used + before + word.width > width) end()
    else if (space) {
      runs.push(space)
      used += before
    }
    for (const run of word.runs) {
      if (used + widthOf(run) <= width) {
        runs.push(run)
        used += widthOf(run)
        continue
      }
      for (const { segment } of graphemes.segment(run.text)) {
        const piece = { ...run, text: segment }
        const wide = widthOf(piece)
        if (runs.length > 0 && used + wide > width) end()
        runs.push(piece)
        used += wide
      }
    }
    space = word.space
  }
  for (const [at, paragraph] of paragraphsOf(spans).entries()) {
    if (at > 0) end()
    for (const word of wordsOf(paragraph, widthOf)) put(word)
  }
  end()
  return lines
}

/** Line breaks within a paragraph. */
const paragraphsOf = (spans: readonly Span[]): Run[][] => {
  const paragraphs: Run[][] = [[]]
  for (const { text, bold, italic } of spans)
    for (const [at, part] of text.replaceAll('\u00AD', '').split('\n').entries()) {
      if (at > 0) paragraphs.push([])
      if (part !== '')
        paragraphs.at(-1)?.push({ text: part, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) })
    }
  return paragraphs
}

const wordsOf = (runs: readonly Run[], widthOf: (run: Run) => number): Word[] => {
  const words: Word[] = []
  let open: Run[] = []
  const close = (space: Run | null) => {
    if (open.length > 0 || space)
      words.push({ runs: open, width: open.reduce((sum, run) => sum + widthOf(run), 0), space })
    open = []
  }
  for (const run of runs)
    // No-break spaces hold together; hyphens, dashes and slashes let go after themselves.
    for (const text of run.text.match(
      /[^\S\u00A0\u202F]+|(?:\S|[\u00A0\u202F])+?(?:[-–—/]+|(?=[^\S\u00A0\u202F]|$))/gu,
    ) ?? []) {
      const piece = { ...run, text }
      if (/^[^\S\u00A0\u202F]/u.test(text)) close(piece)
      else {
        open.push(piece)
        if (/[-–—/]$/u.test(text)) close(null)
      }
    }
  close(null)
  return words
}

/** Neighbours of one style become one run. */
const joined = (runs: readonly Run[]): Run[] => {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && last.bold === run.bold && last.italic === run.italic)
      out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}
