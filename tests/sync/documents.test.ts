import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { RoomName } from '#shared/place.ts'
import { defaultLimits } from '../../server/limits.ts'
import { assemble } from '../../server/rooms/assemble.ts'
import { bodyOfSync } from '../../server/rooms/frames.ts'
import { noMeters } from '../../server/rooms/meters.ts'
import { RoomDocument, type DocumentPorts } from '../../server/rooms/roomDocument.ts'
import { sliceUpdate } from '../../server/rooms/sliceUpdate.ts'
import { inlineWorkshop } from '../../server/rooms/workshop.ts'
import { memoryStore } from '../../server/store/memoryStore.ts'
import { Clock, settled } from '../kit/clock.ts'
import { Dice } from '../kit/dice.ts'

const room = 'event/group/A' as RoomName
const text = (doc: Y.Doc) => doc.getText('text')
const contents = (doc: Y.Doc) => [
  text(doc).toString(),
  doc.getMap('map').toJSON(),
  doc.getXmlFragment('xml').toString(),
]

/** A document that several people wrote, with deletions, nested types and a long history. */
const grown = (seed: number, edits: number): { doc: Y.Doc; updates: Uint8Array[] } => {
  const dice = new Dice(seed)
  const docs = [1, 2, 3, 4].map((client) => Object.assign(new Y.Doc(), { clientID: client * 1000 + seed }))
  const updates: Uint8Array[] = []
  for (const doc of docs)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'sync') updates.push(update)
    })
  for (let at = 0; at < edits; at++) {
    const doc = dice.pick(docs)
    const { length } = text(doc)
    const roll = dice.below(10)
    if (roll < 6) text(doc).insert(dice.below(length + 1), `${at} `)
    else if (roll < 7 && length > 4) text(doc).delete(dice.below(length - 3), 3)
    else if (roll < 8) doc.getMap('map').set(`k${dice.below(5)}`, new Y.Map([['at', at]]))
    else doc.getXmlFragment('xml').insert(0, [new Y.XmlElement(`p${at}`)])
    if (dice.chance(0.2)) {
      const other = dice.pick(docs)
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)), 'sync')
    }
  }
  const whole = new Y.Doc()
  for (const update of updates) Y.applyUpdate(whole, update)
  return { doc: whole, updates }
}

const open = async (more: Partial<DocumentPorts> = {}) => {
  const store = memoryStore()
  const clock = new Clock()
  const faults: unknown[] = []
  const ports: DocumentPorts = {
    timers: clock,
    meters: noMeters,
    workshop: inlineWorkshop,
    limits: { tailRows: 10 },
    load: store.load,
    compact: store.compact,
    onCompactionFault: (fault) => faults.push(fault),
    ...more,
  }
  const write = async (document: RoomDocument, update: Uint8Array) => {
    const doc = await document.wake()
    Y.applyUpdate(doc, update)
    document.committed([update], await store.commit({ appends: [{ room, bytes: update }] }))
  }
  return { store, clock, faults, ports, write, load: () => RoomDocument.load(room, ports) }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'R11 slices of a document in order make it, and none waits for another, seed %i',
  (seed) => {
    const { doc } = grown(seed, 400)
    const update = Y.encodeStateAsUpdate(doc)
    const slices = sliceUpdate(update, 20)
    expect(slices.length).toBeGreaterThan(8)
    const built = new Y.Doc()
    for (const slice of slices) {
      Y.applyUpdate(built, slice)
      expect([built.store.pendingStructs, built.store.pendingDs]).toEqual([null, null])
    }
    expect(contents(built)).toEqual(contents(doc))
    expect(Y.equalSnapshots(Y.snapshot(built), Y.snapshot(doc))).toBe(true)
  },
)

test('R11 a document with holes is not cut', () => {
  const { updates } = grown(1, 60)
  const holed = new Y.Doc()
  for (const update of updates.slice(20)) Y.applyUpdate(holed, update)
  const update = Y.encodeStateAsUpdate(holed)
  expect(holed.store.pendingStructs).not.toBe(null)
  expect(sliceUpdate(update, 5)).toEqual([update])
})

test('R11 a large document comes back to life in slices, and others have their turn in between', async () => {
  let turns = 0
  const clock = new Clock()
  const timers = {
    now: () => clock.now(),
    after: (ms: number, run: () => void) => {
      turns++
      clock.after(ms, run)
    },
  }
  const { store, ports } = await open()
  const big = new Y.Doc()
  for (let at = 0; at < 6000; at++)
    text(big).insert(at % 3 === 0 ? 0 : text(big).length, 'in the middle of something ')
  await store.compact(room, { seq: 1, ...assemble([Y.encodeStateAsUpdate(big)]) })
  const document = await RoomDocument.load(room, { ...ports, timers })
  expect(document.bytes().length).toBeGreaterThan(96 * 1024)
  const waking = document.wake()
  await clock.pass(1)
  expect(contents(await waking)).toEqual(contents(big))
  expect(turns).toBeGreaterThan(1)
})

test('R11 joins are answered from bytes without waking the document, and share one frame', async () => {
  const { load, write } = await open()
  const { updates, doc } = grown(3, 120)
  const first = await load()
  for (const update of updates) await write(first, update)
  first.rest()
  expect(first.live).toBe(null)
  for (const document of [first, await load()]) {
    const frame = document.whole()
    expect(document.whole()).toBe(frame)
    expect(document.live).toBe(null)
    const reader = new Y.Doc()
    Y.applyUpdate(reader, bodyOfSync(frame.frames[0] as Uint8Array))
    expect(contents(reader)).toEqual(contents(doc))
    expect(Y.decodeStateVector(document.vector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
  }
})

test('R12 a long log becomes a snapshot, and what waits in it for more is kept', async () => {
  const { store, load, write, faults } = await open()
  const { updates, doc } = grown(5, 200)
  // The first edit comes last: everything that leans on it waits.
  const order = [...updates.slice(1), updates[0] as Uint8Array]
  for (const [at, update] of order.entries()) {
    // Every now and then the process starts anew.
    const document = await load()
    await write(document, update)
    await settled()
    if (at === order.length - 2) expect((await document.wake()).store.pendingStructs).not.toBe(null)
  }
  expect(faults).toEqual([])
  const { snapshot, tail } = await store.load(room)
  expect(snapshot?.seq).toBeGreaterThan(150)
  expect(tail.length).toBeLessThan(12)
  expect((await store.snapshots(room)).length).toBe(3)
  expect(contents(await (await load()).wake())).toEqual(contents(doc))
})

test('R12 what would not make the living document deletes nothing, is told, and not tried again at once', async () => {
  const other = assemble([Y.encodeStateAsUpdate(grown(9, 3).doc)])
  let tries = 0
  const lying = {
    ...inlineWorkshop,
    assemble: async () => {
      tries++
      return other
    },
  }
  const { store, load, write, faults, clock } = await open({ workshop: lying })
  const document = await load()
  const { updates } = grown(6, 60)
  for (const update of updates) {
    await write(document, update)
    await settled()
  }
  expect([faults.length, tries]).toEqual([1, 1])
  expect((await store.load(room)).tail).toHaveLength(updates.length)
  expect(await store.snapshots(room)).toEqual([])
  await clock.pass(defaultLimits.behindMs * 10)
  document.rest()
  await settled()
  expect(tries).toBe(2)
})
