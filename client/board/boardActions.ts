import * as Y from 'yjs'
import {
  addCluster,
  addNote,
  bodyOf,
  clustersOf,
  markedNotes,
  notesOf,
  readNotes,
  setFlag,
  type NewNote,
  type NoteMap,
  type Spot,
} from '#shared/board.ts'
import {
  idOf,
  type ClusterId,
  type KindId,
  type LevelId,
  type NoteId,
  type QuestionId,
  type TagId,
} from '#shared/ids.ts'
import { cleanText, writeBlocks } from '#shared/note.ts'
import { keyBetween } from '#shared/sortKey.ts'
import { defaultKind, parkingLotKind, type EventPlan } from '#shared/template.ts'
import { undoOrigin } from '../editor/openUndo.ts'

export type BoardActions = ReturnType<typeof boardActions>
export type CreateNote = Omit<NewNote, 'id' | 'createdAt' | 'kind'> & { readonly kind?: KindId }

export type BoardActionsOptions = {
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  readonly plan: Pick<EventPlan, 'noteKinds'>
  readonly now?: () => number
  readonly random?: () => Uint8Array
}

/** The origin of a note's making: the empty frame stays for ever, so undoing can never take text of others with it. */
const makingOrigin = 'making'
const randomBytes = () => crypto.getRandomValues(new Uint8Array(10))

/** Everything people do on a board but typing: each one transaction and one step of undo. */
export const boardActions = ({
  doc,
  undo,
  plan,
  now = Date.now,
  random = randomBytes,
}: BoardActionsOptions) => {
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
  const has = (note: NoteMap, field: 'levels' | 'tags', id: string) => {
    const flags = note.get(field)
    return flags instanceof Y.Map && flags.has(id)
  }

  return {
    /** Several changes as one: one transaction, one step of undo. */
    together: act,

    /** An empty note counts as none: it is not shown, not counted, not undone. Undoing takes the text away. */
    create: ({ blocks, kind, ...fields }: CreateNote): NoteId => {
      const id = idOf<NoteId>(random())
      doc.transact(
        () =>
          addNote(doc, { ...fields, id, kind: kind ?? defaultKind(plan as EventPlan).id, createdAt: now() }),
        makingOrigin,
      )
      if (blocks && blocks.length > 0)
        change(id, (note) => {
          const body = bodyOf(note)
          if (body) writeBlocks(body, blocks)
        })
      return id
    },
    setKind: (id: NoteId, kind: KindId) => set(id, { kind }),
    toggleLevel: (id: NoteId, level: LevelId) =>
      change(id, (note) => setFlag(note, 'levels', level, !has(note, 'levels', level))),
    toggleTag: (id: NoteId, tag: TagId) =>
      change(id, (note) => setFlag(note, 'tags', tag, !has(note, 'tags', tag))),

    /** To another Teilfrage: out of its cluster, and out of the Themenspeicher. */
    moveToQuestion: (id: NoteId, question: QuestionId) => {
      const isParked = notesOf(doc).get(id)?.get('kind') === parkingLotKind
      set(id, {
        question,
        cluster: null,
        at: null,
        ...(isParked ? { kind: defaultKind(plan as EventPlan).id } : {}),
      })
    },
    /** Into the Themenspeicher; where the template has its kind, the note keeps its question. */
    park: (id: NoteId) => {
      const hasKind = plan.noteKinds.some((kind) => kind.id === parkingLotKind)
      set(id, { cluster: null, at: null, ...(hasKind ? { kind: parkingLotKind } : { question: null }) })
    },
    place: (id: NoteId, at: Spot) => set(id, { at }),

    /** The note keeps its question: a cluster may reach over several. */
    setCluster: (id: NoteId, cluster: ClusterId | null) => set(id, { cluster }),
    newCluster: (
      title: string,
      question: QuestionId,
      notes: readonly NoteId[],
      at: Spot | null = null,
    ): ClusterId => {
      const id = idOf<ClusterId>(random())
      act(() => {
        addCluster(doc, { id, title: titleOf(title), question, at })
        for (const note of notes) set(note, { cluster: id })
      })
      return id
    },
    renameCluster: (id: ClusterId, title: string) =>
      act(() => clustersOf(doc).get(id)?.set('title', titleOf(title))),
    placeCluster: (id: ClusterId, question: QuestionId, at: Spot) =>
      act(() => {
        const cluster = clustersOf(doc).get(id)
        if (cluster?.get('question') !== question) cluster?.set('question', question)
        cluster?.set('at', at)
      }),
    /** The notes stay where they are, without a heading. */
    dissolveCluster: (id: ClusterId) =>
      act(() => {
        for (const note of readNotes(doc)) if (note.cluster === id) set(note.id, { cluster: null })
        clustersOf(doc).delete(id)
      }),

    /** Into the tray; nothing is ever deleted. */
    trash: (id: NoteId) => set(id, { trashedAt: now() }),
    restore: (id: NoteId) => set(id, { trashedAt: null }),

    markForPlenum: (id: NoteId) => {
      const last = markedNotes(readNotes(doc)).at(-1)
      set(id, { forPlenum: keyBetween(last?.forPlenum ?? null, null) })
    },
    unmark: (id: NoteId) => set(id, { forPlenum: null }),
    /** One place up (-1) or down (1) among the marked notes. */
    moveMarked: (id: NoteId, by: -1 | 1) => {
      const marked = markedNotes(readNotes(doc))
      const from = marked.findIndex((note) => note.id === id)
      const to = from + by
      if (from < 0 || !marked[to]) return
      const [note] = marked.splice(from, 1)
      if (note) marked.splice(to, 0, note)
      const before = marked[to - 1]?.forPlenum ?? null
      const after = marked[to + 1]?.forPlenum ?? null
      if (before === null || after === null || before < after)
        return set(id, { forPlenum: keyBetween(before, after) })
      // Two people took the same key at once: there is no room between equals, so all get fresh ones.
      act(() => {
        let key: string | null = null
        for (const one of marked) set(one.id, { forPlenum: (key = keyBetween(key, null)) })
      })
    },
  }
}

const titleOf = (title: string) => cleanText(title).trim().slice(0, 300)
