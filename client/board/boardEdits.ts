import * as Y from 'yjs'
import { addNote, bodyOf, notesOf, type NewNote, type NoteMap } from '#shared/board.ts'
import { idOf, type KindId, type NoteId } from '#shared/ids.ts'
import { writeBlocks, type Block } from '#shared/note.ts'
import { defaultKind, type EventPlan } from '#shared/template.ts'
import { undoOrigin } from '../editor/openUndo.ts'
import { flowEdits, makingOrigin } from './flowEdits.ts'
import type { ShownColumns } from './shownColumns.ts'
import { guessedHeight } from './wall/guessedLines.ts'

export type BoardEditsOptions = {
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  readonly plan: Pick<EventPlan, 'noteKinds'>
  readonly now?: (() => number) | undefined
  readonly random?: (() => Uint8Array) | undefined
  /** How the board is shown; without it every column is counted anew. */
  readonly shown?: ShownColumns | undefined
  /** Hears of every note that is made here, in the same transaction. */
  readonly made?: ((note: NoteMap) => void) | undefined
}
export type CreateNote = Omit<NewNote, 'id' | 'createdAt' | 'kind'> & {
  readonly kind?: KindId
  /** Now, unless it takes the place of something older. */
  readonly createdAt?: number
}

const randomBytes = () => crypto.getRandomValues(new Uint8Array(10))

/** How a board is changed: what all actions are made of. */
export const boardEdits = (options: BoardEditsOptions) => {
  const { doc, undo, plan, now = Date.now, random = randomBytes } = options
  const flow = flowEdits(doc, options.shown)
  /** Several changes as one: one transaction, one step of undo. */
  const act = (change: () => void) => {
    undo.stopCapturing()
    flow.inOneGo(() => doc.transact(change, undoOrigin))
    undo.stopCapturing()
  }
  const change = (id: NoteId, edit: (note: NoteMap) => void) => {
    const note: unknown = notesOf(doc).get(id)
    if (note instanceof Y.Map) act(() => edit(note as NoteMap))
  }
  const set = (id: NoteId, fields: Readonly<Record<string, unknown>>) =>
    flow.inOneGo(() => {
      // Written down beside this step of undo, unless it is part of a larger one.
      const all = notesOf(doc).has(id) ? flow.withColumn(id, fields) : fields
      change(id, (note) => {
        for (const [field, value] of Object.entries(all))
          if (note.get(field) !== value) note.set(field, value)
      })
    })
  const newId = <Id extends string>(): Id => idOf<Id>(random())
  let latest = 0
  /** Notes made in the same moment keep their order. */
  const later = () => (latest = Math.max(now(), latest + 1))
  /**
   * Without text a note counts as none: it is not shown, not counted, not undone. The empty frame stays for ever, so undoing can
   * never take text of others with it.
   */
  const make = ({ kind: wanted, createdAt, ...fields }: CreateNote): NoteId => {
    const id = newId<NoteId>()
    const kind = wanted ?? defaultKind(plan as EventPlan).id
    const column = fields.column ?? flow.forNew({ ...fields, kind }, guessedHeight(fields.blocks ?? []))
    doc.transact(() => {
      const fresh = { ...fields, blocks: [], id, kind, column, createdAt: createdAt ?? later() }
      const note = addNote(doc, fresh)
      options.made?.(note)
    }, makingOrigin)
    return id
  }
  const write = (id: NoteId, blocks: readonly Block[] = []) => {
    if (blocks.length === 0) return
    change(id, (note) => {
      const body = bodyOf(note)
      if (body) writeBlocks(body, blocks)
    })
  }
  return { doc, plan, now, flow, act, change, set, newId, make, write }
}
export type BoardEdits = ReturnType<typeof boardEdits>
