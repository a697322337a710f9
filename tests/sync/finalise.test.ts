import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NoteRef } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import type { ResultReport } from '#shared/report/report.ts'
import { resultNumbers, wordingsOf, type Result } from '#shared/result.ts'
import { updateFrame } from '../../server/rooms/frames.ts'
import { sha256 } from '../../server/plenum/decisions.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { docSays, plenumOf, soon } from '../kit/venue.ts'

type VersionAnswer = { version: number; at: number; sha256: string; report: ResultReport }

let day: Awaited<ReturnType<typeof openPlenumDay>>
let refs: NoteRef[]
let first: Result
let second: Result
beforeAll(async () => {
  day = await openPlenumDay()
  refs = [await day.mark('A', 'Wir beraten alle', { kind: 'guideline' }), await day.mark('B', 'Brückenfonds')]
  first = await day.make(refs[0] as NoteRef)
  second = await day.make(refs[1] as NoteRef)
  await day.decide(first, { counts: { agree: 40 } })
})
afterAll(() => day.close())

const post = (path: string) => day.moderator.call('POST', path)
const version = async (number: number | string) =>
  (await day.staff.call<VersionAnswer>('GET', `/plenum/versions/${number}`)).body
const exported = async (query: string) => {
  const answer = await fetch(`${day.origin}/api/export/results.md${query}`, {
    headers: { authorization: `Bearer ${day.staff.ticket}` },
  })
  return answer.text()
}
const names = async () => {
  const { results, decisions } = await plenumOf(day.staff)
  const { event } = (await day.staff.call<{ event: never }>('GET', '/me')).body
  return Object.fromEntries(resultNumbers(results, decisions, event))
}

test('P11 before the first finalisation there is no version, and nothing to open again', async () => {
  expect((await plenumOf(day.staff)).versions).toEqual([])
  expect((await day.staff.call('GET', '/plenum/versions/1')).body.error).toBe('notFound')
  expect((await post('/plenum/reopen')).body.error).toBe('plenumOpen')
  expect((await day.staff.call('GET', '/export/results.md?version=1')).body.error).toBe('notFound')
})

test('P11 what was sent before the freeze is in the version; the version is stored with the SHA-256 of its JSON', async () => {
  // Sent in the same breath, on two ways: the edit was first.
  const edge = await day.moderator.open('plenum')
  await docSays('the wording', edge, (doc) => wordingsOf(doc).has(first.id))
  const paragraph = wordingsOf(edge.doc).get(first.id)?.get(0) as Y.XmlElement
  const { ticket, event } = day.staff
  const { socket, frames } = await day.socket(`/sync/${event.id}/plenum?ticket=${ticket}&ack=1`)
  const updates: Uint8Array[] = []
  edge.provider.disconnect()
  edge.doc.on('update', (update: Uint8Array) => updates.push(update))
  ;(paragraph.get(0) as Y.XmlText).insert(0, 'Zum Schluss: ')
  socket.send(updateFrame(updates[0] as Uint8Array))
  await soon('the edit to be on disk', async () => frames.some((frame) => frame[0] === 2 && frame[1] === 90))
  const { status, body } = await post('/plenum/finalise')
  expect(status).toBe(200)
  expect(body['plenum']).toMatchObject({ state: 'frozen', version: 1 })
  const stored = await version(1)
  expect(stored.version).toBe(1)
  expect(sha256(JSON.stringify(stored.report))).toBe(stored.sha256)
  expect(body['versions']).toEqual([{ number: 1, at: stored.at, sha256: stored.sha256 }])
  expect(JSON.stringify(stored.report)).toContain('Zum Schluss: Wir beraten alle')
  expect((await day.result(first.id)).number).toBe(1)
  expect((await day.result(second.id)).number).toBe(1)
  socket.terminate()
  edge.leave()
})

test('P11 while it is frozen no command changes anything, and each says why', async () => {
  const before = await plenumOf(day.staff)
  for (const [method, path, body] of [
    ['POST', '/plenum/results', { sources: [refs[0]] }],
    ['PATCH', `/plenum/results/${first.id}`, { title: 'X' }],
    ['POST', `/plenum/results/${first.id}/move`, { before: null }],
    ['POST', `/plenum/results/${first.id}/dissolve`, {}],
    ['POST', `/plenum/results/${first.id}/restore`, {}],
    ['POST', '/plenum/decisions', { results: [{ id: first.id, text: '' }], outcome: 'adopted', counts: {} }],
    ['POST', `/plenum/decisions/${before.decisions[0]?.id}/withdraw`, {}],
    ['PUT', '/plenum/closing', { nextSteps: [] }],
    ['POST', '/plenum/finalise', {}],
  ] as const)
    for (const who of [day.moderator, day.staff]) {
      const answer = await who.call(method, path, body)
      expect([path, answer.status, answer.body.error]).toEqual([path, 409, 'plenumFrozen'])
    }
  expect(await plenumOf(day.staff)).toEqual(before)
  // The wall may still be steered.
  expect((await day.moderator.call('PUT', '/beamer', { show: { kind: 'welcome' } })).status).toBe(200)
})

