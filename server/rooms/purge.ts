import * as Y from 'yjs'
import { dropNote } from './dropNote.ts'
import { stateOf, type Assembled } from './assemble.ts'

/** What a document must not hold any more: one of its notes with all that was said about it, or everything that a later state has deleted. */
export type Removal = { readonly note: string } | { readonly deletedIn: Uint8Array }

/**
 * Rebuilds a document without something. Yjs forgets the content of what is deleted when it loads; merged updates would
 * keep it. What waits for edits that never came cannot be looked into, and goes as well.
 */
export const purge = (updates: readonly Uint8Array[], removal: Removal): Assembled => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  if ('note' in removal) dropNote(doc, removal.note)
  else Y.applyUpdate(doc, deletionsOf(removal.deletedIn))
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  const state = stateOf(doc)
  doc.destroy()
  return state
}

/** Only what is deleted in a document, as an update. */
export const deletionsOf = (update: Uint8Array): Uint8Array =>
  Y.diffUpdate(update, Y.encodeStateVectorFromUpdate(update))
