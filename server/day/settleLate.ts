import * as Y from 'yjs'
import type { Person } from '#shared/api.ts'
import { addNote, notesOf } from '#shared/board.ts'
import type { LateEnding } from '#shared/day/collectAnswers.ts'
import type { NoteId } from '#shared/ids.ts'
import { hasVisibleText } from '#shared/note.ts'
import { Refusal } from '#shared/refusal.ts'
import type { App } from '../app.ts'
import type { RecordChange, Tables } from '../records.ts'
import { editTogether } from '../rooms/editTogether.ts'
import { claimNote } from '../rooms/noteClaims.ts'
import type { Room } from '../rooms/room.ts'
import { changesIn, latePlace, seesLate, tryLate, updatesOf } from './lateRows.ts'

type Late = Tables['late']
export type SettleLate = { readonly how: LateEnding; readonly reason: string }

/**
 * What came late is accepted as its author's, stands as new notes beside what is there, or is discarded for a reason: the
 * document and the row that says so in one commit. What was done stays known; the edit itself is gone then.
 */
export const settleLate = (
  app: App,
  person: Person,
  id: string,
  { how, reason }: SettleLate,
): Promise<void> =>
  app.day.inOrder(async () => {
    const row = app.records.get('late', id)
    if (!row || !seesLate(person, row)) throw new Refusal('notFound')
    if (row.settled) throw new Refusal('lateSettled', { by: row.settled.by })
    const said = reason.trim()
    if (how === 'discarded' && !hasVisibleText(said)) throw new Refusal('reasonMissing')
    const isPlenum = latePlace(row) === 'plenum'
    if (isPlenum && how === 'noted') throw new Refusal('lateNoText')
    const settle = async () => {
      const room = await app.rooms.open(row.room)
      await settleIn(app, room, id, row, { how, reason: said }, person)
    }
    return isPlenum && how === 'accepted' ? app.plenum.change(settle) : settle()
  })

const settleIn = (
  app: App,
  room: Room,
  id: string,
  known: Late,
  { how, reason }: SettleLate,
  by: Person,
): Promise<void> =>
  editTogether(app.records, [room], (edit) =>
    edit(room, (doc): RecordChange[] => {
      // More may have come on the same line since.
      const row = app.records.get('late', id) ?? known
      if (how === 'accepted') accept(room, doc, row)
      if (how === 'noted') addBeside(app, doc, row)
      const settled = { how, reason, by: by.name, at: app.now() }
      return [{ table: 'late', id, value: { ...row, updates: [], settled } }]
    }),
  )

/** Numbers and authors follow from whose Yjs clients these are. */
const accept = (room: Room, doc: Y.Doc, row: Late): void => {
  const tried = tryLate(Y.encodeStateAsUpdate(doc), row)
  tried.close()
  if (tried.isBroken) throw new Refusal('lateBroken')
  for (const update of updatesOf(row)) {
    room.own(row.person, [...Y.parseUpdateMeta(update).from.keys()])
    Y.applyUpdate(doc, update)
  }
}

const addBeside = (app: App, doc: Y.Doc, row: Late): void => {
  const tried = tryLate(Y.encodeStateAsUpdate(doc), row)
  const texts = changesIn(app, row, tried).flatMap((change) =>
    change.kind === 'note' && change.after && !isSameText(change.before, change.after)
      ? [{ ...change, after: change.after }]
      : [],
  )
  tried.close()
  if (texts.length === 0) throw new Refusal('lateNoText')
  texts.forEach(({ id, before, after }, rank) => {
    const as = before || notesOf(doc).has(id) ? app.newId<NoteId>() : id
    const note = addNote(doc, { ...after, id: as, createdAt: app.now() })
    claimNote(note, { person: row.person, author: row.name, rank })
  })
}

const isSameText = (one: { blocks: unknown } | null, other: { blocks: unknown }) =>
  one !== null && JSON.stringify(one.blocks) === JSON.stringify(other.blocks)
