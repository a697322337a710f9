import { plainText, trimBlocks, type Block, type Paragraph, type Span } from '#shared/note.ts'

/** Letter size of the wall in px at 1920 × 1080. */
export type WallSize = 80 | 68 | 56 | 44 | 36
export type WallText = { readonly size: WallSize; readonly pages: readonly (readonly Block[])[] }

type Step = {
  readonly size: WallSize
  /** Longest text in characters. */
  readonly most: number
  /** Characters a line, and lines that stand on the wall. */
  readonly perLine: number
  readonly lines: number
}
const steps: readonly Step[] = [
  { size: 80, most: 90, perLine: 40, lines: 5 },
  { size: 68, most: 180, perLine: 48, lines: 6 },
  { size: 56, most: 280, perLine: 58, lines: 8 },
  { size: 44, most: 420, perLine: 64, lines: 10 },
]
const small: Step = { size: 36, most: Infinity, perLine: 74, lines: 12 }

/** As large as the text allows: by its length, and by the lines its lists and paragraphs take. What does not fit is paged. */
export const wallText = (wording: readonly Block[], zoom = 1): WallText => {
  const blocks = trimBlocks(wording)
  const length = plainText(blocks).length
  const fits = steps
    .map((step) => zoomed(step, zoom))
    .find(({ most, perLine, lines }) => length <= most && linesOf(blocks, perLine) <= lines)
  if (fits) return { size: fits.size, pages: [blocks] }
  return { size: small.size, pages: pagesOf(blocks, zoomed(small, zoom)) }
}

/** Larger letters: fewer in a line, and fewer lines. Smaller ones change nothing: the text has its place already. */
const zoomed = (step: Step, zoom: number): Step =>
  zoom <= 1
    ? step
    : {
        size: step.size,
        most: step.most / zoom ** 2,
        perLine: Math.floor(step.perLine / zoom),
        lines: Math.floor(step.lines / zoom),
      }

const gap = 0.25
const indent = 3
const linesOf = (blocks: readonly Block[], perLine: number): number =>
  blocks.reduce((sum, block) => sum + blockLines(block, perLine) + gap, -gap)
const blockLines = (block: Block, perLine: number): number => {
  if (block.type === 'list')
    return block.items.reduce((sum, item) => sum + linesOf(item, perLine - indent), 0)
  return plainText([block])
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
}

const pagesOf = (blocks: readonly Block[], { perLine, lines }: Step): Block[][] => {
  const pages: Block[][] = [[]]
  const rest = [...blocks]
  for (let block = rest.shift(); block; block = rest.shift()) {
    const page = pages.at(-1) as Block[]
    const room = lines - (page.length > 0 ? linesOf(page, perLine) + gap : 0)
    if (blockLines(block, perLine) <= room) {
      page.push(block)
      continue
    }
    const [head, tail] = split(block, Math.floor(room), perLine)
    if (head) page.push(head)
    else if (page.length === 0) {
      page.push(block)
      continue
    }
    rest.unshift(tail)
    pages.push([])
  }
  return pages.filter((page) => page.length > 0)
}

/** As much of a block as fits in so many lines, and the rest. */
const split = (block: Block, lines: number, perLine: number): [Block | null, Block] => {
  if (block.type === 'paragraph') {
    const at = lines < 2 ? 0 : endBefore(plainText([block]), lines * perLine)
    return at === 0 ? [null, block] : cutAt(block, at)
  }
  let count = 0
  while (
    count < block.items.length - 1 &&
    blockLines({ ...block, items: block.items.slice(0, count + 1) }, perLine) <= lines
  )
    count++
  if (count === 0) return [null, block]
  return [
    { ...block, items: block.items.slice(0, count) },
    { ...block, items: block.items.slice(count) },
  ]
}

/** The end of a sentence, else of a word. */
const endBefore = (text: string, most: number): number => {
  const head = text.slice(0, most)
  const sentence = head.match(/^[\s\S]*[.!?…]\s/)?.[0].length ?? 0
  return sentence > most / 2 ? sentence : Math.max(0, head.lastIndexOf(' ') + 1)
}

const cutAt = (block: Paragraph, at: number): [Block, Block] => {
  const head: Span[] = []
  const tail: Span[] = []
  let left = at
  for (const span of block.spans) {
    if (left > 0) head.push({ ...span, text: span.text.slice(0, left) })
    if (span.text.length > left) tail.push({ ...span, text: span.text.slice(Math.max(0, left)) })
    left -= span.text.length
  }
  return [
    { type: 'paragraph', spans: head },
    { type: 'paragraph', spans: tail },
  ]
}
