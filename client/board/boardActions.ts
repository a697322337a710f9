import * as Y from 'yjs'
import {
  addCluster,
  clustersOf,
  markedNotes,
  notesOf,
  readNotes,
  setFlag,
  type NoteMap,
  type Side,
  type Spot,
} from '#shared/board.ts'
import type { ClusterId, KindId, LevelId, NoteId, QuestionId, TagId } from '#shared/ids.ts'
import { cleanText } from '#shared/note.ts'
import { keyBetween } from '#shared/sortKey.ts'
import { defaultKind, parkingLotKind, type EventPlan } from '#shared/template.ts'
import { boardEdits, type BoardEditsOptions, type CreateNote } from './boardEdits.ts'
import { commentActions } from './commentActions.ts'
import { mergeActions } from './mergeActions.ts'

export type BoardActions = ReturnType<typeof boardActions>

/** Everything people do on a board but typing: each one transaction and one step of undo. */
export const boardActions = (options: BoardEditsOptions) => {
  const edits = boardEdits(options)
  const { doc, plan, now, flow, act, change, set, newId, make, write } = edits
  const has = (note: NoteMap, field: 'levels' | 'tags', id: string) => {
    const flags = note.get(field)
    return flags instanceof Y.Map && flags.has(id)
  }

  return {
    ...mergeActions(edits),
    ...commentActions(edits),

    /** Several changes as one: one transaction, one step of undo. */
    together: act,

    /** Undoing takes the text away. */
    create: (note: CreateNote): NoteId => {
      const id = make(note)
      write(id, note.blocks)
      return id
    },
    /** One step of undo for all of them. */
    createMany: (notes: readonly CreateNote[]): NoteId[] =>
      flow.inOneGo(() => {
        const ids = notes.map(make)
        act(() => ids.forEach((id, at) => write(id, notes[at]?.blocks)))
        return ids
      }),
    setKind: (id: NoteId, kind: KindId) => set(id, { kind }),
    toggleLevel: (id: NoteId, level: LevelId) =>
      change(id, (note) => setFlag(note, 'levels', level, !has(note, 'levels', level))),
    setLevel: (id: NoteId, level: LevelId, on: boolean) =>
      change(id, (note) => setFlag(note, 'levels', level, on)),
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
    /** `at` null: it flows with the others, as it was made. */
    place: (id: NoteId, at: Spot | null) => set(id, { at }),
    /** Into the other column, or to stay in this one. */
    setColumn: (id: NoteId, column: Side) => set(id, { column }),

    /** The note keeps its question: a cluster may reach over several. */
    setCluster: (id: NoteId, cluster: ClusterId | null) => set(id, { cluster }),
    newCluster: (
      title: string,
      question: QuestionId,
      notes: readonly NoteId[],
      at: Spot | null = null,
    ): ClusterId => {
      const id = newId<ClusterId>()
      act(() => {
        addCluster(doc, { id, title: titleOf(title), question, at })
        for (const note of notes) set(note, { cluster: id })
      })
      return id
    },
    renameCluster: (id: ClusterId, title: string) =>
      act(() => clustersOf(doc).get(id)?.set('title', titleOf(title))),
    placeCluster: (id: ClusterId, question: QuestionId, at: Spot | null) =>
      act(() => {
        const cluster = clustersOf(doc).get(id)
        if (cluster?.get('question') !== question) cluster?.set('question', question)
        if (cluster && (cluster.get('at') ?? null) !== at) cluster.set('at', at)
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
    /** Behind all that are marked, in the order given. */
    markMany: (ids: readonly NoteId[]) =>
      act(() => {
        let key = markedNotes(readNotes(doc)).at(-1)?.forPlenum ?? null
        for (const id of ids) set(id, { forPlenum: (key = keyBetween(key, null)) })
      }),
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
