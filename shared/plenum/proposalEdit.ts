import * as Y from 'yjs'
import { blocksOf, plainText, writeBlocks, type Block } from '../note.ts'
import { leavesOf, type Leaf, type Look } from './proposalFragment.ts'
import { applyHunks, type Hunk } from './proposalHunks.ts'
import { breakAfter, breakBefore, insertIn, removeIn, removeLeaf, tailOf } from './proposalLeaf.ts'

/**
 * Puts changes of the plain text into a wording: as little as possible is made anew, so that carets, letters that others
 * write meanwhile, and the look of all other words stay. The changes are in order and do not overlap.
 */
export const editWording = (fragment: Y.XmlFragment, hunks: readonly Hunk[]): void => {
  const wanted = applyHunks(plainText(blocksOf(fragment)), hunks)
  for (const hunk of hunks.toReversed()) editOnce(fragment, hunk)
  if (plainText(blocksOf(fragment)) !== wanted) rewrite(fragment, plainBlocks(wanted))
}

/** Brings back what stood here: what has changed, paragraph by paragraph. */
export const restoreWording = (
  fragment: Y.XmlFragment,
  hunks: readonly Hunk[],
  before: readonly Block[],
): void => {
  editWording(fragment, hunks)
  const now = blocksOf(fragment)
  const saysSame = (one: Block | undefined, other: Block | undefined) =>
    JSON.stringify(one) === JSON.stringify(other)
  if (now.length !== fragment.length) return rewrite(fragment, before)
  let head = 0
  while (head < now.length && head < before.length && saysSame(now[head], before[head])) head++
  let tail = 0
  while (
    tail < Math.min(now.length, before.length) - head &&
    saysSame(now[now.length - 1 - tail], before[before.length - 1 - tail])
  )
    tail++
  fragment.delete(head, now.length - head - tail)
  writeBlocks(fragment, before.slice(head, before.length - tail), head)
}

const rewrite = (fragment: Y.XmlFragment, blocks: readonly Block[]): void => {
  fragment.delete(0, fragment.length)
  writeBlocks(fragment, blocks)
}
const plainBlocks = (text: string): Block[] =>
  text.split('\n').map((line) => ({ type: 'paragraph', spans: line === '' ? [] : [{ text: line }] }))

type Spot = { readonly leaf: Leaf; readonly index: number; readonly at: number }

const editOnce = (fragment: Y.XmlFragment, hunk: Hunk): void => {
  const leaves = leavesOf(fragment)
  if (leaves.length === 0) return writeBlocks(fragment, plainBlocks(hunk.text))
  const spotOf = (place: number): Spot => {
    const index = leaves.findIndex(({ from, to }) => from <= place && place <= to)
    const leaf = leaves[index] as Leaf
    return { leaf, index, at: place - leaf.from }
  }
  const start = spotOf(hunk.from)
  const end = spotOf(hunk.to)
  const lines = hunk.text.split('\n')
  const [first = ''] = lines
  const last = lines.at(-1) ?? ''
  if (start.leaf === end.leaf && lines.length === 1) return replaceIn(start.leaf, start.at, end.at, first)
  const isAtEnd = end.at === lengthOf(end.leaf)
  const remove = (from: number, to: number) => {
    for (const leaf of leaves.slice(from, to).toReversed()) removeLeaf(leaf)
  }
  if (start.leaf === end.leaf) {
    const { leaf } = start
    if (!isAtEnd && start.at === 0) {
      replaceIn(leaf, 0, end.at, last)
      return breakBefore(leaf, lines.slice(0, -1))
    }
    const tail = isAtEnd ? [] : tailOf(leaf, end.at)
    replaceIn(leaf, start.at, lengthOf(leaf), first)
    return breakAfter(leaf, lines.slice(1), tail)
  }
  if (lines.length > 1) {
    replaceIn(end.leaf, 0, end.at, last)
    remove(start.index + 1, end.index)
    replaceIn(start.leaf, start.at, lengthOf(start.leaf), first)
    return breakAfter(start.leaf, lines.slice(1, -1), [])
  }
  if (start.at === 0 && !isAtEnd) {
    replaceIn(end.leaf, 0, end.at, first)
    return remove(start.index, end.index)
  }
  const tail = isAtEnd ? [] : tailOf(end.leaf, end.at)
  remove(start.index + 1, end.index + 1)
  replaceIn(start.leaf, start.at, lengthOf(start.leaf), first, tail)
}

const lengthOf = ({ from, to }: Leaf) => to - from

/** What is new looks like what it replaces; in between, as both its neighbours do. */
const replaceIn = (
  leaf: Leaf,
  from: number,
  to: number,
  text: string,
  tail: readonly unknown[] = [],
): void => {
  const look = lookAt(leaf, from, to)
  removeIn(leaf, from, to)
  insertIn(leaf, from, text, look, tail)
}

const lookAt = (leaf: Leaf, from: number, to: number): Look => {
  const of = (at: number): Look | null => {
    let left = at
    for (const piece of leaf.pieces) {
      if (left < piece.text.length) return piece.kind === 'text' ? (piece.looks[left] ?? null) : null
      left -= piece.text.length
    }
    return null
  }
  if (from < to) return of(from) ?? {}
  const before = from === 0 ? null : of(from - 1)
  const after = of(from)
  if (!before) return {}
  // Behind the last word one goes on in its look, but no link grows.
  const shared = Object.entries(before).filter(([name, value]) =>
    after ? JSON.stringify(after[name]) === JSON.stringify(value) : name !== 'link',
  )
  return Object.fromEntries(shared)
}
