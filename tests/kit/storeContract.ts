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
const text = async (store: Store, name = room, after = 0) =>
  (await store.readAfter(name, after)).map(({ seq, bytes }) => `${seq} ${new TextDecoder().decode(bytes)}`)
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

  test(`L2 ${name}: reading after a number answers only what came later`, () =>
    within(async (store) => {
      await store.commit({ appends: ['a', 'b', 'c'].map((word) => ({ room, bytes: bytesOf(word) })) })
      expect(await text(store, room, 1)).toEqual(['2 b', '3 c'])
      expect(await text(store, room, 3)).toEqual([])
      expect(await text(store, testRoom('group/never'))).toEqual([])
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
      const read = (await store.readAfter(room, 0)).map(({ bytes }) => Buffer.from(bytes))
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
