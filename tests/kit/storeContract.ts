import { expect, test } from 'vitest'
import type { EventId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import type { Store } from '../../server/store/store.ts'

export const testEvent = 'event' as EventId
export const testRoom = (name: string) => `event/${name}` as RoomName
export const bytesOf = (text: string) => new TextEncoder().encode(text)
export const change = (id: string, value: unknown, table = 'thing', event = testEvent) => ({
  table,
  event,
  id,
  value,
})

const room = testRoom('group/A')
const other = testRoom('group/B')
const text = async (store: Store, name = room) =>
  (await store.load(name)).tail.map(({ seq, bytes }) => `${seq} ${new TextDecoder().decode(bytes)}`)
const snapshot = (seq: number, word = `up to ${seq}`) => ({
  seq,
  bytes: bytesOf(word),
  vector: bytesOf(`v${seq}`),
})
const values = async (store: Store, event = testEvent) =>
  Object.fromEntries((await store.rows(event)).map(({ table, id, value }) => [`${table}/${id}`, value]))

const circular: { self?: unknown } = {}
circular.self = circular

/** What every store promises, whatever it is made of. */
export const storeContract = (name: string, open: () => Promise<Store>): void => {
  const within = async (run: (store: Store) => Promise<void>) => {
    const store = await open()
    try {
      await run(store)
    } finally {
      await store.close()
    }
  }

  test(`L1 ${name}: a commit of rows and updates is there when it is answered`, () =>
    within(async (store) => {
      const appends = [
        { room, bytes: bytesOf('one') },
        { room: other, bytes: bytesOf('uno') },
        { room, bytes: bytesOf('two') },
      ]
      expect(await store.commit({ appends, changes: [change('a', { n: 1 })] })).toEqual([1, 1, 2])
      expect(await text(store)).toEqual(['1 one', '2 two'])
      expect(await text(store, other)).toEqual(['1 uno'])
      expect(await values(store)).toEqual({ 'thing/a': { n: 1 } })
    }))

  test(`L2 ${name}: numbers count per room without holes, also with hundreds of commits at once`, () =>
    within(async (store) => {
      const rooms = ['A', 'B', 'C'].map((group) => testRoom(`group/${group}`))
      const written = Array.from({ length: 400 }, (_, at) => ({
        room: rooms[at % 3] as RoomName,
        bytes: bytesOf(`edit ${at}`),
      }))
      const answers = await Promise.all(
        written.map((append, at) =>
          store.commit({ appends: [append], changes: at % 7 === 0 ? [change(`${at}`, at)] : [] }),
        ),
      )
      for (const name of rooms) {
        const mine = written.flatMap((append, at) =>
          append.room === name ? [`${answers[at]?.[0]} ${new TextDecoder().decode(append.bytes)}`] : [],
        )
        expect(await text(store, name)).toEqual(mine)
        expect(mine.map((line) => Number(line.split(' ')[0]))).toEqual(mine.map((_, at) => at + 1))
      }
      expect(Object.keys(await values(store))).toHaveLength(Math.ceil(400 / 7))
    }))

  test(`L2 ${name}: a room nobody wrote to is empty`, () =>
    within(async (store) => {
      expect(await store.load(testRoom('group/never'))).toEqual({ snapshot: null, tail: [] })
      expect(await store.snapshots(testRoom('group/never'))).toEqual([])
    }))

  test(`L2, L10 ${name}: a snapshot takes the place of the log before it, and numbers go on`, () =>
    within(async (store) => {
      const append = (word: string, to = room) =>
        store.commit({ appends: [{ room: to, bytes: bytesOf(word) }] })
      for (const word of ['a', 'b', 'c']) await append(word)
      await append('elsewhere', other)
      await store.compact(room, snapshot(2))
      expect(await store.load(room)).toMatchObject({ snapshot: { seq: 2 }, tail: [{ seq: 3 }] })
      await store.compact(room, snapshot(3))
      expect(await store.load(room)).toMatchObject({ snapshot: { seq: 3 }, tail: [] })
      expect(await append('d')).toEqual([4])
      const { snapshot: kept } = await store.load(room)
      expect([kept?.bytes, kept?.vector].map((bytes) => new TextDecoder().decode(bytes))).toEqual([
        'up to 3',
        'v3',
      ])
      expect(await text(store)).toEqual(['4 d'])
      expect(await text(store, other)).toEqual(['1 elsewhere'])
    }))

  test(`L10 ${name}: the last three snapshots are kept`, () =>
    within(async (store) => {
      for (let n = 1; n <= 5; n++) {
        await store.commit({ appends: [{ room, bytes: bytesOf(`edit ${n}`) }] })
        await store.compact(room, snapshot(n))
      }
      expect((await store.snapshots(room)).map(({ seq }) => seq)).toEqual([3, 4, 5])
      // Of two snapshots of one moment the later stands.
      await store.compact(room, snapshot(5, 'again'))
      expect((await store.snapshots(room)).map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
        'up to 3',
        'up to 4',
        'again',
      ])
    }))

  test(`L11 ${name}: a rewriting replaces snapshots, log and rows together, and numbers go on`, () =>
    within(async (store) => {
      for (const word of ['a', 'b', 'c']) await store.commit({ appends: [{ room, bytes: bytesOf(word) }] })
      await store.compact(room, snapshot(2))
      await store.commit({
        appends: [{ room: other, bytes: bytesOf('untouched') }],
        changes: [change('a', 1)],
      })
      await store.rewrite(
        [{ room, snapshots: [snapshot(2, 'clean'), snapshot(3, 'clean too')] }],
        [change('a', 2)],
      )
      await store.wipe()
      expect((await store.snapshots(room)).map(({ seq }) => seq)).toEqual([2, 3])
      expect(await store.load(room)).toMatchObject({ snapshot: { seq: 3 }, tail: [] })
      expect(await values(store)).toEqual({ 'thing/a': 2 })
      expect(await store.commit({ appends: [{ room, bytes: bytesOf('d') }] })).toEqual([4])
      expect(await text(store, other)).toEqual(['1 untouched'])
    }))

  test(`L3 ${name}: bytes come back as they were, empty, any value, megabytes`, () =>
    within(async (store) => {
      const all = new Uint8Array(256).map((_, at) => at)
      const big = new Uint8Array(6 * 1024 * 1024).map((_, at) => (at * 7919) >> 3)
      // A view into a larger buffer, as frames are.
      const view = big.subarray(1000, 1010)
      await store.commit({
        appends: [new Uint8Array(0), all, big, view].map((bytes) => ({ room, bytes })),
      })
      const read = (await store.load(room)).tail.map(({ bytes }) => Buffer.from(bytes))
      expect(read.map(({ length }) => length)).toEqual([0, 256, big.length, 10])
      expect(read[1]?.equals(all)).toBe(true)
      expect(read[2]?.equals(big)).toBe(true)
      expect(read[3]?.equals(view)).toBe(true)
    }))

  test(`L3 ${name}: what was committed does not change when the caller's value does`, () =>
    within(async (store) => {
      const bytes = bytesOf('one')
      const value = { list: [1] }
      await store.commit({ appends: [{ room, bytes }], changes: [change('a', value)] })
      bytes.fill(0)
      value.list.push(2)
      expect(await text(store)).toEqual(['1 one'])
      const first = await store.rows(testEvent)
      const row = first[0]?.value as typeof value | undefined
      row?.list.push(3)
      expect(await values(store)).toEqual({ 'thing/a': { list: [1] } })
    }))

  test(`L3 ${name}: rows are put, replaced and removed, each table and event by itself`, () =>
    within(async (store) => {
      const elsewhere = 'elsewhere' as EventId
      const odd = `ä "'); DROP TABLE rows; --`
      await store.commit({
        changes: [
          change('a', 1),
          change('a', 2, 'table'),
          change('a', 3, 'thing', elsewhere),
          change(odd, { odd }),
        ],
      })
      await store.commit({ changes: [change('a', 4), change('a', null, 'table'), change('never', null)] })
      expect(await values(store)).toEqual({ 'thing/a': 4, [`thing/${odd}`]: { odd } })
      expect(await values(store, elsewhere)).toEqual({ 'thing/a': 3 })
      expect([...(await store.events())].sort()).toEqual(['elsewhere', 'event'])
      await store.commit({ changes: [change('a', null, 'thing', elsewhere)] })
      expect(await store.events()).toEqual(['event'])
    }))

  test.each([
    ['a function', () => undefined],
    ['undefined', undefined],
    ['a big integer', 1n],
    ['a circle', circular],
  ])(`L4 ${name}: a commit with %s as value leaves nothing behind and harms no other`, (_, value) =>
    within(async (store) => {
      const good = (word: string) => ({
        appends: [{ room, bytes: bytesOf(word) }],
        changes: [change(word, word)],
      })
      const answers = await Promise.allSettled([
        store.commit(good('before')),
        store.commit({
          appends: [{ room, bytes: bytesOf('bad') }],
          changes: [change('bad1', 1), change('bad2', value), change('bad3', 3)],
        }),
        store.commit(good('after')),
      ])
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await text(store)).toEqual(['1 before', '2 after'])
      expect(await values(store)).toEqual({ 'thing/before': 'before', 'thing/after': 'after' })
    }),
  )

  test(`L1 ${name}: an empty commit is answered`, () =>
    within(async (store) => {
      expect(await store.commit({})).toEqual([])
      expect(await store.events()).toEqual([])
    }))
}
