import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, notesOf } from '#shared/board.ts'
import type { KindId, NoteId, PersonId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Budget } from '../../server/doors/budget.ts'
import { Connections } from '../../server/doors/connections.ts'
import { Turnstile } from '../../server/doors/turnstile.ts'
import { Visitor, type Carrier, type DoorPorts } from '../../server/doors/visitor.ts'
import { defaultLimits } from '../../server/limits.ts'
import { step1Frame, updateFrame } from '../../server/rooms/frames.ts'
import { Intake } from '../../server/rooms/intake.ts'
import { noMeters } from '../../server/rooms/meters.ts'
import { Clock } from '../kit/clock.ts'
import { Talk } from '../kit/talk.ts'

const note = (id: string, text = '') => ({
  id: id as NoteId,
  question: null,
  kind: 'idea' as KindId,
  createdAt: 0,
  blocks: parseNoteText(text),
})
const { behindBytes, behindMs } = defaultLimits

test('R13 a client that is behind gets nothing more, and then one difference, its acknowledgement and who is here', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  await talk.heard()
  ben.backlog = behindBytes + 1
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  // The frame that was one too many is still sent.
  expect(await talk.heard(20)).toContain('server → ben update')
  for (const id of ['n2', 'n3', 'n4']) {
    anna.edit((doc) => addNote(doc, note(id, id)))
    ben.edit((doc) => addNote(doc, note(`${id}-ben`, id)))
    expect((await talk.heard(20)).filter((line) => line.startsWith('server → ben'))).toEqual([])
  }
  expect([...notesOf(ben.doc).keys()].sort()).toEqual(['n1', 'n2-ben', 'n3-ben', 'n4-ben'])
  ben.backlog = 0
  anna.shows({ note: 'n1' })
  const words = (await talk.heard(200)).filter((line) => line.startsWith('server → ben'))
  expect(words.slice(0, 2)).toEqual(['server → ben step 2', 'server → ben stored 3'])
  expect(words[2]).toContain('presence')
  expect([...notesOf(ben.doc).keys()].sort()).toEqual([...notesOf(anna.doc).keys()].sort())
  expect(notesOf(ben.doc).size).toBe(7)
})

test('R13 nothing overtakes the difference: what a turn brings meanwhile is part of it', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  await talk.heard()
  ben.backlog = behindBytes + 1
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  await talk.heard(20)
  anna.edit((doc) => addNote(doc, note('n2', 'zwei')))
  await talk.heard(30)
  const { promise, resolve } = Promise.withResolvers<void>()
  talk.disk = promise
  anna.edit((doc) => addNote(doc, note('n3', 'drei')))
  ben.backlog = 0
  expect(await talk.heard(150)).toEqual([])
  resolve()
  const words = await talk.heard(20)
  expect(words.filter((line) => line.startsWith('server → ben'))[0]).toBe('server → ben step 2')
  expect([...notesOf(ben.doc).keys()].sort()).toEqual(['n1', 'n2', 'n3'])
  expect(ben.doc.store.pendingStructs).toBe(null)
})

test('R13 who is behind and asks is answered with the difference; who takes nothing for ten seconds is sent away', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  await talk.heard()
  ben.backlog = behindBytes * 2
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  await talk.heard()
  ben.asks()
  expect(await talk.heard(500)).toEqual([])
  // Slow, but moving.
  for (let at = 0; at < 5; at++) {
    ben.backlog -= 10_000
    expect(await talk.heard(behindMs - 1_000)).toEqual([])
  }
  expect(await talk.heard(behindMs + 500)).toEqual(['server → ben closed 4508 tooSlow'])
  anna.edit((doc) => addNote(doc, note('n2', 'zwei')))
  expect(await talk.heard()).toContain('server → anna stored 2')
})

test('R13 who goes on asking is answered now and then, with everything at once, and not at all while behind', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  anna.shows({ note: 'n1' })
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  await talk.heard(300)
  for (let at = 0; at < 3_000; at++) {
    ben.says(step1Frame(Uint8Array.of(0)))
    ben.says(Uint8Array.of(3))
  }
  const words = (await talk.heard(300)).filter((line) => line.startsWith('server → ben'))
  expect(words.length).toBeGreaterThan(20)
  expect(words.length).toBeLessThan(300)
  await talk.heard(2_000)
  ben.backlog = behindBytes + 1
  ben.says(Uint8Array.of(3))
  await talk.heard(200)
  for (let at = 0; at < 500; at++) ben.says(Uint8Array.of(3))
  ben.asks()
  expect(await talk.heard(1_000)).toEqual([])
})

