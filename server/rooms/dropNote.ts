import * as Y from 'yjs'
import { dropComments } from '#shared/comments.ts'

/** Takes a note out of a document for good, and what was said about it. */
export const dropNote = (doc: Y.Doc, note: string): void =>
  doc.transact(() => {
    doc.getMap('notes').delete(note)
    dropComments(doc, note)
  })
