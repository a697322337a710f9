import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EventId } from '#shared/ids.ts'
import { openSqliteStore } from '../../server/store/sqliteStore.ts'
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
