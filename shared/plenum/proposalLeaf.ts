import * as Y from 'yjs'
import type { Leaf, Look, Piece } from './proposalFragment.ts'

/** How a paragraph of a wording is changed in place. Places are units of its plain text as it was read. */

type Node = Y.XmlText | Y.XmlElement
type Op = { readonly insert?: unknown; readonly attributes?: Look }

export const removeIn = ({ pieces }: Leaf, from: number, to: number): void => {
  for (const { piece, start } of placed(pieces).toReversed()) {
    const [a, b] = [Math.max(from - start, 0), Math.min(to - start, piece.text.length)]
    if (a >= b) continue
    if (piece.kind === 'break') removeNode(piece.node)
    else {
      const [first, end] = [piece.raw[a] as number, (piece.raw[b - 1] as number) + 1]
      piece.node.delete(first, end - first)
    }
  }
}

/** Writes where something was removed, or nothing; `tail`: what comes along from another paragraph, behind it. */
export const insertIn = (
  leaf: Leaf,
  from: number,
  text: string,
  look: Look,
  tail: readonly unknown[] = [],
): void => {
  // An empty entry of a stranger's client: text must not lie loose in it.
  if (leaf.isLoose && leaf.pieces.length === 0) return
  const spots = placed(leaf.pieces)
  const spot =
    spots.find(
      ({ piece, start }) => piece.kind === 'text' && start < from && from <= start + piece.text.length,
    ) ?? spots.find(({ piece, start }) => piece.kind === 'text' && start === from)
  if (text !== '') {
    if (spot?.piece.kind === 'text')
      spot.piece.node.insert(spot.piece.raw[from - spot.start] as number, text, look)
    else leaf.holder.insert(nodesBefore(leaf, from), [textOf([{ insert: text, attributes: look }])])
  }
  if (tail.length > 0) leaf.holder.insert(leaf.holder.length, copies(tail))
}

/** What stands from a place on, to be written elsewhere. */
export const tailOf = ({ pieces }: Leaf, from: number): unknown[] =>
  placed(pieces).flatMap(({ piece, start }): unknown[] => {
    const at = Math.max(from - start, 0)
    if (at >= piece.text.length) return []
    if (piece.kind === 'break') return ['break']
    const ops: Op[] = []
    let unit = at
    for (const sign of piece.text.slice(at)) {
      ops.push({ insert: sign, attributes: piece.looks[unit] ?? {} })
      unit += sign.length
    }
    return [ops]
  })

/** Paragraphs behind this one, or entries of its list; the last one goes on with `tail`. */
export const breakAfter = (leaf: Leaf, lines: readonly string[], tail: readonly unknown[]): void => {
  if (lines.length === 0) return
  const made = lines.map((line, at) => paragraphOf(line, at === lines.length - 1 ? tail : []))
  addBeside(leaf, made, 1)
}
export const breakBefore = (leaf: Leaf, lines: readonly string[]): void =>
  addBeside(
    leaf,
    lines.map((line) => paragraphOf(line, [])),
    0,
  )

/** The paragraph, and what is empty without it. */
export const removeLeaf = ({ holder, isLoose, pieces }: Leaf): void => {
  if (isLoose && pieces.length > 0) return void pieces.forEach(({ node }) => removeNode(node))
  if (opensItem(holder)) return
  let gone: unknown = holder
  while (gone instanceof Y.XmlElement) {
    const { parent } = gone
    removeNode(gone)
    if (!(parent instanceof Y.XmlElement) || parent.length > 0) return
    gone = parent
  }
}

/** An entry begins with a paragraph: without it, what is below would have no place. */
const opensItem = (holder: Parent): boolean => {
  const { parent } = holder
  if (!isParent(parent) || (parent as Y.XmlElement).nodeName !== 'listItem') return false
  const [first, second] = parent.toArray() as readonly unknown[]
  return first === holder && second instanceof Y.XmlElement && second.nodeName !== 'paragraph'
}

const addBeside = ({ holder }: Leaf, made: readonly Y.XmlElement[], by: 0 | 1): void => {
  const parent = holder.parent
  if (!(holder instanceof Y.XmlElement) || !isParent(parent)) return
  const at = indexIn(parent, holder)
  const list = parent.parent
  const isAtEdge = at === (by === 1 ? parent.length - 1 : 0)
  if (parent instanceof Y.XmlElement && parent.nodeName === 'listItem' && isParent(list) && isAtEdge) {
    const items = made.map((paragraph) => {
      const item = new Y.XmlElement('listItem')
      item.insert(0, [paragraph])
      return item
    })
    list.insert(indexIn(list, parent) + by, items)
  } else parent.insert(at + by, [...made])
}

const paragraphOf = (line: string, tail: readonly unknown[]): Y.XmlElement => {
  const paragraph = new Y.XmlElement('paragraph')
  const begun = line === '' ? [] : [textOf([{ insert: line }])]
  paragraph.insert(0, [...begun, ...copies(tail)])
  return paragraph
}
const copies = (tail: readonly unknown[]): Node[] =>
  tail.map((part) => (part === 'break' ? new Y.XmlElement('hardBreak') : textOf(part as Op[])))
const textOf = (ops: readonly Op[]): Y.XmlText => {
  const text = new Y.XmlText()
  text.applyDelta([...ops])
  return text
}

type Parent = Y.XmlFragment | Y.XmlElement
const isParent = (type: unknown): type is Parent => type instanceof Y.XmlFragment
const indexIn = (parent: Parent, node: Y.XmlFragment): number =>
  (parent.toArray() as readonly unknown[]).indexOf(node)
const removeNode = (node: Node): void => {
  const { parent } = node
  if (isParent(parent)) parent.delete((parent.toArray() as readonly unknown[]).indexOf(node), 1)
}
const nodesBefore = ({ holder, pieces }: Leaf, from: number): number => {
  const nodes: readonly unknown[] = holder.toArray()
  const left = placed(pieces).filter(({ start, piece }) => start >= from && nodes.includes(piece.node))
  return left[0] ? nodes.indexOf(left[0].piece.node) : holder.length
}

const placed = (pieces: readonly Piece[]): { readonly piece: Piece; readonly start: number }[] => {
  let start = 0
  return pieces.map((piece) => {
    const one = { piece, start }
    start += piece.text.length
    return one
  })
}
