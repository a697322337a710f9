import * as Y from 'yjs'
import type { RecordChange } from '../records.ts'
import { applyUpdate } from './applyUpdate.ts'
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

/** Applies a turn in one transact: the document says once what is new. Answers what must be committed. */
export const applyBatch = (
  doc: Y.Doc,
  batch: readonly Item[],
  rowsFor: (transaction: Y.Transaction) => readonly RecordChange[],
): { updates: Uint8Array[]; changes: RecordChange[] } => {
  const updates: Uint8Array[] = []
  const changes: RecordChange[] = []
  const hearUpdate = (bytes: Uint8Array) => updates.push(bytes)
  const hearEnd = (transaction: Y.Transaction) => changes.push(...rowsFor(transaction))
  doc.on('update', hearUpdate)
  doc.on('afterTransaction', hearEnd)
  try {
    doc.transact((transaction) => {
      for (const item of batch) {
        if (item.kind === 'edit') changes.push(...ranEdit(doc, item))
        else if (parks(doc, item)) updates.push(item.update)
        // A client's update marks the turn as foreign; with an edit of ours in it Yjs would take us for an impostor.
        transaction.local = true
      }
    })
  } finally {
    doc.off('update', hearUpdate)
    doc.off('afterTransaction', hearEnd)
  }
  return { updates, changes }
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

/** Applies an update; true when (part of) it waits for something that has not arrived: then its raw bytes are kept. */
const parks = (doc: Y.Doc, { update, session }: Extract<Item, { kind: 'frame' }>): boolean => {
  try {
    return applyUpdate(doc, update).parked
  } catch (fault) {
    throw new PoisonedUpdate(session, fault)
  }
}
