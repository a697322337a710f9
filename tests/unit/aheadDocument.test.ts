import { expect, test } from 'vitest'
import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import { frameType } from '#shared/wire.ts'
import { readAhead } from '../../client/sync/readAhead.ts'

const framed = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.sync)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

test('E14 a document that came ahead is read once; all else that came is left for the room', () => {
  const there = new Y.Doc()
  there.getMap('notes').set('one', 1)
  const question = framed((encoder) => sync.writeSyncStep1(encoder, there))
  const document = framed((encoder) => sync.writeSyncStep2(encoder, there))
  there.getMap('notes').set('two', 2)
  const update = framed((encoder) => sync.writeUpdate(encoder, Y.encodeStateAsUpdate(there)))

  const { doc, rest } = readAhead([question, document, update])
  expect(doc?.getMap('notes').toJSON()).toEqual({ one: 1 })
  expect([rest[0], rest[2]]).toEqual([question, update])
  // In its place stands an answer that says nothing, so that the room is in step.
  expect(rest[1]).toEqual(framed((encoder) => sync.writeSyncStep2(encoder, new Y.Doc())))
  expect(readAhead([question])).toEqual({ doc: null, rest: [question] })
})
