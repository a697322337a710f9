import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, bodyOf, notesOf } from '#shared/board.ts'
import type { GroupId, KindId, NoteId, PersonId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { updateFrame } from '../../server/rooms/frames.ts'
import { Talk } from '../kit/talk.ts'

const note = (id: string, text = '') => ({
  id: id as NoteId,
  question: null,
  kind: 'idea' as KindId,
  createdAt: 0,
  blocks: parseNoteText(text),
})
const plenum = { kind: 'plenum' } as const

test('R2 joining: the server asks for what one holds and answers with what it has', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  expect(await talk.heard()).toEqual(['server → anna step 1'])
  anna.asks()
  expect(await talk.heard()).toEqual(['server → anna step 2'])
})

test('R1, R6 an edit is on disk before anyone sees it, with its number, and its author is told', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben', 'member', { wantsAcks: false })
  await talk.heard()
  anna.edit((doc) => addNote(doc, note('n1', 'Anlaufstelle für alle')))
  expect(await talk.heard()).toEqual([
    'server → log update 1 and note A/n1',
    'server → anna update',
    'server → anna stored 1',
    'server → ben update',
  ])
  expect([...notesOf(ben.doc).keys()]).toEqual(['n1'])
  expect(talk.records.get('note', 'A/n1')).toMatchObject({ number: 1, author: 'anna', person: 'anna' })
})

test('R6 two edits within a turn are one row and one frame, whoever made them', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  await talk.heard()
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  anna.edit((doc) => addNote(doc, note('n2', 'zwei')))
  ben.edit((doc) => addNote(doc, note('n3', 'drei')))
  expect(await talk.heard()).toEqual([
    'server → log update 1 and note A/n1 and note A/n2 and note A/n3',
    'server → anna update',
    'server → anna stored 2',
    'server → ben update',
    'server → ben stored 1',
  ])
  // What brings nothing new costs no row, and is acknowledged all the same.
  anna.says(updateFrame(Y.encodeStateAsUpdate(anna.doc)))
  expect(await talk.heard()).toEqual(['server → anna stored 3'])
})

test('R6 a note gets its number with its first visible text, and keeps it', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  await talk.heard()
  anna.edit((doc) => addNote(doc, note('n1')))
  expect(await talk.heard()).toContain('server → log update 1')
  const body = () => bodyOf(notesOf(ben.doc).get('n1') as Y.Map<unknown>) as Y.XmlFragment
  ben.edit(() => body().insert(0, [new Y.XmlText('\u200b \n')]))
  expect(await talk.heard()).toContain('server → log update 2')
  ben.edit(() => (body().get(0) as Y.XmlText).insert(0, 'endlich'))
  expect(await talk.heard()).toContain('server → log update 3 and note A/n1')
  expect(talk.records.get('note', 'A/n1')).toMatchObject({ number: 1, author: 'anna' })
  ben.edit(() => body().delete(0, 1))
  ben.edit((doc) => addNote(doc, note('n2', 'weiter')))
  expect(await talk.heard()).toContain('server → log update 4 and note A/n2')
  expect(talk.records.get('note', 'A/n2')).toMatchObject({ number: 2, author: 'ben' })
})

test('R3 a failed commit ends the room: nobody sees the edit, everyone comes back, then it arrives', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  await talk.heard()
  talk.disk = Promise.reject(new Error('disk full'))
  talk.disk.catch(() => undefined)
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  ben.asks()
  expect(await talk.heard()).toEqual([
    'server → ben step 2',
    'room was given up',
    'server → anna closed 4503 storeDown',
    'server → ben closed 4503 storeDown',
  ])
  expect([...notesOf(ben.doc).keys()]).toEqual([])
  expect(talk.records.all('note')).toEqual([])
  talk.disk = null
  const again = await talk.joins('anna')
  await talk.heard()
  again.says(updateFrame(Y.encodeStateAsUpdate(anna.doc)))
  expect(await talk.heard()).toEqual([
    'server → log update 1 and note A/n1',
    'server → anna update',
    'server → anna stored 1',
  ])
})

