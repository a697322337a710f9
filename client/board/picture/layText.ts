import { cleanText, type Block } from '#shared/note.ts'
import type { Font, Measure, PictureText, Run } from './picture.ts'
import { wrapSpans } from './wrapSpans.ts'

export type TextStyle = { readonly font: Font; readonly lead: number; readonly ink: string }
/** Lines from 0, 0 downwards. */
export type LaidText = { readonly lines: readonly PictureText[]; readonly height: number }

const blockGap = 0.3
const indents = { bullet: 1.05, number: 1.6 }

/** A note's whole text in lines: paragraphs and lists as on the card, each in its own direction, nothing cut. */
export const layText = (
  blocks: readonly Block[],
  width: number,
  style: TextStyle,
  measure: Measure,
): LaidText => {
  const { font, lead, ink } = style
  const lines: PictureText[] = []
  let y = 0
  const add = (runs: readonly Run[], wide: number, indent: number, isRtl: boolean) => {
    if (runs.length === 0) return
    const x = isRtl ? width - indent : indent
    const baseline = y + (lead - font.size) / 2 + font.size * 0.8
    lines.push({ kind: 'text', x, y: baseline, runs, font, ink, width: wide, isRtl })
  }
  const put = (block: Block, indent: number, room: number) => {
    if (block.type === 'paragraph') {
      const spans = block.spans.map((span) => ({ ...span, text: plain(span.text) }))
      const isRtl = startsRtl(spans.map(({ text }) => text).join(''))
      for (const line of wrapSpans(spans, room, font, measure)) {
        add(line.runs, line.width, indent, isRtl)
        y += lead
      }
      return
    }
    const step = Math.min(font.size * (block.ordered ? indents.number : indents.bullet), room / 2)
    for (const [at, item] of block.items.entries()) {
      const marker = block.ordered ? `${at + 1}.` : '–'
      add([{ text: marker }], measure(marker, font), indent, startsRtl(textOf(item)))
      if (item.length === 0) y += lead
      stack(item, indent + step, room - step)
    }
  }
  const stack = (those: readonly Block[], indent: number, room: number) => {
    for (const [at, block] of those.entries()) {
      if (at > 0) y += Math.round(font.size * blockGap)
      put(block, indent, room)
    }
  }
  stack(blocks, 0, width)
  return { lines, height: y }
}

/** One paragraph without styles. */
export const layPlain = (text: string, width: number, style: TextStyle, measure: Measure): LaidText =>
  layText([{ type: 'paragraph', spans: [{ text }] }], width, style, measure)

export const shifted = (lines: readonly PictureText[], x: number, y: number): PictureText[] =>
  lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y }))

/** Nothing that no XML can hold, and tabs as spaces. */
const plain = (text: string) =>
  cleanText(text)
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replaceAll('\t', ' ')

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.type === 'paragraph'
        ? block.spans.map(({ text }) => text).join('')
        : block.items.map(textOf).join(''),
    )
    .join('')

/** As `dir="auto"`: by the first letter. */
const startsRtl = (text: string): boolean =>
  /^[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u.test(/\p{L}/u.exec(text)?.[0] ?? '')
