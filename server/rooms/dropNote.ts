import * as Y from 'yjs'
import { dropLinks } from '#shared/noteLinks.ts'

/** Takes a note out of a document for good, with all that was said about it, and what it was related to. */
export const dropNote = (doc: Y.Doc, note: string): void =>
  doc.transact(() => {
    doc.getMap('notes').delete(note)
    dropLinks(doc, note)
  })
