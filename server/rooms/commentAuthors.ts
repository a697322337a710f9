import * as Y from 'yjs'
import { notesOf, type NoteMap } from '#shared/board.ts'
import { commentAt, commentKey, commentRef, readComment } from '#shared/comments.ts'
import { isId, type CommentId, type GroupId, type NoteId, type PersonId } from '#shared/ids.ts'
import type { RecordChange, Records } from '../records.ts'

/**
 * A comment gets its author in the commit that brings it, whatever its client claims. Whoever writes over a comment is
 * the author of what stands there then; a comment that is taken back has none.
 */
export const commentAuthors = (doc: Y.Doc, group: GroupId, records: Records) => {
  // Named before the first turn: Yjs replaces a root type when its kind is first asked for.
  const notes = notesOf(doc)

  return (transaction: Y.Transaction, ownerOf: (client: number) => PersonId | null): RecordChange[] => {
    const changes: RecordChange[] = []
    const look = (note: NoteId, map: NoteMap, comment: CommentId) => {
      const id = `${group}/${commentRef(note, comment)}`
      if (!readComment(note, map, comment)) {
        if (records.get('comment', id)) changes.push({ table: 'comment', id, value: null })
        return
      }
      const client = map._map.get(commentKey(comment))?.id.client
      const person = client === undefined ? null : ownerOf(client)
      const author = person ? (records.get('person', person)?.name ?? '') : ''
      changes.push({ table: 'comment', id, value: { group, note, comment, person, author } })
    }
    for (const [type, keys] of transaction.changed as Map<unknown, Set<string | null>>) {
      if (!(type instanceof Y.Map)) continue
      // A note that comes with comments on it.
      if (type === notes)
        for (const note of keys) {
          const map: unknown = note && notes.get(note)
          if (!isId(note) || !(map instanceof Y.Map)) continue
          for (const key of map.keys()) {
            const comment = commentAt(key)
            if (comment) look(note as NoteId, map as NoteMap, comment)
          }
        }
      else if (
        (type._item?.parent as unknown) === notes &&
        isId(type._item?.parentSub) &&
        !type._item.deleted
      )
        for (const key of keys) {
          const comment = key && commentAt(key)
          if (comment) look(type._item.parentSub as NoteId, type as NoteMap, comment)
        }
    }
    return changes
  }
}
