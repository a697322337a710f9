import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, bodyOf, notesOf, readNotes } from '#shared/board.ts'
import type { KindId, NoteId, NoteRef } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { ResultReport } from '#shared/report/report.ts'
import { step1Frame, updateFrame } from '../../server/rooms/frames.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { docSays, notesOfGroup, plenumOf, soon } from '../kit/venue.ts'

let day: Awaited<ReturnType<typeof openPlenumDay>>
beforeAll(async () => {
  day = await openPlenumDay({ LIMIT_TAIL_ROWS: '3' })
})
afterAll(() => day.close())

/** Files of the store in which this stands, as text or as the base64 of late edits. */
const holding = (word: string): string[] => {
  // In base64 a word looks different at each of three offsets; its ends depend on its neighbours.
  const spellings = [word, ...[0, 1, 2].map((at) => btoa(`${' '.repeat(at)}${word}`).slice(at + 1, -4))]
  return readdirSync(day.dataDir).filter((file) => {
    const bytes = readFileSync(join(day.dataDir, file))
    return spellings.some((spelling) => bytes.includes(spelling))
  })
}
const erase = (ref: NoteRef, who = day.staff) => {
  const [group, note] = ref.split('/')
  return who.call<{ results: string[] }>('DELETE', `/groups/${group}/notes/${note}`)
}

test('L11 an erased note is in no file of the store: not in log, snapshots, late edits or versions', async () => {
  const secret = 'Klinikum-Dornroeschen-4711'
  const ref = await day.mark('A', `Davor steht ${secret} und danach`)
  const kept = await day.mark('A', 'Diese Karte bleibt stehen')
  // Its history: moved again and again, with snapshots in between.
  const watching = await day.staff.open('group/A')
  const isAt = (doc: Y.Doc) =>
    notesOf(doc)
      .get(ref.split('/')[1] as string)
      ?.get('at') as { x: number } | null
  for (let at = 0; at < 30; at++) {
    day.mapOf(ref)?.set('at', { x: at, y: at })
    await docSays('the move', watching, (doc) => isAt(doc)?.x === at)
  }
  // Somebody who has left the group hands in more about it.
  const anna = await day.join('member', 'Kreisverband 12', 'A')
  const late = await anna.open('group/A')
  await docSays('the note', late, (doc) => notesOf(doc).has(ref.split('/')[1] as string))
  await anna.call('POST', '/me/group', { group: 'B' })
  addNote(late.doc, {
    id: 'late' as NoteId,
    question: null,
    kind: 'idea' as KindId,
    createdAt: 1,
    blocks: parseNoteText('Spät, aber anderes'),
  })
  bodyOf(notesOf(late.doc).get(ref.split('/')[1] as string) as never)?.insert(
    0,
    // One more paragraph with the same secret.
    (bodyOf(day.mapOf(ref) as never)?.slice(0, 1) ?? []).map((block) => block.clone()) as never,
  )
  await late.closed
  expect((await plenumOf(day.staff)).latecomers).toBe(1)
  const number = await day.numberOf(ref)
  const result = await day.make(kept)
  await day.patch(result.id, { links: [ref] })
  await day.decide(result)
  await day.moderator.call('POST', '/plenum/finalise')
  await soon('the secret to be on disk', async () => holding(secret).length > 0)

  expect(await erase(ref)).toMatchObject({ status: 200, body: { results: [] } })
  expect(holding(secret)).toEqual([])
  expect(holding('Diese Karte bleibt stehen')).not.toEqual([])
  // Others lose nothing.
  const reader = await day.staff.open('group/A')
  expect(readNotes(reader.doc).map(({ id }) => `A/${id}`)).toEqual([kept])
  expect((await plenumOf(day.staff)).latecomers).toBe(1)
  // The gap can be seen, in the Plenum and in the frozen version, which says what became of its hash.
  await docSays(
    'the gap',
    day.gathered,
    () => day.gatheredNotes().find((note) => note.ref === ref)?.blocks.length === 0,
  )
  const { versions } = await plenumOf(day.staff)
  expect(versions[0]?.redacted?.was).toMatch(/^[0-9a-f]{64}$/)
  const version = (
    await day.staff.call<{ report: ResultReport; sha256: string }>('GET', '/plenum/versions/1')
  ).body
  expect(version.sha256).toBe(versions[0]?.sha256)
  expect(version.sha256).not.toBe(versions[0]?.redacted?.was)
  const report = JSON.stringify(version.report)
  expect(report).toContain('[gelöscht]')
  expect(report).toContain(number)
  // Its number is not given again.
  addNote(day.board('A').doc, {
    id: 'next' as NoteId,
    question: null,
    kind: 'idea' as KindId,
    createdAt: 9,
    blocks: parseNoteText('danach geschrieben'),
  })
  const next = await soon('a number', async () =>
    (await notesOfGroup(day.staff, 'A')).find(({ id }) => id === 'next'),
  )
  expect(`A-0${next.number}`).not.toBe(number)
  // Again: nothing is left to do, and nothing breaks.
  expect((await erase(ref)).status).toBe(200)
})

