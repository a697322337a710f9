import * as Y from 'yjs'

/** Applies an update; `parked`: something of it waits until what it leans on arrives. */
export const applyUpdate = (doc: Y.Doc, update: Uint8Array): { parked: boolean } => {
  const before = waiting(doc)
  Y.applyUpdate(doc, update)
  const after = waiting(doc)
  return { parked: differs(before.structs, after.structs) || differs(before.deletes, after.deletes) }
}

/** What waits in a document. Yjs adds to it in place, so that only the bytes tell whether something came. */
const waiting = (doc: Y.Doc) => ({
  structs: doc.store.pendingStructs?.update ?? null,
  deletes: doc.store.pendingDs,
})
const differs = (before: Uint8Array | null, after: Uint8Array | null): boolean =>
  after !== null && (before === null || Buffer.compare(before, after) !== 0)
