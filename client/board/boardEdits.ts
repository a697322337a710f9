import * as Y from 'yjs'
import { addNote, bodyOf, notesOf, type NewNote, type NoteMap } from '#shared/board.ts'
import { idOf, type KindId, type NoteId } from '#shared/ids.ts'
import { writeBlocks, type Block } from '#shared/note.ts'
import { defaultKind, type EventPlan } from '#shared/template.ts'
import { undoOrigin } from '../editor/openUndo.ts'

export type BoardEditsOptions = {
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  readonly plan: Pick<EventPlan, 'noteKinds'>
  readonly now?: (() => number) | undefined
  readonly random?: (() => Uint8Array) | undefined
}
export type CreateNote = Omit<NewNote, 'id' | 'createdAt' | 'kind'> & {
  readonly kind?: KindId
  /** Now, unless it takes the place of something older. */
  readonly createdAt?: number
}

/** The origin of a note's making: the empty frame stays for ever, so undoing can never take text of others with it. */
const makingOrigin = 'making'
const randomBytes = () => crypto.getRandomValues(new Uint8Array(10))

/** How a board is changed: what all actions are made of. */
export const boardEdits = ({ doc, undo, plan, now = Date.now, random = randomBytes }: BoardEditsOptions) => {
  /** Several changes as one: one transaction, one step of undo. */
  const act = (change: () => void) => {
    undo.stopCapturing()
    doc.transact(change, undoOrigin)
    undo.stopCapturing()
  }
  const change = (id: NoteId, edit: (note: NoteMap) => void) => {
    const note: unknown = notesOf(doc).get(id)
    if (note instanceof Y.Map) act(() => edit(note as NoteMap))
  }
  const set = (id: NoteId, fields: Readonly<Record<string, unknown>>) =>
    change(id, (note) => {
      for (const [field, value] of Object.entries(fields))
        if (note.get(field) !== value) note.set(field, value)
    })
  const newId = <Id extends string>(): Id => idOf<Id>(random())
  let latest = 0
  /** Notes made in the same moment keep their order. */
  const later = () => (latest = Math.max(now(), latest + 1))
  /** Without text a note counts as none: it is not shown, not counted, not undone. */
  const make = ({ kind, createdAt, ...fields }: CreateNote): NoteId => {
    const id = newId<NoteId>()
    doc.transact(
      () =>
        addNote(doc, {
          ...fields,
          blocks: [],
          id,
          kind: kind ?? defaultKind(plan as EventPlan).id,
          createdAt: createdAt ?? later(),
        }),
      makingOrigin,
    )
    return id
  }
  const write = (id: NoteId, blocks: readonly Block[] = []) => {
    if (blocks.length === 0) return
    change(id, (note) => {
      const body = bodyOf(note)
      if (body) writeBlocks(body, blocks)
    })
  }
  return { doc, plan, now, act, change, set, newId, make, write }
}
export type BoardEdits = ReturnType<typeof boardEdits>
