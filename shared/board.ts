import * as Y from 'yjs'
import type { ClusterId, KindId, LevelId, NoteId, QuestionId, TagId } from './ids.ts'
import { isId } from './ids.ts'
import { cardsOf } from './merging.ts'
import {
  beginsVisibly,
  blocksOf,
  cleanText,
  hasVisibleText,
  plainText,
  writeBlocks,
  type Block,
} from './note.ts'

/** A point on the board, one value so that two drags cannot mix into a third place. */
export type Spot = { readonly x: number; readonly y: number }
export type NoteMap = Y.Map<unknown>
/** Of the two columns in which cards flow: 0 left, 1 right. */
export type Side = 0 | 1

/** A note as views and gathering read it: a plain value, without Yjs. */
export type Note = {
  readonly id: NoteId
  readonly question: QuestionId | null
  readonly kind: KindId
  readonly at: Spot | null
  /** Where it flows among the others; null: nobody has said, and its place follows from theirs. */
  readonly column: Side | null
  readonly levels: readonly LevelId[]
  readonly tags: readonly TagId[]
  readonly cluster: ClusterId | null
  /** The note it was put together into; see `merging.ts`. */
  readonly mergedInto: NoteId | null
  /** Sort key among the notes marked for the Plenum, null when not marked. */
  readonly forPlenum: string | null
  readonly createdAt: number
  readonly trashedAt: number | null
  readonly blocks: readonly Block[]
  readonly isEmpty: boolean
}
/** A note without what is written on it: where it stands, and whether there is anything to see. */
export type PlacedNote = Omit<Note, 'levels' | 'tags' | 'blocks'>
export type Cluster = {
  readonly id: ClusterId
  readonly title: string
  readonly question: QuestionId | null
  readonly at: Spot | null
}

export const notesOf = (doc: Y.Doc): Y.Map<NoteMap> => doc.getMap('notes')
export const clustersOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('clusters')

export type NewNote = {
  readonly id: NoteId
  readonly question: QuestionId | null
  readonly kind: KindId
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly at?: Spot | null
  readonly column?: Side | null
  readonly cluster?: ClusterId | null
  readonly levels?: readonly string[]
  readonly tags?: readonly string[]
  readonly blocks?: readonly Block[]
}

/** Adds a note. Its nested types are made here, once, by the author of the fresh id. */
export const addNote = (doc: Y.Doc, note: NewNote): NoteMap => {
  const map: NoteMap = new Y.Map()
  const body = new Y.XmlFragment()
  if (note.blocks) writeBlocks(body, note.blocks)
  const fields: Record<string, unknown> = {
    question: note.question,
    kind: note.kind,
    at: note.at ?? null,
    column: note.column ?? null,
    levels: flags(note.levels ?? []),
    tags: flags(note.tags ?? []),
    cluster: note.cluster ?? null,
    mergedInto: null,
    forPlenum: null,
    createdAt: note.createdAt,
    trashedAt: null,
    body,
  }
  for (const [field, value] of Object.entries(fields)) map.set(field, value)
  notesOf(doc).set(note.id, map)
  return map
}

const flags = (ids: readonly string[]): Y.Map<true> => new Y.Map(ids.map((id) => [id, true]))

/** Switches one level or tag of a note; two people may switch two at once. */
export const setFlag = (note: NoteMap, field: 'levels' | 'tags', id: string, on: boolean): void => {
  const map = note.get(field)
  if (!(map instanceof Y.Map)) return
  if (on) map.set(id, true)
  else map.delete(id)
}

export const bodyOf = (note: NoteMap): Y.XmlFragment | null => {
  const body = note.get('body')
  return body instanceof Y.XmlFragment ? body : null
}

export const addCluster = (
  doc: Y.Doc,
  cluster: { id: ClusterId; title: string; question: QuestionId | null; at?: Spot | null },
): void => {
  const map = new Y.Map<unknown>()
  map.set('title', cluster.title)
  map.set('question', cluster.question)
  map.set('at', cluster.at ?? null)
  map.set('size', null)
  clustersOf(doc).set(cluster.id, map)
}

/** Reads one note. Clients are strangers: whatever has the wrong shape reads as absent. */
export const readNote = (id: string, map: NoteMap): Note => {
  const written = readWritten(map)
  return {
    ...placeIn(id, map),
    ...written,
    tags: flagged(map.get('tags')) as TagId[],
    isEmpty: !hasVisibleText(plainText(written.blocks)),
  }
}

/** What is written on a note, without where it stands. */
export const readWritten = (map: NoteMap): Pick<Note, 'levels' | 'blocks'> => {
  const body = bodyOf(map)
  return { levels: flagged(map.get('levels')) as LevelId[], blocks: body ? blocksOf(body) : [] }
}

