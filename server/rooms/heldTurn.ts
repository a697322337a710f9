import type * as Y from 'yjs'
import type { RoomName } from '#shared/place.ts'
import { Refusal } from '#shared/refusal.ts'
import type { RecordChange } from '../records.ts'
import type { Append } from '../store/store.ts'
import { applyBatch, type Item } from './applyBatch.ts'
import type { Audience } from './audience.ts'
import { updateFrame } from './frames.ts'
import type { RoomDocument } from './roomDocument.ts'

/** A turn of a room in the hands of a command; several rooms may be held and commit together. */
export type HeldTurn = {
  /** Log number and whole document, as they are on disk. */
  readonly seq: number
  readonly state: () => Uint8Array
  /** Changes the document in memory; nobody sees it before `committed`. */
  edit(run: (doc: Y.Doc) => readonly RecordChange[]): void
  /** What must be on disk for it. */
  appends(): readonly Append[]
  changes(): readonly RecordChange[]
  /** It is on disk, under these log numbers. */
  committed(seqs: readonly number[]): void
}

type HeldTurnPorts = {
  readonly room: RoomName
  readonly document: RoomDocument
  readonly audience: Audience
  readonly rowsFor: (transaction: Y.Transaction) => readonly RecordChange[]
  readonly isDead: () => boolean
}

export const heldTurn = (doc: Y.Doc, { room, document, audience, rowsFor, isDead }: HeldTurnPorts) => {
  const updates: Uint8Array[] = []
  const changes: RecordChange[] = []
  let isCommitted = false
  const turn: HeldTurn = {
    seq: document.seq,
    state: () => document.bytes(),
    edit: (run) => {
      if (isDead()) throw new Refusal('storeDown')
      const faults: unknown[] = []
      const failed = (fault: unknown) => void faults.push(fault)
      const item: Item = { kind: 'edit', run, done: () => undefined, failed }
      const applied = applyBatch(doc, [item], rowsFor, 0)
      updates.push(...applied.updates)
      changes.push(...applied.changes)
      if (faults.length > 0) throw faults[0]
    },
    appends: () => updates.map((bytes) => ({ room, bytes })),
    changes: () => changes,
    committed: (seqs) => {
      isCommitted = true
      document.committed(updates, seqs)
      audience.show(updates.map(updateFrame), new Map())
    },
  }
  return {
    turn,
    /** Memory is ahead of the log. */
    isOpen: () => updates.length > 0 && !isCommitted,
    hasChanged: () => updates.length > 0 && isCommitted,
  }
}
