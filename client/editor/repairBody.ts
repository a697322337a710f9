import * as Y from 'yjs'
import { blocksOf, writeBlocks } from '#shared/note.ts'
import { undoOrigin } from './openUndo.ts'

/**
 * y-tiptap deletes what its schema does not know. So a body that some other program wrote is rewritten first
 * in the shape the editor expects, with all its text.
 */
export const repairBody = (fragment: Y.XmlFragment): void => {
  if (fragment.toArray().every(isBlock)) return
  const blocks = blocksOf(fragment)
  fragment.doc?.transact(() => {
    fragment.delete(0, fragment.length)
    writeBlocks(fragment, blocks)
  }, undoOrigin)
}

const knownMarks = new Set(['bold', 'italic', 'link'])

const isBlock = (node: unknown): boolean => {
  if (!(node instanceof Y.XmlElement)) return false
  if (node.nodeName === 'paragraph') return node.toArray().every(isInline)
  if (node.nodeName !== 'bulletList' && node.nodeName !== 'orderedList') return false
  return node.length > 0 && node.toArray().every(isItem)
}

const isItem = (node: unknown): boolean => {
  if (!(node instanceof Y.XmlElement) || node.nodeName !== 'listItem') return false
  const first = node.get(0)
  return first instanceof Y.XmlElement && first.nodeName === 'paragraph' && node.toArray().every(isBlock)
}

const isInline = (node: unknown): boolean =>
  node instanceof Y.XmlText
    ? (node.toDelta() as { insert?: unknown; attributes?: object }[]).every(
        ({ insert, attributes = {} }) =>
          typeof insert === 'string' && Object.keys(attributes).every((mark) => knownMarks.has(mark)),
      )
    : node instanceof Y.XmlElement && node.nodeName === 'hardBreak' && node.length === 0
