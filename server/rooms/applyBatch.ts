import * as Y from 'yjs'
import type { RecordChange } from '../records.ts'
import { applyUpdate } from './applyUpdate.ts'
import { isEmptyUpdate } from './frames.ts'
import type { Session } from './session.ts'

/** What waits in a room's inbox: a client's update, or an edit by the server with rows that belong to it. */
export type Item =
  | { readonly kind: 'frame'; readonly session: Session; readonly frame: number; readonly update: Uint8Array }
  | {
      readonly kind: 'edit'
      /** Throws, if at all, before it changes anything. */
      readonly run: (doc: Y.Doc) => readonly RecordChange[]
      readonly done: () => void
      readonly failed: (fault: unknown) => void
    }

export type Applied = {
  /** What must be committed, in order. */
  readonly updates: readonly Uint8Array[]
  readonly changes: readonly RecordChange[]
  /** Left out, because too much waited already for what had not arrived; nothing after it of its session was applied. */
  readonly dropped: ReadonlySet<Item>
  /** So many of the batch had their turn; the others must wait, because time is up. */
  readonly count: number
}
export const appliedNothing = (count: number): Applied => ({
  updates: [],
  changes: [],
  dropped: new Set(),
  count,
})

export const bringsSomething = (item: Item): boolean => item.kind === 'edit' || !isEmptyUpdate(item.update)
export const bytesOf = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + (item.kind === 'frame' ? item.update.length : 0), 0)

/** Others wait while a batch is applied. */
const patienceMs = 30

/** Applies a turn in one transact: the document says once what is new. */
export const applyBatch = (
  doc: Y.Doc,
  batch: readonly Item[],
  rowsFor: (transaction: Y.Transaction) => readonly RecordChange[],
  maxParkedBytes: number,
): Applied => {
  const updates: Uint8Array[] = []
  const parked: Uint8Array[] = []
  const changes: RecordChange[] = []
  const dropped = new Set<Item>()
  const hearUpdate = (bytes: Uint8Array) => updates.push(bytes)
  const hearEnd = (transaction: Y.Transaction) => changes.push(...rowsFor(transaction))
  const end = performance.now() + patienceMs
  let count = 0
  doc.on('update', hearUpdate)
  doc.on('afterTransaction', hearEnd)
  try {
    doc.transact((transaction) => {
      for (const item of batch) {
        if (count++ > 0 && performance.now() > end) return void count--
        if (item.kind === 'edit') changes.push(...ranEdit(doc, item))
        else if (item.session.isDropped) dropped.add(item)
        else {
          const fate = parking(doc, item, maxParkedBytes)
          // A view would carry the whole network buffer with it.
          if (fate === 'kept') parked.push(item.update.slice())
          if (fate === 'refused') {
            item.session.isDropped = true
            dropped.add(item)
          }
        }
        // A client's update marks the turn as foreign; with an edit of ours in it Yjs would take us for an impostor.
        transaction.local = true
      }
    })
  } finally {
    doc.off('update', hearUpdate)
    doc.off('afterTransaction', hearEnd)
  }
  // What waits comes after what did not: whoever reads it again must find the same things missing.
  return { updates: [...updates, ...parked], changes, dropped, count }
}

/** An update that was well-formed and still broke the document: its sender is to blame, the memory is in doubt. */
export class PoisonedUpdate extends Error {
  readonly session: Session
  constructor(session: Session, cause: unknown) {
    super('An update could not be applied.', { cause })
    this.session = session
  }
}

const ranEdit = (doc: Y.Doc, edit: Extract<Item, { kind: 'edit' }>): readonly RecordChange[] => {
  try {
    return edit.run(doc)
  } catch (fault) {
    edit.failed(fault)
    return []
  }
}

/** Applies an update. `kept`: (part of) it waits for something that has not arrived; then its raw bytes are stored. */
const parking = (
  doc: Y.Doc,
  { update, session }: Extract<Item, { kind: 'frame' }>,
  maxBytes: number,
): 'nothing' | 'kept' | 'refused' => {
  const before = copyOfWaiting(doc)
  try {
    if (!applyUpdate(doc, update).parked) return 'nothing'
  } catch (fault) {
    throw new PoisonedUpdate(session, fault)
  }
  if (waitingBytes(doc) <= maxBytes) return 'kept'
  Object.assign(doc.store, before)
  return 'refused'
}

const waitingBytes = ({ store }: Y.Doc): number =>
  (store.pendingStructs?.update.length ?? 0) + (store.pendingDs?.length ?? 0)

/** Yjs adds to what waits in place. */
const copyOfWaiting = ({ store: { pendingStructs, pendingDs } }: Y.Doc) => ({
  pendingStructs: pendingStructs && { ...pendingStructs, missing: new Map(pendingStructs.missing) },
  pendingDs,
})
