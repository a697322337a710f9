import { isolate, settleBidi } from './bidi.ts'
import { cleanText, hasVisibleText, safeLink, type Block, type Span } from '../note.ts'
import type { Language } from '../template.ts'

/** A document as every format prints it: what stands where. Formats translate this and decide nothing. */
export type Outline = {
  readonly title: string
  readonly language: Language
  /** Stands beside the page number. */
  readonly footer: string
  readonly page: readonly [string, string]
  readonly blocks: readonly OutlineBlock[]
}
/** Quiet text stands back: where something comes from. Of two texts beside each other: what is new, what is gone. */
export type Run = Span & { readonly quiet?: true; readonly added?: true; readonly gone?: true }
export type OutlineBlock =
  | { readonly type: 'heading'; readonly depth: 1 | 2 | 3 | 4; readonly runs: readonly Run[] }
  | OutlineParagraph
  | { readonly type: 'quote'; readonly runs: readonly Run[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly OutlineBlock[])[] }
  | { readonly type: 'entries'; readonly items: readonly OutlineEntry[] }
  | OutlineTable
export type OutlineParagraph = {
  readonly type: 'paragraph'
  readonly runs: readonly Run[]
  readonly intro?: true
}
/** Something with a name of its own: L1, A-07. */
export type OutlineEntry = { readonly label: string; readonly blocks: readonly OutlineBlock[] }
export type OutlineTable = {
  readonly type: 'table'
  readonly columns: readonly { readonly title: string; readonly weight: number }[]
  readonly rows: readonly (readonly (readonly OutlineBlock[])[])[]
}

export const run = (text: string, look: Omit<Run, 'text'> = {}): Run => ({ text, ...look })
export const bold = (text: string): Run => ({ text, bold: true })
export const italic = (text: string): Run => ({ text, italic: true })
export const quiet = (text: string): Run => ({ text, italic: true, quiet: true })
export const paragraph = (...runs: readonly Run[]): OutlineParagraph => ({ type: 'paragraph', runs })
/** A heading is one line and never empty. */
export const heading = (depth: 1 | 2 | 3 | 4, text: string): OutlineBlock => ({
  type: 'heading',
  depth,
  runs: [run(words(text))],
})

/** What a person wrote, on one line within a sentence of ours. */
export const words = (text: string): string => {
  const line = cleanText(text).replace(/\s+/g, ' ').trim()
  return isolate(settleBidi([line]).join(''))
}

/** What a person wrote, as blocks of its own. Empty paragraphs are no text. */
export const writtenBlocks = (blocks: readonly Block[]): OutlineBlock[] =>
  blocks.flatMap((block): OutlineBlock[] => {
    if (block.type === 'list') {
      const items = block.items.map(writtenBlocks).filter((item) => item.length > 0)
      return items.length > 0 ? [{ type: 'list', ordered: block.ordered, items }] : []
    }
    const settled = settleBidi(block.spans.map((span) => cleanText(span.text)))
    const runs = block.spans.map(({ link, ...span }, at): Run => {
      const safe = link === undefined ? null : safeLink(cleanText(link))
      return { ...span, text: settled[at] ?? '', ...(safe ? { link: safe } : {}) }
    })
    return runs.some(({ text }) => hasVisibleText(text)) ? [paragraph(...runs)] : []
  })

/** The text of blocks without any look, for comparing and measuring. */
export const outlineText = (blocks: readonly OutlineBlock[]): string =>
  blocks
    .map((block) => {
      if (block.type === 'list') return block.items.map(outlineText).join('\n')
      if (block.type === 'entries')
        return block.items.map((item) => `${item.label} ${outlineText(item.blocks)}`).join('\n')
      if (block.type === 'table') return block.rows.map((row) => row.map(outlineText).join('\t')).join('\n')
      return block.runs.map(({ text }) => text).join('')
    })
    .join('\n')