test('R14 a full document takes nothing more: who writes is sent away, everyone reads', async () => {
  const talk = await Talk.open(undefined, { documentBytes: 2_000 })
  const anna = await talk.joins('anna')
  await talk.heard()
  anna.edit((doc) => addNote(doc, note('n1', 'viel Text '.repeat(300))))
  expect(await talk.heard()).toContain('server → anna stored 1')
  // Nothing to say is no growth.
  anna.says(updateFrame(Uint8Array.of(0, 0)))
  expect(await talk.heard()).toEqual(['server → anna stored 2'])
  anna.edit((doc) => addNote(doc, note('n2', 'noch mehr')))
  expect(await talk.heard()).toEqual(['server → anna closed 4413 documentFull'])
  const ben = await talk.joins('ben')
  ben.asks()
  expect(await talk.heard()).toEqual(['server → ben step 1', 'server → ben step 2'])
  expect([...notesOf(ben.doc).keys()]).toEqual(['n1'])
})

test('R14 into a full document comes whoever brings nothing new, and what is deleted is deleted', async () => {
  const talk = await Talk.open(undefined, { documentBytes: 2_000 })
  const anna = await talk.joins('anna')
  await talk.heard()
  anna.edit((doc) => addNote(doc, note('n1', 'kurz')))
  anna.edit((doc) => notesOf(doc).delete('n1'))
  anna.edit((doc) => addNote(doc, note('n2', 'viel Text '.repeat(300))))
  await talk.heard()
  // A client that comes back says all that it knows to be deleted.
  const room = await talk.rooms.open('event/group/A' as never)
  const vector = await room.read((doc) => Y.encodeStateVector(doc))
  anna.says(updateFrame(Y.encodeStateAsUpdate(anna.doc, vector)))
  expect(await talk.heard()).toEqual(['server → anna stored 4'])
  anna.edit((doc) => notesOf(doc).delete('n2'))
  expect(await talk.heard()).toContain('server → anna stored 5')
})

test('R14 too much that waits for what never came: its sender comes back with the whole, nothing else is touched', async () => {
  const talk = await Talk.open(undefined, { parkedBytes: 5_000 })
  const anna = await talk.joins('anna')
  const mallory = await talk.joins('mallory')
  await talk.heard()
  const hidden = new Y.Doc()
  const updates: Uint8Array[] = []
  hidden.on('update', (update: Uint8Array) => updates.push(update))
  for (let at = 0; at < 20; at++) hidden.getText('flood').insert(0, `${at} `.repeat(500))
  // A little may wait: it is stored and acknowledged.
  mallory.says(updateFrame(updates[1] as Uint8Array))
  expect(await talk.heard()).toEqual([
    'server → log update 1',
    'server → anna update',
    'server → mallory update',
    'server → mallory stored 1',
  ])
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  for (const update of updates.slice(2)) mallory.says(updateFrame(update))
  const words = await talk.heard()
  expect(words).toContain('server → mallory closed 4503 tooManyParked')
  expect(words).toContain('server → anna stored 1')
  anna.edit((doc) => addNote(doc, note('n2', 'zwei')))
  expect(await talk.heard()).toContain('server → anna stored 2')
  const again = await talk.joins('mallory')
  again.says(updateFrame(Y.encodeStateAsUpdate(hidden)))
  expect(await talk.heard()).toContain('server → mallory stored 1')
  const room = await talk.rooms.open('event/group/A' as never)
  const read = room.read((doc) => [doc.getText('flood').length, doc.store.pendingStructs])
  expect(await read).toEqual([hidden.getText('flood').length, null])
})

test('R15 what is received and not on disk is bounded: doors wait until there is room', () => {
  let now = 0
  const intake = new Intake({ heldBytes: 1_000, slowStoreMs: 2_000 }, () => now)
  const resumed: string[] = []
  intake.took(900)
  expect(intake.isFull).toBe(false)
  intake.took(200)
  expect(intake.isFull).toBe(true)
  intake.whenRoomy(() => resumed.push('many bytes'))
  intake.settled(50)
  expect(resumed).toEqual([])
  intake.settled(150)
  expect([resumed, intake.isFull]).toEqual([['many bytes'], false])
  // Little is held, but the store has finished nothing for two seconds.
  now = 2_001
  expect(intake.isFull).toBe(true)
  intake.whenRoomy(() => resumed.push('slow'))
  intake.settled(100)
  expect(resumed).toEqual(['many bytes', 'slow'])
  intake.settled(800)
  now = 100_000
  expect([intake.isFull, intake.heldBytes]).toEqual([false, 0])
})

