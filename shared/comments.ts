import * as Y from 'yjs'
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

/** A comment never changes: a plain value, one key each. Whether it is settled is a key of its own. */
export const commentsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('comments')
export const settledCommentsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('settledComments')

export const addComment = (doc: Y.Doc, { id, ...comment }: Omit<Comment, 'settledAt'>): void => {
  commentsOf(doc).set(id, { ...comment, text: cleanText(comment.text).trim().slice(0, maxCommentLength) })
}
/** `at` null opens it again. */
export const settleComment = (doc: Y.Doc, id: CommentId, at: number | null): void => {
  if (at === null) settledCommentsOf(doc).delete(id)
  else settledCommentsOf(doc).set(id, at)
}

/** Reads one comment; null for what has another shape or nothing to see. */
export const readComment = (doc: Y.Doc, id: string): Comment | null => {
  const { note, text, createdAt } = (commentsOf(doc).get(id) ?? {}) as Record<string, unknown>
  if (!isId(id) || !isId(note) || typeof text !== 'string' || !hasVisibleText(text)) return null
  const settledAt = settledCommentsOf(doc).get(id)
  return {
    id: id as CommentId,
    note: note as NoteId,
    text: cleanText(text).slice(0, maxCommentLength),
    createdAt: typeof createdAt === 'number' && Number.isFinite(createdAt) ? createdAt : 0,
    settledAt: typeof settledAt === 'number' && Number.isFinite(settledAt) ? settledAt : null,
  }
}

/** Of every commented note its thread, as it was written. */
export const readComments = (doc: Y.Doc): ReadonlyMap<NoteId, readonly Comment[]> => {
  const threads = new Map<NoteId, Comment[]>()
  const all = [...commentsOf(doc).keys()]
    .flatMap((id) => readComment(doc, id) ?? [])
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  for (const comment of all) threads.set(comment.note, [...(threads.get(comment.note) ?? []), comment])
  return threads
}

/** What was said about a note that is erased for good goes with it. */
export const dropComments = (doc: Y.Doc, note: string): void => {
  for (const [id, comment] of commentsOf(doc))
    if ((comment as { note?: unknown } | null)?.note === note) {
      commentsOf(doc).delete(id)
      settledCommentsOf(doc).delete(id)
    }
}
