import * as Y from 'yjs'
import type { GroupId, NoteId, PersonId } from '#shared/ids.ts'
import { isId, noteRef } from '#shared/ids.ts'
import { byCreation, notesOf, readNote } from '#shared/board.ts'
import type { RecordChange, Records } from '../records.ts'
import { claimOf } from './noteClaims.ts'

/**
 * W3: a note gets its number and its author when it first commits with visible text, in the same commit,
 * whatever client wrote it. Numbers are never reused.
 */
export const noteNumbers = (doc: Y.Doc, group: GroupId, records: Records, now: () => number) => {
  // Named before the first turn: Yjs replaces a root type when its kind is first asked for.
  const notes = notesOf(doc)
  const rows = records.all('note').filter(([, row]) => row.group === group)
  let next = 1 + rows.reduce((highest, [, row]) => Math.max(highest, row.number), 0)
  const given = new Set(rows.map(([ref]) => ref))

  return (transaction: Y.Transaction, ownerOf: (client: number) => PersonId | null): RecordChange[] => {
    const fresh = touchedNotes(transaction, notes)
      .filter((id) => isId(id) && !given.has(noteRef(group, id)))
      .flatMap((id) => {
        const map = notes.get(id)
        return map instanceof Y.Map ? [{ map, note: readNote(id, map), claim: claimOf(map) }] : []
      })
      .filter(({ note }) => !note.isEmpty)
      .sort(
        (a, b) =>
          a.note.createdAt - b.note.createdAt ||
          (a.claim?.rank ?? 0) - (b.claim?.rank ?? 0) ||
          byCreation(a.note, b.note),
      )
    return fresh.map(({ map, note, claim }): RecordChange => {
      const owner = map._item ? ownerOf(map._item.id.client) : null
      const { person, author } = claim ?? {
        person: owner,
        author: owner ? (records.get('person', owner)?.name ?? '') : '',
      }
      const ref = noteRef(group, note.id)
      given.add(ref)
      return { table: 'note', id: ref, value: { group, number: next++, person, author, at: now() } }
    })
  }
}

/** Ids of the notes in which this transaction changed anything. */
const touchedNotes = (transaction: Y.Transaction, notes: object): NoteId[] => {
  const ids = new Set<string>()
  for (const [type, keys] of transaction.changed as Map<Y.AbstractType<unknown>, Set<string | null>>) {
    if ((type as unknown) === notes) for (const key of keys) if (key !== null) ids.add(key)
    for (
      let at: Y.AbstractType<unknown> | null = type;
      at?._item;
      at = at._item.parent as Y.AbstractType<unknown>
    )
      if ((at._item.parent as unknown) === notes && at._item.parentSub !== null) ids.add(at._item.parentSub)
  }
  return [...ids] as NoteId[]
}
