import * as Y from 'yjs'
import { notesOf, type NoteMap } from './board.ts'
import { isId, type CommentId, type NoteId } from './ids.ts'
import { cleanText, hasVisibleText } from './note.ts'

/** A short remark on a note. Its author is the server's to say (`CommentFact`). */
export type Comment = {
  readonly id: CommentId
  readonly note: NoteId
  readonly text: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** When somebody called it settled, null while it is open. */
  readonly settledAt: number | null
}

/** Longest comment, in UTF-16 units. */
export const maxCommentLength = 2_000

/**
 * Comments stand in the note they are about, so that whatever erases the note takes them along, those that arrive later
 * included. Each is a plain value with a key of its own; whether it is settled is another key.
 */
const textKey = 'comment/'
const settledKey = 'settled/'

export const commentKey = (id: CommentId): string => textKey + id
export const isCommentKey = (key: string): boolean => key.startsWith(textKey) || key.startsWith(settledKey)
/** The comment whose text stands under this key of a note. */
export const commentAt = (key: string): CommentId | null => {
  const id = key.startsWith(textKey) ? key.slice(textKey.length) : null
  return isId(id) ? (id as CommentId) : null
}

/** Where rows and pages name a comment: an id alone could be taken again in another note. */
export const commentRef = (note: NoteId, id: CommentId): string => `${note}/${id}`

const mapOf = (doc: Y.Doc, note: NoteId): NoteMap | null => {
  const map: unknown = notesOf(doc).get(note)
  return map instanceof Y.Map ? (map as NoteMap) : null
}

export const addComment = (doc: Y.Doc, { id, note, text, createdAt }: Omit<Comment, 'settledAt'>): void => {
  const said = shortened(text)
  if (hasVisibleText(said)) mapOf(doc, note)?.set(textKey + id, { text: said, createdAt })
}

/** `at` null opens it again. */
export const settleComment = (doc: Y.Doc, note: NoteId, id: CommentId, at: number | null): void => {
  if (at === null) mapOf(doc, note)?.delete(settledKey + id)
  else mapOf(doc, note)?.set(settledKey + id, at)
}

/** Reads one comment; null for what has another shape or nothing to see. */
export const readComment = (note: string, map: NoteMap, id: CommentId): Comment | null => {
  const { text, createdAt } = (map.get(textKey + id) ?? {}) as Record<string, unknown>
  if (typeof text !== 'string' || !hasVisibleText(text)) return null
  const settledAt = map.get(settledKey + id)
  return {
    id,
    note: note as NoteId,
    text: shortened(text),
    createdAt: typeof createdAt === 'number' && Number.isFinite(createdAt) ? createdAt : 0,
    settledAt: typeof settledAt === 'number' && Number.isFinite(settledAt) ? settledAt : null,
  }
}

/** What was said about one note, as it was written. */
export const readThread = (note: string, map: NoteMap): Comment[] =>
  [...map.keys()]
    .flatMap((key) => {
      const id = commentAt(key)
      return (id && readComment(note, map, id)) ?? []
    })
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))

/** Of every commented note its thread. */
export const readComments = (doc: Y.Doc): ReadonlyMap<NoteId, readonly Comment[]> => {
  const threads = new Map<NoteId, readonly Comment[]>()
  for (const [id, map] of notesOf(doc)) {
    if (!isId(id) || !(map instanceof Y.Map)) continue
    const thread = readThread(id, map)
    if (thread.length > 0) threads.set(id as NoteId, thread)
  }
  return threads
}

const shortened = (text: string): string =>
  cleanText(cleanText(text).trim().slice(0, maxCommentLength)).trimEnd()
