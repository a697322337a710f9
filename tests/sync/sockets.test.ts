import type { PlenumAnswer } from '#shared/api.ts'
import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addNote, notesOf, readNotes } from '#shared/board.ts'
import type { KindId, NoteId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { UserRole } from '#shared/roles.ts'
import { maxFrameBytes } from '#shared/wire.ts'
import { updateFrame } from '../../server/rooms/frames.ts'
import { docSays, notesOfGroup, openVenue, soon, type Guest } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
const guests: Record<string, Guest> = {}
let event = ''
beforeAll(async () => {
  venue = await openVenue()
  const people: [string, UserRole, string | undefined][] = [
    ['member of A', 'member', 'A'],
    ['member, no group', 'member', undefined],
    ['moderator of A', 'moderator', 'A'],
    ['moderator Plenum', 'moderator', 'plenum'],
    ['staff', 'staff', undefined],
    ['beamer', 'beamer', undefined],
  ]
  for (const [name, role, group] of people) guests[name] = await venue.join(role, name, group)
  event = guests['staff']?.event.id ?? ''
})
afterAll(() => venue.close())

let notes = 0
const freshNote = (text: string) => ({
  id: `n${++notes}` as NoteId,
  question: null,
  kind: 'idea' as KindId,
  createdAt: notes,
  blocks: parseNoteText(text),
})
const sync = (room: string, ticket: string | undefined, more = '') =>
  `/sync/${room}?${new URLSearchParams(ticket ? { ticket } : {}).toString()}${more}`

// w: writes · r: reads, and is sent away when writing · a number: is sent away at the door with this code
const rights = `
                   draft/me  draft/you  group/A  group/B  group/Z  gathered  plenum  approach
member of A        w         4403       w        r        4404     r         r       4403
member, no group   w         4403       r        r        4404     r         r       4403
moderator of A     4404      4403       w        r        4404     r         r       4403
moderator Plenum   4404      4403       r        r        4404     r         w       4403
staff              4404      4403       w        w        4404     r         w       w
beamer             4404      4403       r        r        4404     r         r       4403
`
const cells = rights
  .split('\n')
  .filter((line) => line.trim() !== '')
  .flatMap((row, _at, [head = '']) =>
    row === head
      ? []
      : [...head.matchAll(/\S+/g)].map(({ 0: place, index }): [string, string, string] => [
          row.slice(0, 19).trim(),
          place,
          row.slice(index).split(' ')[0] ?? '',
        ]),
  )

test.each(cells)('A2, A10 through a stock client: %s in %s: %s', async (who, place, right) => {
  const guest = guests[who] as Guest
  const you = guests[who === 'member of A' ? 'member, no group' : 'member of A'] as Guest
  const tail = place.replace('/me', `/${guest.person.id}`).replace('/you', `/${you.person.id}`)
  const live = await guest.open(tail)
  if (/\d/.test(right)) return expect(String(await live.closed)).toBe(right)
  expect(live.provider.wsconnected).toBe(true)
  const key = `${who} in ${place}`
  live.doc.getMap('probe').set(key, true)
  if (right === 'r') {
    expect(await live.closed).toBe(4403)
  } else {
    const again = await guest.open(tail)
    await docSays(key, again, (doc) => doc.getMap('probe').has(key))
    again.leave()
  }
  live.leave()
  if (tail.startsWith('draft/')) return
  const reader = await (guests['staff'] as Guest).open(tail)
  expect(reader.doc.getMap('probe').has(key)).toBe(right === 'w')
  reader.leave()
})

test('A2, A10 the table holds every role at every place', () => {
  expect(cells).toHaveLength(6 * 8)
})

test('A4 foreign events, forged paths and places that are none are unknown', async () => {
  const { ticket } = guests['staff'] as Guest
  for (const room of [
    'other-event/group/A',
    `${event}/group/../plenum`,
    `${event}/group/%2e%2e/plenum`,
    `${event}/group/A/..`,
    `${event}%2Fgroup%2FA%2F`,
    `${event}/records`,
    `${event}`,
    '',
    '%E0%A4%A',
    `${event}/draft/nobody`,
  ]) {
    const { ended, socket } = await venue.socket(sync(room, ticket))
    expect([room, await ended]).toEqual([room, 4404])
    socket.terminate()
  }
  for (const path of [
    `/${event}/group/A?ticket=${ticket}`,
    `//?ticket=${ticket}`,
    `/api/me?ticket=${ticket}`,
  ]) {
    const { ended } = await venue.socket(path)
    expect([path, await ended]).toEqual([path, 4404])
  }
})

test('A8 a ticket that is missing, forged, foreign, expired or nobody’s is refused at both doors', async () => {
  const { ticket, person } = guests['member of A'] as Guest
  const secret = Buffer.from(readFileSync(join(venue.dataDir, 'secret'), 'utf8').trim(), 'hex')
  const sign = ({
    key = secret,
    subject = person.id as string,
    audience = event,
    until = '1h',
    alg = 'HS256',
  } = {}) =>
    new SignJWT({})
      .setProtectedHeader({ alg })
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(until)
      .sign(key)
  const [head, payload, signature] = ticket.split('.') as [string, string, string]
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')
  const cases: [string, string | undefined, string][] = [
    ['none', undefined, 'ticketMissing'],
    ['garbage', 'garbage', 'ticketForged'],
    ['another key', await sign({ key: randomBytes(32) }), 'ticketForged'],
    ['another event', await sign({ audience: 'other' }), 'ticketForged'],
    ['another algorithm', await sign({ alg: 'HS512', key: randomBytes(64) }), 'ticketForged'],
    ['somebody unknown', await sign({ subject: 'nobody' }), 'ticketForged'],
    ['no id', await sign({ subject: '../x' }), 'ticketForged'],
    ['unsigned', `${unsigned}.${payload}.`, 'ticketForged'],
    ['changed', `${head}.${payload.slice(0, -2)}.${signature}`, 'ticketForged'],
    ['expired', await sign({ until: '-1s' }), 'ticketExpired'],
  ]
  for (const [name, bad, error] of cases) {
    const { ended } = await venue.socket(sync(`${event}/group/A`, bad))
    expect([name, await ended]).toEqual([name, 4401])
    const { status, body } = await venue.call(
      'GET',
      '/me',
      undefined,
      bad ? { authorization: `Bearer ${bad}` } : {},
    )
    expect([name, status, body.error]).toEqual([name, 401, error])
  }
  const { body } = await venue.call('GET', '/me', undefined, { authorization: `Bearer ${await sign()}` })
  expect(body['person']).toMatchObject({ id: person.id })
})

test('A9 a socket by cookie is taken from our own pages only; with a ticket the origin does not matter', async () => {
  const { ticket } = guests['member of A'] as Guest
  const path = sync(`${event}/group/A`, undefined)
  const cookie = `leitwand=${ticket}`
  const foreign = await venue.socket(path, { cookie, origin: 'https://evil.example' })
  expect(await foreign.ended).toBe(4403)
  const own = await venue.socket(path, { cookie, origin: venue.origin })
  await soon('a greeting', async () => own.frames.length > 0)
  const byTicket = await venue.socket(sync(`${event}/group/A`, ticket), { origin: 'https://evil.example' })
  await soon('a greeting', async () => byTicket.frames.length > 0)
  own.socket.terminate()
  byTicket.socket.terminate()
})

test.each<[string, (socket: WebSocket) => void, number]>([
  ['garbage', (socket) => socket.send(randomBytes(500)), 4400],
  ['nothing', (socket) => socket.send(Buffer.alloc(0)), 4400],
  ['text', (socket) => socket.send('{"hello":"world"}'), 4400],
  ['an update that is none', (socket) => socket.send(Buffer.from([0, 2, 4, 1, 2, 3, 4])), 4400],
  ['a frame over the limit', (socket) => socket.send(Buffer.alloc(maxFrameBytes + 1)), 1009],
])('A11 %s closes its sender; everyone else goes on', async (_, send, code) => {
  const anna = guests['member of A'] as Guest
  const live = await anna.open('group/A')
  const { socket, ended } = await venue.socket(sync(`${event}/group/A`, anna.ticket))
  send(socket)
  expect(await ended).toBe(code)
  expect(live.provider.wsconnected).toBe(true)
  const note = freshNote('Es geht weiter')
  addNote(live.doc, note)
  await soon('a number', async () => (await notesOfGroup(anna, 'A')).some(({ id }) => id === note.id))
  live.leave()
})

test('A11 whoever sends before the ticket is checked is heard in order, but not without end', async () => {
  const anna = guests['member of A'] as Guest
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const text of ['eins', 'zwei', 'drei']) addNote(doc, freshNote(text))
  const early = new WebSocket(
    `${venue.origin.replace('http', 'ws')}${sync(`${event}/group/A`, anna.ticket, '&ack=1')}`,
  )
  const acks: string[] = []
  early.on('message', (data: Buffer) => data[0] === 2 && acks.push([...data].join(' ')))
  await new Promise((done) => early.on('open', done))
  for (const update of updates) early.send(updateFrame(update))
  await soon('an acknowledgement', async () => acks.includes('2 90 3'))
  early.terminate()
  const flood = await venue.socket(sync(`${event}/group/A`, 'forged'))
  for (let at = 0; at < 3; at++) flood.socket.send(Buffer.alloc(maxFrameBytes - 10))
  expect([4401, 4413]).toContain(await flood.ended)
})

