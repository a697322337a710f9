import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EventId } from '#shared/ids.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
import type { RoomName } from '#shared/place.ts'
import type { Change } from '../../server/store/store.ts'
import { Dice } from '../kit/dice.ts'
import { freshFolder } from '../kit/venue.ts'

const event = 'event' as EventId
const put = (table: string, id: string, value: unknown): Change => ({ table, event, id, value })
const people = Array.from({ length: 52 }, (_, at) => `secret/person${at}`)

/** With these, SQLite moves ballots to other pages and leaves copies of them behind that no deletion reaches. */
const seeds = [8, 10, 18, 27, 30, 44]

test.each(seeds)(
  'V6, L11 what SQLite left behind when pages grew full is gone once the store is wiped (%i)',
  async (seed) => {
    const dice = new Dice(seed)
    const { path, remove } = freshFolder()
    const store = await openSqliteStore(join(path, 'store.sqlite'))
    const changes: Change[] = []
    for (let at = 0; at < 120; at++) {
      const person = dice.pick(people)
      const points = Array.from({ length: 1 + dice.below(30) }, () => [
        `secret${dice.below(40)}`,
        1 + dice.below(2),
      ])
      changes.push(put('ballot', person, Object.fromEntries(points)))
      if (dice.below(3) === 0) changes.push(put('zz', String(dice.below(1e9)), 'z'.repeat(dice.below(300))))
      if (dice.below(4) === 0)
        changes.push(put('aside', String(dice.below(1e9)), 'a'.repeat(dice.below(300))))
    }
    await store.commit({ changes })
    await store.commit({ changes: people.map((person) => put('ballot', person, null)) })
    const isKept = (word: string) =>
      readdirSync(path).some((file) => readFileSync(join(path, file)).includes(word))
    expect(isKept('secret')).toBe(true)
    const before = await store.rows(event)
    await store.wipe()
    expect(isKept('secret')).toBe(false)
    // Everything else is where it was, and the store goes on.
    expect(await store.rows(event)).toEqual(before)
    await store.commit({ changes: [put('after', 'x', { y: 1 })] })
    await store.wipe()
    expect((await store.rows(event)).length).toBe(before.length + 1)
    await store.close()
    remove()
  },
)

/** In some of these, pages of documents would keep pieces of what was replaced. */
test.each(Array.from({ length: 40 }, (_, at) => at + 1))(
  'L11 nothing of a document that was replaced is left once the store is wiped (%i)',
  async (seed) => {
    const dice = new Dice(seed)
    const { path, remove } = freshFolder()
    const store = await openSqliteStore(join(path, 'store.sqlite'))
    const [kept, replaced] = ['event/group/B', 'event/group/A'] as RoomName[] as [RoomName, RoomName]
    const secret = (times: number) => new TextEncoder().encode('secret'.repeat(times))
    let last = 0
    for (let at = 0; at < 60; at++) {
      const isSecret = dice.below(2) === 1
      const append = isSecret
        ? { room: replaced, bytes: secret(1 + dice.below(80)) }
        : { room: kept, bytes: new Uint8Array(1 + dice.below(500)).fill(122) }
      const [seq = 0] = await store.commit({ appends: [append] })
      if (isSecret) last = seq
    }
    const vector = new Uint8Array(2)
    if (dice.below(2)) await store.compact(replaced, { seq: 5, bytes: secret(200 + dice.below(800)), vector })
    const before = await store.load(kept)
    const left = { seq: last, bytes: new Uint8Array(50), vector }
    await store.rewrite([{ room: replaced, snapshots: [left] }], [])
    await store.wipe()
    const files = readdirSync(path).map((file) => readFileSync(join(path, file)))
    expect(files.some((bytes) => bytes.includes('secret'))).toBe(false)
    expect(await store.load(kept)).toEqual(before)
    expect((await store.snapshots(replaced)).map(({ seq }) => seq)).toEqual([last])
    expect(await store.commit({ appends: [{ room: replaced, bytes: vector }] })).toEqual([last + 1])
    await store.close()
    remove()
  },
)
