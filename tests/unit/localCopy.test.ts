import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { PersonId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import { frameType } from '#shared/wire.ts'
import { openRoom, type Room } from '../../client/sync/openRoom.ts'

/** The browser's database: what it holds of a room, and copies that are being read. */
const { disk, reading } = vi.hoisted(() => ({
  disk: new Map<string, Uint8Array>(),
  reading: [] as (() => Promise<void>)[],
}))
vi.mock('y-indexeddb', async () => {
  const { applyUpdate, encodeStateAsUpdate } = await import('yjs')
  class IndexeddbPersistence {
    readonly whenSynced: Promise<void>
    readonly #name: string
    readonly #doc: Y.Doc
    constructor(name: string, doc: Y.Doc) {
      this.#name = name
      this.#doc = doc
      this.whenSynced = new Promise((done) => {
        reading.push(async () => {
          const held = disk.get(name)
          if (held) applyUpdate(doc, held, this)
          done()
          await this.whenSynced
        })
      })
    }
    _storeUpdate = () => {}
    async destroy() {
      disk.set(this.#name, encodeStateAsUpdate(this.#doc))
    }
    async clearData() {
      disk.delete(this.#name)
    }
  }
  return { IndexeddbPersistence, storeState: async () => {} }
})

/** What the server holds. */
let stored: Y.Doc
/** What the page showed when it asked the server. */
let asked: string[]
let room: Room
let idle: (() => void)[]

class ServerSocket {
  onopen: (() => void) | null = null
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null
  onclose: (() => void) | null = null
  constructor() {
    // A first visit asks before it has even got its room.
    asked.push(room ? textIn(room.doc) : '')
    queueMicrotask(() => {
      this.onopen?.()
      this.#say((answer) => sync.writeSyncStep1(answer, stored))
    })
  }
  send(frame: Uint8Array) {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== frameType.sync) return
    this.#say((answer) => void sync.readSyncMessage(decoder, answer, stored, this))
  }
  #say(write: (answer: encoding.Encoder) => void) {
    const answer = encoding.createEncoder()
    encoding.writeVarUint(answer, frameType.sync)
    write(answer)
    if (encoding.length(answer) > 1)
      this.onmessage?.({ data: new Uint8Array(encoding.toUint8Array(answer)).buffer as ArrayBuffer })
  }
  close() {}
}
const textIn = (doc: Y.Doc) => doc.getText('text').toString()
const visit = () => {
  room = undefined as never
  room = openRoom('probe/group/A' as RoomName, {
    mayWrite: true,
    person: 'anna' as PersonId,
    origin: 'ws://127.0.0.1:1',
  })
}
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
const rest = async () => {
  for (const run of idle.splice(0)) run()
  await pass()
}
const read = async () => {
  for (const copy of reading.splice(0)) await copy()
  await pass()
}

beforeEach(() => {
  vi.useFakeTimers()
  stored = new Y.Doc()
  asked = []
  idle = []
  disk.clear()
  reading.length = 0
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  })
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', { origin: 'http://127.0.0.1:1' })
  vi.stubGlobal('indexedDB', {})
  vi.stubGlobal('WebSocket', ServerSocket)
  vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run))
  vi.stubGlobal('cancelIdleCallback', () => (idle = []))
})
afterEach(async () => {
  await room.close()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A first visit that wrote something, and was stored. */
const writeFirst = async () => {
  visit()
  await pass()
  await rest()
  await read()
  room.doc.getText('text').insert(0, 'eigener Text')
  await room.close()
  asked = []
}

test('B55 a first visit asks the server at once, and then keeps a copy', async () => {
  stored.getText('text').insert(0, 'von anderen')
  visit()
  expect([asked.length, reading.length]).toEqual([1, 0])
  await pass()
  expect([room.isLoaded.get(), textIn(room.doc)]).toEqual([true, 'von anderen'])
  await rest()
  expect(reading.length).toBe(1)
  await read()
  room.doc.getText('text').insert(0, 'mehr ')
  await room.close()

  // From then on the copy comes first, until it is forgotten.
  asked = []
  visit()
  await pass()
  expect([asked.length, reading.length]).toEqual([0, 1])
  await read()
  expect(asked).toEqual(['mehr von anderen'])
  await room.close({ forget: true })
  asked = []
  visit()
  expect([asked.length, reading.length]).toEqual([1, 0])
})

test('B55 a later visit shows what was written before it asks the server', async () => {
  await writeFirst()
  stored = new Y.Doc()
  visit()
  await pass()
  expect([asked, room.isLoaded.get()]).toEqual([[], false])
  await read()
  expect([asked, room.isLoaded.get()]).toEqual([['eigener Text'], true])
  await pass()
  expect(textIn(stored)).toBe('eigener Text')
})

test('B55 a database that does not answer is waited for no longer than 1.5 seconds', async () => {
  await writeFirst()
  visit()
  await pass(1499)
  expect(asked).toEqual([])
  await pass(1)
  expect(asked).toEqual([''])
  // It comes after all, and is asked about no second time.
  await read()
  await pass(60_000)
  expect([asked.length, textIn(room.doc)]).toEqual([1, 'eigener Text'])
})

test('B55 where the browser does not say whether there is a copy, one is looked for first', async () => {
  await writeFirst()
  const no = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: no, setItem: no, removeItem: no })
  visit()
  await pass()
  expect(asked).toEqual([])
  await read()
  expect([asked, room.isLoaded.get()]).toEqual([['eigener Text'], true])
  await room.close()

  asked = []
  vi.stubGlobal('localStorage', undefined)
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: no })
  visit()
  await pass()
  expect(asked).toEqual([])
  await read()
  expect(asked).toEqual(['eigener Text'])
})