test('R6 a note by one stock client is read by another, with its number and its author', async () => {
  const anna = await venue.join('member', 'Kreisverband 7', 'B')
  const ben = await venue.join('member', 'Ortsverein 9', 'B')
  const [here, there] = [await anna.open('group/B'), await ben.open('group/B')]
  const note = freshNote('Anlaufstelle für **alle**')
  addNote(here.doc, note)
  const read = await docSays('the note', there, (doc) => readNotes(doc).find(({ id }) => id === note.id))
  expect(read.blocks).toEqual(note.blocks)
  const fact = await soon('a number', async () =>
    (await notesOfGroup(ben, 'B')).find(({ id }) => id === note.id),
  )
  expect(fact).toEqual({ id: note.id, number: 1, author: 'Kreisverband 7', isMine: false })
  expect((await notesOfGroup(anna, 'B')).find(({ id }) => id === note.id)?.isMine).toBe(true)
  const both = [addNote(here.doc, freshNote('zugleich')), addNote(there.doc, freshNote('zugleich'))]
  expect(both).toHaveLength(2)
  await soon('both numbers', async () => (await notesOfGroup(ben, 'B')).length === 3)
  expect((await notesOfGroup(ben, 'B')).map(({ number }) => number).sort()).toEqual([1, 2, 3])
  expect((await notesOfGroup(ben, 'A')).every(({ number }) => number > 0)).toBe(true)
  await docSays('all notes', here, (doc) => notesOf(doc).size === 3)
})

test('A10 rights follow the rows while somebody is connected', async () => {
  const anna = await venue.join('member', 'Kreisverband 1', 'C')
  const live = await anna.open('group/C')
  const ahead = await anna.open('group/D')
  addNote(live.doc, freshNote('vorher'))
  await soon('a number', async () => (await notesOfGroup(anna, 'C')).length === 1)
  const latecomers = async () => (await anna.call<PlenumAnswer>('GET', '/plenum')).body.latecomers
  const before = await latecomers()
  await anna.call('POST', '/me/group', { group: 'D' })
  addNote(live.doc, freshNote('nachher'))
  expect(await live.closed).toBe(4403)
  // What was written for the group one has left is kept aside, not dropped.
  expect(await latecomers()).toBe(before + 1)
  // Where one may write from now on, no new connection is needed.
  addNote(ahead.doc, freshNote('dort'))
  await soon('a number', async () => (await notesOfGroup(anna, 'D')).length === 1)
  const again = await anna.open('group/C')
  expect(notesOf(again.doc).size).toBe(1)
})
