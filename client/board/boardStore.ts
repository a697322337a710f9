import * as Y from 'yjs'
import {
  bodyOf,
  clustersOf,
  notesOf,
  readClusters,
  readNote,
  type Cluster,
  type Note,
  type NoteMap,
} from '#shared/board.ts'
import { isCommentKey, readComments, readThread, type Comment } from '#shared/comments.ts'
import { isId, type NoteId, type QuestionId } from '#shared/ids.ts'
import { noteLinksOf, readNoteLinks } from '#shared/noteLinks.ts'
import { valueStore, type ReadStore } from '../sync/valueStore.ts'
import { arrange, keptArrangement, type Arrangement } from './arrange.ts'

/** A board as views read it: plain values that keep their identity until they change. */
export type BoardStore = {
  readonly note: (id: NoteId) => Note | null
  readonly notes: () => readonly Note[]
  /** Only that note's changes. */
  readonly subscribeNote: (id: NoteId, listener: () => void) => () => void
  /** All changes of notes, once a transaction: for views that lay out many, such as the board. */
  readonly subscribeNotes: (listener: (changed: ReadonlySet<NoteId>, isLocal: boolean) => void) => () => void
  /** Who made the latest change: while its listeners are told, and until the next. */
  readonly isOwnChange: () => boolean
  readonly clusters: ReadStore<readonly Cluster[]>
  /** Of every linked note (verwandt) the others. */
  readonly links: ReadStore<ReadonlyMap<NoteId, readonly NoteId[]>>
  /** Of every commented note its thread. */
  readonly comments: ReadStore<ReadonlyMap<NoteId, readonly Comment[]>>
  /** Changes only when a note comes, goes or moves, never while text is typed. */
  readonly arrangement: ReadStore<Arrangement>
  /** Notes somebody is writing in now, shown even while they are empty; the one written in here even when others take it away. */
  readonly setOpen: (open: ReadonlySet<NoteId>, held?: NoteId | null) => void
  /** The text of a note for the editor, and for nothing else. */
  readonly bodyOf: (id: NoteId) => Y.XmlFragment | null
  /** Number of the latest change this device made to a note (see `Room.saving`), 0 for none. */
  readonly touchedAt: (id: NoteId) => number
  /** Everything is on the server's disk, also what earlier visits left. */
  readonly allStored: () => void
  readonly close: () => void
}

/** Notes as this page sees them, where that is more than the document says. */
export const seenAs = new WeakMap<Y.Doc, (note: Note) => Note>()

export type BoardStoreOptions = {
  readonly questions: readonly QuestionId[]
  /** How many changes of this device there were so far. */
  readonly changesMade?: () => number
  /** Notes that an earlier visit changed and the server may not have. */
  readonly unsavedBefore?: ReadonlySet<NoteId>
  /** Others are not on this board at all. */
  readonly holds?: (note: NoteMap) => boolean
}

