import * as Y from 'yjs'

/** A whole document as bytes; `fingerprint` tells two of them apart: all clocks and all deletions. */
export type Assembled = {
  readonly bytes: Uint8Array
  readonly vector: Uint8Array
  readonly fingerprint: Uint8Array
}

/** Builds a document from a snapshot and what came after it, in one transact: merging updates would be quadratic. */
export const assemble = (updates: readonly Uint8Array[]): Assembled => {
  const doc = new Y.Doc()
  replay(doc, updates)
  const state = stateOf(doc)
  doc.destroy()
  return state
}

/**
 * Applies what was committed, and nothing else. Yjs tidies formatting up after foreign transactions: deletions that stand
 * in no log, and that the turn which committed these updates has not made either.
 */
export const replay = (doc: Y.Doc, updates: readonly Uint8Array[]): void =>
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update)
    transaction.local = true
  })

export const stateOf = (doc: Y.Doc): Assembled => ({
  bytes: Y.encodeStateAsUpdate(doc),
  vector: Y.encodeStateVector(doc),
  fingerprint: fingerprintOf(doc),
})

export const fingerprintOf = (doc: Y.Doc): Uint8Array => Y.encodeSnapshot(Y.snapshot(doc))

export const isSameFingerprint = (a: Uint8Array, b: Uint8Array): boolean =>
  Y.equalSnapshots(Y.decodeSnapshot(a), Y.decodeSnapshot(b))