test('R2 step 1 during a turn is answered after it, with what is on disk by then', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  await talk.heard()
  const { promise, resolve } = Promise.withResolvers<void>()
  talk.disk = promise
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  await talk.clock.pass(5)
  ben.asks()
  const carla = await talk.joins('carla')
  carla.asks()
  expect(await talk.heard()).toEqual([])
  resolve()
  expect(await talk.heard()).toEqual([
    'server → log update 1 and note A/n1',
    'server → anna update',
    'server → anna stored 1',
    'server → ben update',
    'server → carla update',
    'server → ben step 2',
    'server → carla step 1',
    'server → carla step 2',
  ])
})

test('R1, R3 step 1 during a turn that fails is never answered with what is not on disk', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  await talk.heard()
  const { promise, reject } = Promise.withResolvers<void>()
  promise.catch(() => undefined)
  talk.disk = promise
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  await talk.clock.pass(5)
  ben.asks()
  const reading = (await talk.rooms.open('event/group/A' as never)).read(() => 'read').catch(String)
  reject(new Error('disk full'))
  expect(await talk.heard()).toEqual([
    'room was given up',
    'server → anna closed 4503 storeDown',
    'server → ben closed 4503 storeDown',
  ])
  expect([...notesOf(ben.doc).keys()]).toEqual([])
  expect(await reading).toBe('Error: storeDown')
})

test('R4 a reader is never asked; what they write changes nothing and they are told', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const wall = await talk.joins('wall', 'beamer', { seat: null })
  const stock = await talk.joins('stock', 'beamer', { seat: null, wantsAcks: false })
  expect(await talk.heard()).toEqual(['server → anna step 1'])
  wall.edit((doc) => addNote(doc, note('n1', 'eins')))
  stock.edit((doc) => addNote(doc, note('n2', 'zwei')))
  expect(await talk.heard()).toEqual([
    'server → wall refused 1 readOnly',
    'server → stock closed 4403 readOnly',
  ])
  wall.edit((doc) => addNote(doc, note('n3', 'drei')))
  anna.asks()
  expect(await talk.heard()).toEqual(['server → wall refused 2 readOnly', 'server → anna step 2'])
  expect([...notesOf(anna.doc).keys()]).toEqual([])
})

test('R4, R7 after a freeze late edits are kept aside and refused, never applied; reopening asks anew', async () => {
  const talk = await Talk.open(plenum)
  const anna = await talk.joins('anna', 'moderator', { seat: plenum })
  const ben = await talk.joins('ben', 'moderator', { seat: plenum })
  await talk.heard()
  anna.edit((doc) => doc.getMap('wordings').set('before', 1))
  // What was received before the freeze still counts.
  talk.frozen = true
  talk.rooms.reassess()
  anna.edit((doc) => doc.getMap('wordings').set('after', 2))
  expect(await talk.heard()).toEqual([
    'server → log update 1',
    'server → anna update',
    'server → anna stored 1',
    'server → ben update',
    'server → log late session',
    'server → anna refused 2 readOnly',
  ])
  anna.edit((doc) => doc.getMap('wordings').set('later', 3))
  expect(await talk.heard()).toEqual(['server → log late session', 'server → anna refused 3 readOnly'])
  expect(talk.records.get('late', 'session')).toMatchObject({ person: 'anna', room: 'event/plenum' })
  expect(talk.records.get('late', 'session')?.updates).toHaveLength(2)
  expect(ben.doc.getMap('wordings').toJSON()).toEqual({ before: 1 })
  // In step with the document: nothing is late about it.
  ben.says(updateFrame(Y.encodeStateAsUpdate(ben.doc)))
  expect(await talk.heard()).toEqual(['server → ben stored 1'])
  talk.frozen = false
  talk.rooms.reassess()
  expect(await talk.heard()).toEqual(['server → anna closed 1012 shuttingDown', 'server → ben step 1'])
})

test('R7 the same late edit over a second connection is refused again and kept once', async () => {
  const talk = await Talk.open(plenum)
  const anna = await talk.joins('anna', 'moderator', { seat: plenum })
  await talk.heard()
  talk.frozen = true
  talk.rooms.reassess()
  anna.edit((doc) => doc.getMap('wordings').set('late', 1))
  expect(await talk.heard()).toEqual(['server → log late session', 'server → anna refused 1 readOnly'])
  const again = await talk.joins('anna', 'moderator', { seat: plenum })
  await talk.heard()
  again.says(updateFrame(Y.encodeStateAsUpdate(anna.doc)))
  expect(await talk.heard()).toEqual(['server → anna refused 1 readOnly'])
  expect(talk.records.all('late')).toHaveLength(1)
})

