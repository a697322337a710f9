import * as Y from 'yjs'

/** Applies an update and tells what came of it: something new to see, something parked until what it leans on arrives. */
export const applyUpdate = (doc: Y.Doc, update: Uint8Array): { changed: boolean; parked: boolean } => {
  const before = waiting(doc)
  let changed = false
  const hear = () => (changed = true)
  doc.on('update', hear)
  try {
    Y.applyUpdate(doc, update)
  } finally {
    doc.off('update', hear)
  }
  const after = waiting(doc)
  return { changed, parked: differs(before.structs, after.structs) || differs(before.deletes, after.deletes) }
}

/** What waits in a document. Yjs adds to it in place, so that only the bytes tell whether something came. */
const waiting = (doc: Y.Doc) => ({
  structs: doc.store.pendingStructs?.update ?? null,
  deletes: doc.store.pendingDs,
})
const differs = (before: Uint8Array | null, after: Uint8Array | null): boolean =>
  after !== null && (before === null || Buffer.compare(before, after) !== 0)