test('L11 what a result says is told and stays; whoever opens the board afterwards gets the same', async () => {
  await day.staff.call('POST', '/plenum/reopen')
  const ref = await day.mark('B', 'Beratung in leichter Sprache')
  const result = await day.make(ref)
  const { body } = await erase(ref)
  expect(body.results).toHaveLength(1)
  expect(await day.result(result.id)).toMatchObject({ sources: [ref] })
  expect(holding('Beratung in leichter Sprache')).not.toEqual([])
  const gap = await docSays('the gap', day.gathered, () =>
    day.gatheredNotes().find((note) => note.ref === ref && note.blocks.length === 0),
  )
  expect(gap).toMatchObject({ withdrawn: true })
})

test('A3 erasing is for moderators of the group and staff; a note that never was is not found', async () => {
  const ref = await day.mark('C', 'bleibt')
  const member = await day.join('member', 'Kreisverband 3', 'C')
  const foreign = await day.join('moderator', 'Moderation D', 'D')
  const own = await day.join('moderator', 'Moderation C', 'C')
  for (const who of [member, foreign, day.moderator])
    expect((await erase(ref, who)).body.error).toBe('forbidden')
  expect((await erase('C/never' as NoteRef, own)).body.error).toBe('notFound')
  expect((await erase('Z/never' as NoteRef)).body.error).toBe('groupUnknown')
  expect(notesOf(day.board('C').doc).has(ref.slice(2))).toBe(true)
  expect((await erase(ref, own)).status).toBe(200)
})

test('B12 what the Themenspeicher calls an erased note goes with it', async () => {
  const topic = 'Haus Abendrot 4712'
  const ref = await day.mark('D', topic)
  const parkingLot = [{ note: ref, topic, addressee: { levels: [], text: null } }]
  expect((await day.moderator.call('PUT', '/plenum/closing', { parkingLot })).status).toBe(200)
  expect((await erase(ref)).status).toBe(200)
  const { plenum } = await plenumOf(day.staff)
  expect(plenum.parkingLot).toEqual([{ ...parkingLot[0], topic: '' }])
  expect(holding(topic)).toEqual([])
})

test('L11 what somebody wrote without network into a note that was erased meanwhile never reaches the disk', async () => {
  const ref = await day.mark('D', 'Karte, in der gleich zwei schreiben')
  const anna = await day.join('member', 'Kreisverband 4', 'D')
  const offline = await anna.open('group/D')
  const id = ref.slice(2)
  await docSays('the note', offline, (doc) => notesOf(doc).has(id))
  offline.provider.disconnect()
  const body = bodyOf(notesOf(offline.doc).get(id) as never) as Y.XmlFragment
  const text = (body.get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.insert(0, 'Zwiebelturm-0815 ')
  addNote(offline.doc, {
    id: 'other' as NoteId,
    question: null,
    kind: 'idea' as KindId,
    createdAt: 3,
    blocks: parseNoteText('Diese Karte kommt noch an'),
  })
  await erase(ref)
  offline.provider.connect()
  await docSays('what is not erased', day.board('D'), (doc) => notesOf(doc).has('other'))
  expect(holding('Diese Karte kommt noch an')).not.toEqual([])
  expect(holding('Zwiebelturm-0815')).toEqual([])
  await docSays('the erasure', offline, (doc) => !notesOf(doc).has(id))
})

test('L11 what waited for something else in an erased note is handed to nobody any more', async () => {
  const ref = await day.mark('D', 'Wartet auf mehr')
  const anna = await day.join('member', 'Kreisverband 5', 'D')
  const live = await anna.open('group/D')
  await docSays('the note', live, (doc) => notesOf(doc).has(ref.slice(2)))
  // Of two edits elsewhere only the second arrives: it waits for the first.
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(live.doc))
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  const text = (
    (bodyOf(notesOf(copy).get(ref.slice(2)) as never) as Y.XmlFragment).get(0) as Y.XmlElement
  ).get(0)
  ;(text as Y.XmlText).insert(0, 'q')
  ;(text as Y.XmlText).insert(1, 'Geranienkasten-1199')
  const { socket } = await day.socket(`/sync/${anna.event.id}/group/D?ticket=${anna.ticket}`)
  socket.send(updateFrame(updates[1] as Uint8Array))
  await soon('the edit to wait on disk', async () => holding('Geranienkasten-1199').length > 0)
  await erase(ref)
  expect(holding('Geranienkasten-1199')).toEqual([])
  const joined = await day.socket(`/sync/${anna.event.id}/group/D?ticket=${anna.ticket}`)
  joined.socket.send(step1Frame(Uint8Array.of(0)))
  await soon('the board', async () => joined.frames.some((frame) => frame[0] === 0 && frame[1] === 1))
  expect(Buffer.concat(joined.frames).includes('Geranienkasten-1199')).toBe(false)
  for (const one of [socket, joined.socket]) one.terminate()
})