export const boardStore = (
  doc: Y.Doc,
  { questions, changesMade = () => 0, unsavedBefore = new Set(), holds = () => true }: BoardStoreOptions,
): BoardStore => {
  const maps = notesOf(doc)
  const notes = new Map<NoteId, Note>()
  const touched = new Map<NoteId, number>()
  let before = unsavedBefore
  const listeners = new Map<NoteId, Set<() => void>>()
  const manyListeners = new Set<(changed: ReadonlySet<NoteId>, isLocal: boolean) => void>()
  let open: ReadonlySet<NoteId> = new Set()
  let held: NoteId | null = null
  let isOwn = false

  const read = (id: NoteId, isSameText = false) => {
    const map: unknown = maps.get(id)
    if (isId(id) && map instanceof Y.Map && holds(map as NoteMap)) {
      const note = readNote(id, map as NoteMap)
      notes.set(id, keptIn(notes.get(id), seenAs.get(doc)?.(note) ?? note, isSameText))
    } else notes.delete(id)
  }
  for (const id of maps.keys()) read(id as NoteId)
  const clusters = valueStore<readonly Cluster[]>(readClusters(doc))
  const arranged = () => arrange([...notes.values()], clusters.get(), questions, open, held)
  const arrangement = valueStore(arranged())
  const arrangeAgain = () => arrangement.set(keptArrangement(arrangement.get(), arranged()))

  const comments = valueStore(readComments(doc))
  const commentsChanged = (ids: ReadonlySet<NoteId>) => {
    const threads = new Map(comments.get())
    for (const id of ids) {
      const map: unknown = maps.get(id)
      const thread = map instanceof Y.Map ? readThread(id, map as NoteMap) : []
      if (thread.length > 0) threads.set(id, thread)
      else threads.delete(id)
    }
    comments.set(threads)
  }

  const notesChanged = (events: readonly Y.YEvent<never>[], transaction: Y.Transaction) => {
    isOwn = transaction.local
    const changed = new Set<NoteId>()
    const commented = new Set<NoteId>()
    /** Those whose text is another. */
    const written = new Set<NoteId>()
    for (const event of events) {
      const { keysChanged } = event as unknown as Y.YMapEvent<unknown>
      const id = event.path[0] as NoteId | undefined
      if (id === undefined)
        for (const key of keysChanged as Set<NoteId>)
          for (const ids of [changed, commented, written]) ids.add(key)
      else {
        const isOwnField = event.path.length === 1
        changed.add(id)
        if (isOwnField && [...keysChanged].some(isCommentKey)) commented.add(id)
        if (isOwnField ? keysChanged.has('body') : event.path[1] === 'body') written.add(id)
      }
    }
    let hasMoved = false
    for (const id of changed) {
      const before = notes.get(id)
      read(id, !written.has(id))
      hasMoved ||= placeOf(before) !== placeOf(notes.get(id))
      if (transaction.local) touched.set(id, changesMade() + 1)
    }
    if (hasMoved) arrangeAgain()
    if (commented.size > 0) commentsChanged(commented)
    for (const id of changed) for (const listener of listeners.get(id) ?? []) listener()
    for (const listener of manyListeners) listener(changed, transaction.local)
  }
  const clustersChanged = (_: unknown, transaction: Y.Transaction) => {
    isOwn = transaction.local
    clusters.set(readClusters(doc))
    arrangeAgain()
  }
  const links = valueStore(readNoteLinks(doc))
  const linksChanged = () => links.set(readNoteLinks(doc))
  maps.observeDeep(notesChanged as never)
  clustersOf(doc).observeDeep(clustersChanged)
  noteLinksOf(doc).observe(linksChanged)

  return {
    note: (id) => notes.get(id) ?? null,
    notes: () => [...notes.values()],
    subscribeNote: (id, listener) => {
      const those = listeners.get(id) ?? new Set()
      listeners.set(id, those.add(listener))
      return () => {
        those.delete(listener)
        if (those.size === 0 && listeners.get(id) === those) listeners.delete(id)
      }
    },
    subscribeNotes: (listener) => {
      manyListeners.add(listener)
      return () => manyListeners.delete(listener)
    },
    isOwnChange: () => isOwn,
    clusters,
    links,
    comments,
    arrangement,
    setOpen: (next, own = null) => {
      const isSame = next.size === open.size && [...next].every((id) => open.has(id))
      if (isSame && own === held) return
      const isShownBy = (id: NoteId) => {
        const note = notes.get(id)
        return note !== undefined && (note.isEmpty || note.trashedAt !== null || note.mergedInto !== null)
      }
      const concerned = [...next, ...open].some(isShownBy)
      isOwn = own !== held
      open = next
      held = own
      if (concerned) arrangeAgain()
    },
    bodyOf: (id) => {
      const map: unknown = maps.get(id)
      return map instanceof Y.Map ? bodyOf(map as NoteMap) : null
    },
    // Changes of earlier visits are counted before the first of this one.
    touchedAt: (id) => touched.get(id) ?? (before.has(id) ? 1 : 0),
    allStored: () => (before = new Set()),
    close: () => {
      maps.unobserveDeep(notesChanged as never)
      clustersOf(doc).unobserveDeep(clustersChanged)
      noteLinksOf(doc).unobserve(linksChanged)
    },
  }
}

/** The note as it is now, with the lists of the one before where they say the same. */
const keptIn = (before: Note | undefined, note: Note, isSameText: boolean): Note =>
  before
    ? {
        ...note,
        blocks: isSameText ? before.blocks : note.blocks,
        levels: isSameList(before.levels, note.levels) ? before.levels : note.levels,
        tags: isSameList(before.tags, note.tags) ? before.tags : note.tags,
      }
    : note
const isSameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item, at) => item === other[at])

/** All of a note that decides where it stands. */
const placeOf = (note: Note | undefined): string =>
  note
    ? [
        note.question,
        note.cluster,
        // Within a cluster a place is an order.
        note.cluster && note.at && `${note.at.x} ${note.at.y}`,
        note.mergedInto,
        note.kind,
        note.forPlenum,
        note.trashedAt,
        note.createdAt,
        note.isEmpty,
      ].join('\n')
    : ''
