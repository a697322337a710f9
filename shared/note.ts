import * as Y from 'yjs'

/**
 * The text of a note or wording without any editor: what gathering, views and exports read.
 * The editor's schema is the same list: paragraphs, bullet and numbered lists, bold, italic, links.
 */
export type Span = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** http, https or mailto; anything else is dropped on reading. */
  readonly link?: string
}
export type Paragraph = { readonly type: 'paragraph'; readonly spans: readonly Span[] }
export type List = {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly (readonly Block[])[]
}
export type Block = Paragraph | List

/** Longest text of one note, in UTF-16 units. */
export const maxNoteLength = 60_000

/** C0 controls (but tab and line feed) and lone surrogates: no XML, no terminal and no printer wants them. */
export const cleanText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
    .toWellFormed()

/** True when there is something to see: spaces, zero-width and control characters alone are nothing. */
export const hasVisibleText = (text: string): boolean =>
  /[^\s\p{C}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0]/u.test(text)

const linkPattern = /^(https?:\/\/|mailto:)[^\s]+$/i
export const safeLink = (href: unknown): string | null =>
  typeof href === 'string' && href.length <= 4096 && linkPattern.test(href) ? href : null

/** No editor nests this deep; a stranger's client might, to exhaust whoever reads it. */
const maxDepth = 50

/** Reads a fragment. Elements nobody knows count as paragraphs of their text, so nothing written is lost. */
export const blocksOf = (fragment: Y.XmlFragment, depth = 0): Block[] =>
  fragment
    .toArray()
    .flatMap((node) => (node instanceof Y.XmlElement ? blockOf(node, depth + 1) : looseText(node)))

const looseText = (node: unknown): Block[] => {
  const spans = node instanceof Y.XmlText ? spansOf(node) : []
  return spans.length > 0 ? [{ type: 'paragraph', spans }] : []
}

/** Sooner than reading all of it: true where the first text of the fragment can be seen. False says nothing. */
export const beginsVisibly = (fragment: Y.XmlFragment): boolean => {
  let node: unknown = fragment.firstChild
  for (let depth = 1; depth < maxDepth && node instanceof Y.XmlElement; depth++) {
    const isList = listTypes[node.nodeName] !== undefined
    const inside: unknown = isList ? node.firstChild : node
    // What stands in a break may be left out, and so is text between the items of a list.
    if (node.nodeName === 'hardBreak' || !(inside instanceof Y.XmlElement)) return false
    node = inside.firstChild
  }
  // Its letters alone; an XML text would spell its marks as well.
  return node instanceof Y.XmlText && hasVisibleText(Y.Text.prototype.toString.call(node))
}

const listTypes: Readonly<Record<string, boolean>> = { bulletList: false, orderedList: true }

const blockOf = (element: Y.XmlElement, depth: number): Block[] => {
  if (depth > maxDepth) return []
  const ordered = listTypes[element.nodeName]
  if (ordered !== undefined) {
    const items = element.toArray().filter((item) => item instanceof Y.XmlElement)
    return [{ type: 'list', ordered, items: items.map((item) => blocksOf(item, depth)) }]
  }
  const children = element.toArray()
  const isContainer = children.some(
    (child) => child instanceof Y.XmlElement && child.nodeName !== 'hardBreak',
  )
  if (isContainer) return blocksOf(element, depth)
  const spans = children.flatMap((child) =>
    child instanceof Y.XmlText ? spansOf(child) : child instanceof Y.XmlElement ? [{ text: '\n' }] : [],
  )
  return [{ type: 'paragraph', spans }]
}

type Delta = { insert?: unknown; attributes?: Record<string, unknown> }
const spansOf = (text: Y.XmlText): Span[] =>
  (text.toDelta() as Delta[]).flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return []
    const link = safeLink((attributes['link'] as { href?: unknown } | undefined)?.href)
    return [
      {
        text: cleanText(insert),
        ...(attributes['bold'] ? { bold: true as const } : {}),
        ...(attributes['italic'] ? { italic: true as const } : {}),
        ...(link ? { link } : {}),
      },
    ]
  })

/** Writes blocks into a fragment, `at` its beginning or before another block, in the shape the editor expects. */
export const writeBlocks = (
  fragment: Y.XmlFragment | Y.XmlElement,
  blocks: readonly Block[],
  at = 0,
): void => {
  fragment.insert(at, blocks.map(elementOf))
}

const elementOf = (block: Block): Y.XmlElement => {
  if (block.type === 'list') {
    const list = new Y.XmlElement(block.ordered ? 'orderedList' : 'bulletList')
    list.insert(
      0,
      block.items.map((item) => {
        const element = new Y.XmlElement('listItem')
        element.insert(0, item.map(elementOf))
        return element
      }),
    )
    return list
  }
  const paragraph = new Y.XmlElement('paragraph')
  const runs: (Run[] | 'break')[] = []
  for (const span of block.spans)
    span.text.split('\n').forEach((line, at) => {
      if (at > 0) runs.push('break')
      if (line === '') return
      const last = runs.at(-1)
      const run = { insert: line, attributes: marksOf(span) }
      if (Array.isArray(last)) last.push(run)
      else runs.push([run])
    })
  paragraph.insert(0, runs.map(inlineOf))
  return paragraph
}

type Run = { insert: string; attributes: ReturnType<typeof marksOf> }
const inlineOf = (runs: Run[] | 'break'): Y.XmlElement | Y.XmlText => {
  if (runs === 'break') return new Y.XmlElement('hardBreak')
  const text = new Y.XmlText()
  text.applyDelta(runs)
  return text
}

const marksOf = (span: Span) => ({
  ...(span.bold ? { bold: {} } : {}),
  ...(span.italic ? { italic: {} } : {}),
  ...(span.link ? { link: { href: span.link } } : {}),
})

/** Plain text, a line a paragraph or list item. */
export const plainText = (blocks: readonly Block[]): string => blocks.map(plainBlock).join('\n')
const plainBlock = (block: Block): string =>
  block.type === 'paragraph'
    ? block.spans.map((span) => span.text).join('')
    : block.items.map(plainText).join('\n')

/** Without empty paragraphs at both ends: what exports and cards show. */
export const trimBlocks = (blocks: readonly Block[]): Block[] => {
  const isEmpty = (block: Block | undefined) =>
    block?.type === 'paragraph' && !hasVisibleText(plainBlock(block))
  let from = 0
  let to = blocks.length
  while (from < to && isEmpty(blocks[from])) from++
  while (to > from && isEmpty(blocks[to - 1])) to--
  return blocks.slice(from, to)
}