const placeIn = (id: string, map: NoteMap): Omit<PlacedNote, 'isEmpty'> => ({
  id: id as NoteId,
  question: idOrNull(map.get('question')) as QuestionId | null,
  kind: (idOrNull(map.get('kind')) ?? '') as KindId,
  at: spotOrNull(map.get('at')),
  column: sideOrNull(map.get('column')),
  cluster: idOrNull(map.get('cluster')) as ClusterId | null,
  mergedInto: idOrNull(map.get('mergedInto')) as NoteId | null,
  forPlenum: keyOrNull(map.get('forPlenum')),
  createdAt: numberOr(map.get('createdAt'), 0),
  trashedAt: numberOr(map.get('trashedAt'), null),
})

export const readNotes = (doc: Y.Doc): Note[] => {
  const notes: Note[] = []
  for (const [id, map] of notesOf(doc)) if (isId(id) && map instanceof Y.Map) notes.push(readNote(id, map))
  return notes
}

/** Where all notes stand, without reading their texts: several times as quick. */
export const readPlacedNotes = (doc: Y.Doc): PlacedNote[] => {
  const notes: PlacedNote[] = []
  for (const [id, map] of notesOf(doc)) {
    if (!isId(id) || !(map instanceof Y.Map)) continue
    const body = bodyOf(map)
    const isEmpty = !body || (!beginsVisibly(body) && !hasVisibleText(plainText(blocksOf(body))))
    notes.push({ ...placeIn(id, map), isEmpty })
  }
  return notes
}

/**
 * Only the notes that are marked for the Plenum or among these: the others' text is not looked at, but for those that a
 * marked one was put together into.
 */
export const readMarkedNotes = (doc: Y.Doc, others: (id: NoteId) => boolean): Note[] => {
  const maps = notesOf(doc)
  const notes = new Map<NoteId, Note>()
  const take = (first: string) => {
    for (let id: string | null = first; id !== null && isId(id) && !notes.has(id as NoteId);) {
      const map: unknown = maps.get(id)
      if (!(map instanceof Y.Map)) return
      const note = readNote(id, map as NoteMap)
      notes.set(note.id, note)
      id = note.mergedInto
    }
  }
  for (const [id, map] of maps)
    if (map instanceof Y.Map && (keyOrNull(map.get('forPlenum')) !== null || others(id as NoteId))) take(id)
  return [...notes.values()]
}

export const readClusters = (doc: Y.Doc): Cluster[] => {
  const clusters: Cluster[] = []
  for (const [id, map] of clustersOf(doc))
    if (isId(id) && map instanceof Y.Map)
      clusters.push({
        id: id as ClusterId,
        title:
          typeof map.get('title') === 'string' ? cleanText(map.get('title') as string).slice(0, 300) : '',
        question: idOrNull(map.get('question')) as QuestionId | null,
        at: spotOrNull(map.get('at')),
      })
  return clusters
}

/** The order in which people made the notes; the same everywhere. */
export const byCreation = (a: PlacedNote, b: PlacedNote): number =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)

/** Notes that count: with something to see, not in the tray, not put together into another. */
export const standingNotes = <Some extends PlacedNote>(notes: readonly Some[]): Some[] => {
  const cards = cardsOf(notes)
  return notes
    .filter((note) => !note.isEmpty && note.trashedAt === null && !cards.has(note.id))
    .sort(byCreation)
}

/** Marked notes in the order the group chose. */
export const markedNotes = (notes: readonly Note[]): Note[] => {
  const cards = cardsOf(notes)
  return notes
    .filter(
      (note) => note.forPlenum !== null && note.trashedAt === null && !note.isEmpty && !cards.has(note.id),
    )
    .sort((a, b) => compare(a.forPlenum as string, b.forPlenum as string) || compare(a.id, b.id))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const idOrNull = (value: unknown) => (isId(value) ? value : null)
const keyOrNull = (value: unknown) =>
  typeof value === 'string' && /^[0-9A-Za-z]{1,200}$/.test(value) ? value : null
const numberOr = <T>(value: unknown, fallback: T) =>
  typeof value === 'number' && Number.isFinite(value) ? value : fallback
const flagged = (value: unknown): string[] => (value instanceof Y.Map ? [...value.keys()].sort() : [])
const sideOrNull = (value: unknown): Side | null => (value === 0 || value === 1 ? value : null)
const spotOrNull = (value: unknown): Spot | null => {
  const { x, y } = (value ?? {}) as Record<string, unknown>
  return numberOr(x, null) !== null && numberOr(y, null) !== null ? { x: x as number, y: y as number } : null
}
