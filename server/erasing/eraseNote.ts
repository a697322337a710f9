import * as Y from 'yjs'
import type { ErasedAnswer } from '#shared/api.ts'
import { notesOf } from '#shared/board.ts'
import { readDrafts } from '#shared/day/drafts.ts'
import { gatheredOf } from '#shared/gather.ts'
import { noteNumber, noteRef, type GroupId, type NoteId, type NoteRef } from '#shared/ids.ts'
import { roomName, type RoomName } from '#shared/place.ts'
import { redactReport } from '#shared/report/redactReport.ts'
import { Refusal } from '#shared/refusal.ts'
import type { App } from '../app.ts'
import { sha256 } from '../plenum/decisions.ts'
import type { RecordChange } from '../records.ts'
import { eraseQuestionOf } from '../day/questions.ts'
import { dropNote } from '../rooms/dropNote.ts'
import { replaceKept } from '../rooms/replaceKept.ts'
import type { Room } from '../rooms/room.ts'
import { readVersion } from '../plenum/finalising.ts'
import { redactedMinutes } from './redactedMinutes.ts'

/**
 * W9: takes a note away for good. It goes from the board and from what was gathered; then everything that is kept of
 * the documents it stood in is replaced by what is left: no snapshot, no log row and no finalised version holds its text.
 * The number stays given. The question to a talk that it was made of goes with it. What the Plenum wrote itself,
 * wordings and titles, and other notes of that question are told and not touched.
 */
export const eraseNote = async (app: App, group: GroupId, note: NoteId): Promise<ErasedAnswer> => {
  const ref = noteRef(group, note)
  const board = await app.rooms.place({ kind: 'group', group })
  const stands = await board.read((doc) => notesOf(doc).has(note))
  if (!stands && !app.records.get('note', ref)) throw new Refusal('notFound')
  // Before the Plenum's turn: commands of the day may wait for that while they hold their own.
  const alike = await eraseQuestionOf(app, ref)
  const results = await eraseInTurn(app, group, note, board)
  const numberOf = (other: NoteRef) => {
    const row = app.records.get('note', other)
    return row ? [noteNumber(row.group, row.number)] : []
  }
  return { results, notes: alike.flatMap(numberOf) }
}

const eraseInTurn = (app: App, group: GroupId, note: NoteId, board: Room): Promise<readonly string[]> =>
  app.plenum.inOrder(async () => {
    const { rooms, records, plenum } = app
    const ref = noteRef(group, note)
    const row = records.get('note', ref)
    await board.edit((doc) => {
      dropNote(doc, note)
      return [
        ...(row
          ? [
              {
                table: 'note',
                id: ref,
                value: { ...row, author: '', person: null, erasedAt: app.now() },
              } as const,
            ]
          : []),
        ...commentsOn(app, group, note),
      ]
    })
    const drafts = await draftsWith(app, note)
    for (const { room, removal } of drafts)
      await room.edit((doc) => {
        dropNote(doc, removal.note)
        return []
      })
    await plenum.gathering.settled()
    const gathered = await rooms.place({ kind: 'gathered' })
    await gathered.edit((doc) => {
      const known = gatheredOf(doc).get(ref)
      // A result keeps its source: the gap can be seen.
      if (known) gatheredOf(doc).set(ref, { ...known, blocks: [], withdrawn: true, order: null })
      return []
    })
    const number = row && noteNumber(group, row.number)
    await replaceKept(
      app,
      [
        { room: board, removal: { note } },
        { room: gathered, removal: { note: ref } },
        { room: await rooms.place({ kind: 'plenum' }), removal: null },
        ...drafts,
      ],
      async (boardState) => [
        ...(number ? redactedVersions(app, number) : []),
        ...redactedMinutes(app, ref),
        ...withoutTopic(app, ref),
        ...(await purgedLateEdits(app, roomName(app.event, { kind: 'group', group }), boardState, note)),
      ],
    )
    // If this fails, whoever erases is told and can do it again.
    await records.wipe()
    const made = plenum.results().filter(({ sources }) => sources.includes(ref))
    return made.map((result) => plenum.nameOf(result))
  })

/** What was collected hidden still stands in its author's draft. */
const draftsWith = async ({ rooms, records, plan }: App, note: NoteId) => {
  const members = records.all('person').filter(([, { role }]) => role === 'member')
  const found = members.map(async ([, { id }]) => {
    const room = await rooms.place({ kind: 'draft', person: id })
    const drafted = await room.read((doc) => {
      const isCopied = readDrafts(doc, plan).find(({ sent }) => sent?.as === note)
      return isCopied?.note.id ?? (notesOf(doc).has(note) ? note : null)
    })
    return drafted ? [{ room, removal: { note: drafted } }] : []
  })
  return (await Promise.all(found)).flat()
}

const commentsOn = ({ records }: App, group: GroupId, note: NoteId): RecordChange[] =>
  records
    .all('comment')
    .filter(([, row]) => row.group === group && row.note === note)
    .map(([id]) => ({ table: 'comment', id, value: null }))

const redactedVersions = (app: App, number: string): RecordChange[] =>
  app.records.all('version').flatMap(([id, row]): RecordChange[] => {
    const json = JSON.stringify(redactReport(readVersion(app.plenum, id).report, number))
    if (json === row.json) return []
    const redacted = { at: app.now(), was: row.redacted?.was ?? row.sha256 }
    return [{ table: 'version', id, value: { ...row, json, sha256: sha256(json), redacted } }]
  })

/** What the Themenspeicher calls a note begins as its text. */
const withoutTopic = ({ plenum: { state } }: App, ref: NoteRef): RecordChange[] => {
  if (!state.parkingLot.some(({ note, topic }) => note === ref && topic !== '')) return []
  const parkingLot = state.parkingLot.map((entry) => (entry.note === ref ? { ...entry, topic: '' } : entry))
  return [{ table: 'plenum', id: 'plenum', value: { ...state, parkingLot } }]
}

/** Edits that came too late may hold the note as well: what is left of them is kept as one. */
const purgedLateEdits = async (
  { records, workshop }: App,
  room: RoomName,
  state: Uint8Array,
  note: NoteId,
): Promise<RecordChange[]> => {
  const changes: RecordChange[] = []
  const vector = Y.encodeStateVectorFromUpdate(state)
  for (const [id, row] of records.all('late')) {
    if (row.room !== room || row.settled) continue
    const updates = row.updates.map((update) => new Uint8Array(Buffer.from(update, 'base64')))
    const left = await workshop.purge([state, ...updates], { note })
    const update = Buffer.from(Y.diffUpdate(left.bytes, vector)).toString('base64')
    changes.push({ table: 'late', id, value: { ...row, updates: [update] } })
  }
  return changes
}