test('P12 after the freeze nobody writes: a stock moderator is sent away, what they wrote late is kept aside', async () => {
  const late = await day.moderator.open('plenum')
  const reader = await day.staff.open('plenum')
  const before = Y.encodeStateVector(reader.doc)
  wordingsOf(late.doc)
    .get(second.id)
    ?.insert(0, [new Y.XmlText('viel zu spät')])
  expect(await late.closed).toBe(4403)
  expect(late.provider.wsconnected).toBe(false)
  expect((await plenumOf(day.staff)).latecomers).toBe(1)
  expect(Y.encodeStateVector(reader.doc)).toEqual(before)
  const fresh = await day.moderator.open('plenum')
  expect(plainText(day.wordingOf(second))).toBe('Brückenfonds')
  expect(JSON.stringify(wordingsOf(fresh.doc).get(second.id))).not.toContain('spät')
  fresh.leave()
})

test('P12 offline work that comes after the freeze is kept aside as well', async () => {
  const away = await day.staff.open('plenum')
  away.provider.disconnect()
  wordingsOf(away.doc)
    .get(second.id)
    ?.insert(0, [new Y.XmlText('im Zug geschrieben')])
  away.provider.connect()
  expect(await away.closed).toBe(4403)
  expect((await plenumOf(day.staff)).latecomers).toBe(2)
  expect(JSON.stringify(await version(1))).not.toContain('im Zug')
})

test('P11 boards go on while the Plenum is frozen; what is gathered stands still', async () => {
  const before = day.gatheredNotes()
  day.mapOf(refs[1] as NoteRef)?.set('forPlenum', null)
  const reader = await day.staff.open('group/B')
  await docSays('the change on the board', reader, (doc) =>
    [...(doc.getMap('notes') as Y.Map<Y.Map<unknown>>).values()].every(
      (note) => note.get('forPlenum') === null,
    ),
  )
  expect(day.gatheredNotes()).toEqual(before)
  const markdown = await exported('?version=1')
  expect(markdown).toContain('Zum Schluss: Wir beraten alle')
  expect(markdown).toContain('*Fassung 1, Stand ')
  expect(await exported('')).toBe(markdown)
})

test('P12 opened again, everyone writes; the next version stands beside the old one, and numbers stay', async () => {
  const was = await version(1)
  const named = await names()
  expect((await post('/plenum/reopen')).body['plenum']).toMatchObject({ state: 'open', version: 1 })
  expect(await exported('')).toContain('Arbeitsstand')
  await docSays('what happened on the boards meanwhile', day.gathered, () =>
    day.gatheredNotes().some(({ ref, withdrawn }) => ref === refs[1] && withdrawn),
  )
  const third = await day.make(await day.mark('A', 'Ganz neu', { kind: 'guideline', key: '0' }))
  await day.moderator.call('POST', `/plenum/results/${third.id}/move`, { before: first.id })
  expect(await names()).toEqual({ ...named, [third.id]: 'L2' })
  const writer = await day.moderator.open('plenum')
  wordingsOf(writer.doc)
    .get(second.id)
    ?.insert(0, [new Y.XmlText('Nachtrag')])
  await docSays('the new wording', day.plenum, () => plainText(day.wordingOf(second)).includes('Nachtrag'))
  expect((await post('/plenum/finalise')).body['plenum']).toMatchObject({ version: 2, state: 'frozen' })
  expect(await version(1)).toEqual(was)
  expect(JSON.stringify(await version(2))).toContain('Nachtrag')
  expect((await version(2)).sha256).not.toBe(was.sha256)
  expect(await names()).toEqual({ ...named, [third.id]: 'L2' })
  for (const bad of [0, 3, '1.0', 'x'])
    expect((await day.staff.call('GET', `/plenum/versions/${bad}`)).status).toBe(404)
})

test('P11 two who finalise at once make one version', async () => {
  await post('/plenum/reopen')
  const answers = await Promise.all([
    post('/plenum/finalise'),
    post('/plenum/finalise'),
    post('/plenum/finalise'),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect((await plenumOf(day.staff)).versions.map(({ number }) => number)).toEqual([1, 2, 3])
})