test('R4 nothing that a late client has sent is lost, even one that cannot be told', async () => {
  const talk = await Talk.open(plenum)
  const anna = await talk.joins('anna', 'moderator', { seat: plenum, wantsAcks: false })
  await talk.heard()
  talk.frozen = true
  talk.rooms.reassess()
  anna.edit((doc) => doc.getMap('wordings').set('one', 1))
  expect(await talk.heard()).toEqual(['server → log late session'])
  anna.edit((doc) => doc.getMap('wordings').set('two', 2))
  expect(await talk.heard(1000)).toEqual(['server → log late session', 'server → anna closed 4403 readOnly'])
})

test('R10 while nothing can be saved, edits stay with their authors and are asked for when the store is back', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  await talk.heard()
  talk.canSave = false
  talk.rooms.reassess()
  const carla = await talk.joins('carla')
  carla.asks()
  expect(await talk.heard()).toEqual(['server → carla step 2'])
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  anna.says(updateFrame(Uint8Array.from([0, 0])))
  expect(await talk.heard()).toEqual([])
  talk.canSave = true
  talk.rooms.reassess()
  // What anna has sent cannot be counted any more: a fresh line begins at nothing.
  expect(await talk.heard()).toEqual([
    'server → anna closed 1012 shuttingDown',
    'server → ben step 1',
    'server → carla step 1',
  ])
  ben.says(updateFrame(Y.encodeStateAsUpdate(anna.doc)))
  expect(await talk.heard()).toContain('server → ben stored 1')
})

test('R10 whoever waited while the Plenum was frozen is asked for what they hold', async () => {
  const talk = await Talk.open(plenum)
  talk.canSave = false
  await talk.joins('anna', 'moderator', { seat: plenum })
  expect(await talk.heard()).toEqual([])
  talk.canSave = true
  talk.frozen = true
  talk.rooms.reassess()
  expect(await talk.heard()).toEqual(['server → anna step 1'])
})

test('R10, R7 what comes late while nothing can be saved ends no room: it is asked for and kept when the store is back', async () => {
  const talk = await Talk.open(plenum)
  const anna = await talk.joins('anna', 'moderator', { seat: plenum })
  await talk.heard()
  talk.frozen = true
  talk.canSave = false
  talk.rooms.reassess()
  anna.edit((doc) => doc.getMap('wordings').set('late', 1))
  expect(await talk.heard()).toEqual([])
  talk.canSave = true
  talk.rooms.reassess()
  expect(await talk.heard()).toEqual(['server → anna closed 1012 shuttingDown'])
  const again = await talk.joins('anna', 'moderator', { seat: plenum })
  expect(await talk.heard()).toEqual(['server → anna step 1'])
  again.says(updateFrame(Y.encodeStateAsUpdate(anna.doc)))
  expect(await talk.heard()).toEqual(['server → log late session', 'server → anna refused 1 readOnly'])
})

test('R6 a note belongs to its group: the same id elsewhere takes neither its number nor its author', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  await talk.heard()
  const ben = { id: 'ben' as PersonId, name: 'ben', role: 'member' as const, joinedAt: 0 }
  const seat = { kind: 'group', group: 'B' as GroupId } as const
  await talk.records.commit([{ table: 'person', id: 'ben', value: { ...ben, seat } }])
  const room = await talk.rooms.open('event/group/B' as never)
  const copied = room.edit((doc) => {
    addNote(doc, note('n0', 'null'))
    addNote(doc, note('n1', 'fremd'))
    return []
  })
  await talk.heard()
  await copied
  expect(talk.records.get('note', 'A/n1')).toMatchObject({ group: 'A', number: 1, author: 'anna' })
  expect(talk.records.get('note', 'B/n1')).toMatchObject({ group: 'B', number: 2, author: '' })
})

test('R2 a clock that is set back does not hold the room up', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  await talk.heard()
  talk.clock.set(talk.clock.now() - 3_600_000)
  anna.edit((doc) => addNote(doc, note('n2', 'zwei')))
  expect(await talk.heard()).toContain('server → anna stored 2')
})
