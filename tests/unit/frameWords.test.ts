import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { frameWords } from '../../client/sync/frameWords.ts'
import {
  presenceFrame,
  refusedFrame,
  step1Frame,
  step2Frame,
  storedFrame,
  updateFrame,
} from '../../server/rooms/frames.ts'

const doc = new Y.Doc()
const entry = { client: 1, clock: 1, json: '{}' }

test.each<[Uint8Array, string]>([
  [step1Frame(Y.encodeStateVector(doc)), 'step 1, 1 B'],
  [step2Frame(Y.encodeStateAsUpdate(doc)), 'step 2, 2 B'],
  [updateFrame(new Uint8Array(300)), 'update 300 B'],
  [presenceFrame([entry, { ...entry, client: 2 }]), 'presence 2'],
  [Uint8Array.of(3), 'presence?'],
  [storedFrame(12), 'stored 12'],
  [refusedFrame(3, 'readOnly'), 'refused 3 readOnly'],
  [Uint8Array.of(2, 0, 0), 'answer 0'],
  [Uint8Array.of(0, 7, 1, 0), 'sync? 1 B'],
  [Uint8Array.of(99, 1), 'unknown 2 B'],
  [new Uint8Array(), 'unreadable 0 B'],
])('W9 a frame in words: %s', (frame, words) => {
  expect(frameWords(frame)).toBe(words)
})
