import { addComment, settleComment } from '#shared/comments.ts'
import type { CommentId, NoteId } from '#shared/ids.ts'
import type { BoardEdits } from './boardEdits.ts'

/** What is said about notes; nothing of it disappears, it can only be settled. */
export const commentActions = ({ doc, act, now, newId }: BoardEdits) => ({
  comment: (note: NoteId, text: string): CommentId => {
    const id = newId<CommentId>()
    act(() => addComment(doc, { id, note, text, createdAt: now() }))
    return id
  },
  settle: (note: NoteId, id: CommentId) => act(() => settleComment(doc, note, id, now())),
  reopen: (note: NoteId, id: CommentId) => act(() => settleComment(doc, note, id, null)),
})
