import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, bodyOf } from '#shared/board.ts'
import type { KindId, NoteId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { refusedFrame, updateFrame } from '../../server/rooms/frames.ts'
import { awarenessFrame, Talk } from '../kit/talk.ts'

const note = (id: string, text = '') => ({
  id: id as NoteId,
  question: null,
  kind: 'idea' as KindId,
  createdAt: 0,
  blocks: parseNoteText(text),
})
const plenum = { kind: 'plenum' } as const

/** Well-formed, and yet no document can take it: a struct that stands after one of its own client which never was. */
const poison = (): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1) // one client
  encoding.writeVarUint(encoder, 1) // with one struct
  encoding.writeVarUint(encoder, 77) // of this client
  encoding.writeVarUint(encoder, 0) // from its first clock on:
  encoding.writeUint8(encoder, 4 | 128) // a text with an origin
  encoding.writeVarUint(encoder, 77)
  encoding.writeVarUint(encoder, 5) // that lies in its own future
  encoding.writeVarString(encoder, 'x')
  encoding.writeVarUint(encoder, 0) // no deletions
  return encoding.toUint8Array(encoder)
}

test('R8 presence: the name is the server’s, one connection speaks for one client, echoes are dropped', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const ben = await talk.joins('ben')
  await talk.heard()
  anna.shows({ note: 'n1', user: { name: 'Somebody else', role: 'staff' } })
  const shown = 'presence {"note":"n1","user":{"id":"anna","name":"anna","role":"member","colour":1}}'
  expect(await talk.heard()).toEqual([`server → anna ${shown}`, `server → ben ${shown}`])
  ben.shows({ note: null })
  await talk.heard()
  // A stock client sends back what it hears, and a liar what it makes up: neither goes any further.
  ben.awareness.states.set(anna.awareness.clientID, { note: 'forged' })
  ben.awareness.meta.set(anna.awareness.clientID, { clock: 99, lastUpdated: 0 })
  ben.says(awarenessFrame(ben.awareness, [anna.awareness.clientID]))
  ben.awareness.states.set(4711, { note: 'ghost' })
  ben.awareness.meta.set(4711, { clock: 1, lastUpdated: 0 })
  ben.says(awarenessFrame(ben.awareness, [4711]))
  expect(await talk.heard()).toEqual([])
  anna.leaves()
  expect(await talk.heard()).toEqual(['server → ben presence null'])
  ben.says(awarenessFrame(ben.awareness, [anna.awareness.clientID]))
  expect(await talk.heard()).toEqual([])
})

test('R8 whoever comes back with the next clock is seen at once', async () => {
  const talk = await Talk.open()
  const ben = await talk.joins('ben')
  const anna = await talk.joins('anna')
  anna.shows({ note: null })
  const clock = anna.awareness.meta.get(anna.awareness.clientID)?.clock ?? 0
  await talk.heard()
  anna.leaves()
  await talk.heard()
  const again = await talk.joins('anna')
  await talk.heard()
  again.awareness.clientID = anna.awareness.clientID
  again.awareness.meta.set(anna.awareness.clientID, { clock, lastUpdated: 0 })
  again.shows({ note: 'n2' })
  const heard = await talk.heard()
  expect(heard[0]).toContain('server → ben presence {"note":"n2"')
  expect(again.awareness.meta.get(anna.awareness.clientID)?.clock).toBe(clock + 1)
  ben.leaves()
})

test.each([
  ['nothing', []],
  ['an unknown type', [9, 1, 2]],
  ['an unknown sync type', [0, 7, 0]],
  ['a cut update', [0, 2, 5, 1, 1]],
  ['an update that is none', [0, 2, 3, 9, 9, 9]],
  ['a state vector that is none', [0, 0, 2, 5, 255]],
  ['presence that lies about its count', [1, 2, 255, 127]],
  ['presence of millions', [1, 4, 255, 255, 255, 127]],
])('R9 a malformed frame (%s) closes its sender only', async (_, bytes) => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const mallory = await talk.joins('mallory')
  await talk.heard()
  mallory.says(Uint8Array.from(bytes))
  expect(await talk.heard()).toEqual(['server → mallory closed 4400 badFrame'])
  mallory.edit((doc) => addNote(doc, note('n2', 'zwei')))
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  expect(await talk.heard()).toEqual([
    'server → log update 1 and note A/n1',
    'server → anna update',
    'server → anna stored 1',
  ])
})

test('R9 odd but harmless frames are passed over', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  await talk.heard()
  anna.says(refusedFrame(1, 'me too'))
  anna.says(Uint8Array.from([3]))
  anna.says(updateFrame(Uint8Array.from([0, 0])))
  expect(await talk.heard()).toEqual(['server → anna stored 1'])
})

test('R9 a poisoned update closes its sender for good, and nobody else notices', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  const mallory = await talk.joins('mallory')
  await talk.heard()
  anna.edit((doc) => addNote(doc, note('n1', 'eins')))
  mallory.says(updateFrame(poison()))
  expect(await talk.heard()).toEqual([
    'server → mallory closed 4400 badFrame',
    'server → log update 1 and note A/n1',
    'server → anna update',
    'server → anna stored 1',
  ])
})

test('R9 a poisoned late update, also in the middle of a turn, closes its sender only', async () => {
  const talk = await Talk.open(plenum)
  const mallory = await talk.joins('mallory', 'moderator', { seat: plenum })
  const anna = await talk.joins('anna', 'moderator', { seat: plenum })
  await talk.heard()
  anna.edit((doc) => doc.getMap('wordings').set('one', 1))
  const { promise, resolve } = Promise.withResolvers<void>()
  talk.disk = promise
  await talk.clock.pass(5)
  talk.frozen = true
  talk.rooms.reassess()
  mallory.says(updateFrame(poison()))
  resolve()
  expect(await talk.heard()).toEqual([
    'server → mallory closed 4400 badFrame',
    'server → log update 1',
    'server → anna update',
    'server → anna stored 1',
  ])
})

test('R9 text nested without end breaks no room', async () => {
  const talk = await Talk.open()
  const anna = await talk.joins('anna')
  await talk.heard()
  anna.edit((doc) => {
    let inner: Y.XmlFragment = bodyOf(addNote(doc, note('n1', 'eins'))) as Y.XmlFragment
    for (let depth = 0; depth < 10_000; depth++) {
      const element = new Y.XmlElement('bulletList')
      inner.insert(0, [element])
      inner = element
    }
  })
  expect(await talk.heard()).toContain('server → anna stored 1')
})
