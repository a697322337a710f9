import * as Y from 'yjs'
import { cleanText } from '../note.ts'

type Parent = Y.XmlFragment | Y.XmlElement
export type Look = Readonly<Record<string, unknown>>
/** A text, or a break within a line. `raw[i]`: where the i-th unit of `text` stands in the node; one more for its end. */
export type Piece =
  | {
      readonly kind: 'text'
      readonly node: Y.XmlText
      readonly text: string
      readonly raw: readonly number[]
      readonly looks: readonly Look[]
    }
  | { readonly kind: 'break'; readonly node: Y.XmlElement; readonly text: '\n' }

/** A paragraph of a wording, with its place in the plain text (`plainText` of its blocks). */
export type Leaf = {
  /** The paragraph; where text lies loose, or an item is empty, what holds it. */
  readonly holder: Parent
  readonly isLoose: boolean
  readonly from: number
  readonly to: number
  readonly pieces: readonly Piece[]
}

/** The paragraphs of a wording as `blocksOf` reads them. */
export const leavesOf = (fragment: Y.XmlFragment): Leaf[] => {
  const leaves: Leaf[] = []
  let at = 0
  for (const { holder, isLoose, nodes } of linesOf(fragment, 0)) {
    const pieces = nodes.map(pieceOf)
    const to = at + pieces.reduce((sum, { text }) => sum + text.length, 0)
    leaves.push({ holder, isLoose, from: at, to, pieces })
    at = to + 1
  }
  return leaves
}

type Line = {
  readonly holder: Parent
  readonly isLoose: boolean
  readonly nodes: readonly (Y.XmlText | Y.XmlElement)[]
}
const lists = ['bulletList', 'orderedList']
/** As in `blocksOf`. */
const maxDepth = 50

const linesOf = (parent: Parent, depth: number): Line[] =>
  parent.toArray().flatMap((node) => {
    if (node instanceof Y.XmlElement) return elementLines(node, depth + 1)
    if (!(node instanceof Y.XmlText)) return []
    const isEmpty = !(node.toDelta() as Op[]).some(({ insert }) => typeof insert === 'string')
    return isEmpty ? [] : [{ holder: parent, isLoose: true, nodes: [node] }]
  })

const elementLines = (element: Y.XmlElement, depth: number): Line[] => {
  if (depth > maxDepth) return []
  const children = element.toArray()
  if (lists.includes(element.nodeName)) {
    const lines = children.flatMap((item) => {
      if (!(item instanceof Y.XmlElement)) return []
      const inner = linesOf(item, depth)
      return inner.length > 0 ? inner : [{ holder: item, isLoose: true, nodes: [] }]
    })
    return lines.length > 0 ? lines : [{ holder: element, isLoose: true, nodes: [] }]
  }
  const isContainer = children.some((one) => one instanceof Y.XmlElement && one.nodeName !== 'hardBreak')
  if (isContainer) return linesOf(element, depth)
  const nodes = children.filter((one) => one instanceof Y.XmlText || one instanceof Y.XmlElement)
  return [{ holder: element, isLoose: false, nodes }]
}

type Op = { readonly insert?: unknown; readonly attributes?: Look }

const pieceOf = (node: Y.XmlText | Y.XmlElement): Piece => {
  if (node instanceof Y.XmlElement) return { kind: 'break', node, text: '\n' }
  let text = ''
  let place = 0
  const raw: number[] = []
  const looks: Look[] = []
  for (const { insert, attributes = {} } of node.toDelta() as Op[]) {
    if (typeof insert !== 'string') {
      place++
      continue
    }
    const clean = cleanText(insert)
    let taken = 0
    for (let at = 0; at < clean.length; at++) {
      taken = nextUnit(insert, taken, clean.charAt(at))
      raw.push(place + taken)
      looks.push(attributes)
      taken += insert.startsWith('\r\n', taken) ? 2 : 1
    }
    text += clean
    place += insert.length
  }
  raw.push(place)
  return { kind: 'text', node, text, raw, looks }
}

/** Cleaning leaves units out, and puts others in the place of one. */
const nextUnit = (dirty: string, from: number, unit: string): number => {
  if (unit === '\n') {
    let at = from
    while (dirty.charAt(at) !== '\n' && dirty.charAt(at) !== '\r') at++
    return at
  }
  if (unit === '\uFFFD') {
    let at = from
    while (at < dirty.length && cleanText(dirty.charAt(at)) !== '\uFFFD') at++
    return at
  }
  return dirty.indexOf(unit, from)
}
