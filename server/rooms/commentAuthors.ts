import type * as Y from 'yjs'
import { commentsOf, readComment } from '#shared/comments.ts'
import type { CommentId, GroupId, PersonId } from '#shared/ids.ts'
import type { RecordChange, Records } from '../records.ts'

/** A comment gets its author when it first commits, in the same commit, whatever client wrote it. */
export const commentAuthors = (doc: Y.Doc, group: GroupId, records: Records) => {
  // Named before the first turn: Yjs replaces a root type when its kind is first asked for.
  const comments = commentsOf(doc)
  const given = new Set(records.all('comment').map(([id]) => id))

  return (transaction: Y.Transaction, ownerOf: (client: number) => PersonId | null): RecordChange[] =>
    [...(transaction.changed.get(comments as never) ?? [])].flatMap((key): RecordChange[] => {
      const id = key ?? ''
      const comment = given.has(id) ? null : readComment(doc, id)
      if (!comment) return []
      given.add(id)
      const client = comments._map.get(id)?.id.client
      const person = client === undefined ? null : ownerOf(client)
      const author = person ? (records.get('person', person)?.name ?? '') : ''
      return [
        {
          table: 'comment',
          id: comment.id as CommentId,
          value: { group, note: comment.note, person, author },
        },
      ]
    })
}