test('R15 what a room holds is let go when it is stored, refused or given up', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  await talk.heard()
  const { promise, reject } = Promise.withResolvers<void>()
  promise.catch(() => undefined)
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  expect(talk.rooms.intake.heldBytes).toBeGreaterThan(10)
  await talk.heard()
  expect(talk.rooms.intake.heldBytes).toBe(0)
  talk.disk = promise
  anna.edit((doc) => addNote(doc, note('n2', 'zwei')))
  await talk.clock.pass(20)
  anna.edit((doc) => addNote(doc, note('n3', 'drei')))
  expect(talk.rooms.intake.heldBytes).toBeGreaterThan(20)
  reject(new Error('disk full'))
  expect(await talk.heard()).toContain('room was given up')
  expect(talk.rooms.intake.heldBytes).toBe(0)
})

test('A15 a connection may send a minute at once, then it is read at its rate', () => {
  const budget = new Budget({ framesPerSecond: 10, bytesPerSecond: 1_000 }, 0)
  for (let at = 0; at < 600; at++) expect(budget.spend(1, 0)).toBe(0)
  expect(budget.spend(1, 0)).toBe(100)
  // Who waits as told may go on.
  expect(budget.spend(1, 200)).toBe(0)
  const heavy = new Budget({ framesPerSecond: 10, bytesPerSecond: 1_000 }, 0)
  expect(heavy.spend(60_000, 0)).toBe(0)
  expect(heavy.spend(8_000, 0)).toBe(8_000)
  expect(heavy.spend(0, 8_000)).toBe(0)
  // A clock that is set back gives and takes nothing.
  expect(heavy.spend(0, 0)).toBe(0)
})

test('A15, R16 who is not known yet, or was refused, fills no memory', async () => {
  const talk = await Talk.open()
  const closed: string[] = []
  const carrier: Carrier = {
    isOpen: () => closed.length === 0,
    send: () => undefined,
    close: ({ code }) => closed.push(code),
    backlog: () => 0,
    pause: () => undefined,
    resume: () => undefined,
  }
  const visitor = new Visitor(carrier, {
    eventOf: () => ({ rooms: talk.rooms }),
    limits: defaultLimits,
    timers: talk.clock,
    meters: noMeters,
    log: { info: () => undefined },
  } as unknown as DoorPorts)
  void visitor.enter({ room: 'event/group/A', wantsAcks: false }, () => new Promise(() => undefined))
  visitor.hear(new Uint8Array(60_000))
  expect(closed).toEqual([])
  visitor.hear(new Uint8Array(10_000))
  expect(closed).toEqual(['tooLarge'])
  visitor.hear(new Uint8Array(1_000_000))
  expect(closed).toEqual(['tooLarge'])
})

test('A15 connections are counted, in all and of each person, and given back', () => {
  const connections = new Connections({ connections: 3, connectionsPerPerson: 2 })
  const [anna, ben, carla] = ['anna', 'ben', 'carla'] as PersonId[] as [PersonId, PersonId, PersonId]
  connections.enter(anna)
  connections.enter(anna)
  expect(() => connections.enter(anna)).toThrow('tooManyConnections')
  connections.enter(ben)
  expect(() => connections.enter(carla)).toThrow('tooManyConnections')
  connections.leave(anna)
  connections.enter(carla)
  expect(connections.count).toBe(3)
})

test('A15 newcomers are let in a roomful at once, then in slices, in their order', async () => {
  const clock = new Clock()
  const turnstile = new Turnstile(50, clock)
  const inside: number[] = []
  for (let at = 0; at < 14; at++) turnstile.pass(() => inside.push(at))
  expect([inside.length, turnstile.waiting]).toEqual([10, 4])
  await clock.pass(20)
  expect(inside.length).toBe(11)
  turnstile.pass(() => inside.push(14))
  await clock.pass(80)
  expect(inside).toEqual(Array.from({ length: 15 }, (_, at) => at))
  // Another roomful only after a while.
  turnstile.pass(() => inside.push(15))
  expect(turnstile.waiting).toBe(1)
  await clock.pass(1_000)
  for (let at = 16; at < 28; at++) turnstile.pass(() => inside.push(at))
  expect([inside.length, turnstile.waiting]).toEqual([26, 2])
})
