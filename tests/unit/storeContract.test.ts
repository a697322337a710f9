import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { memoryStore } from '../../server/store/memoryStore.ts'
import { openSqliteStore, StoreFault } from '../../server/store/sqliteStore.ts'
import { bytesOf, change, storeContract, testEvent, testRoom } from '../kit/storeContract.ts'

const folder = mkdtempSync(join(tmpdir(), 'leitwand-store-'))
let files = 0
const freshPath = () => join(folder, `${++files}.sqlite`)
const room = testRoom('group/A')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

storeContract('memory', () => Promise.resolve(memoryStore()))
storeContract('sqlite', () => openSqliteStore(freshPath()))

test('L3 sqlite: everything is there after closing and opening again, and numbers go on', async () => {
  const path = freshPath()
  const first = await openSqliteStore(path)
  await first.commit({
    appends: [{ room, bytes: bytesOf('one') }],
    changes: [change('a', { deep: [1, 'ä'] })],
  })
  await first.close()
  expect(existsSync(`${path}-wal`)).toBe(false)
  await expect(first.commit({})).rejects.toThrow('closed')
  const second = await openSqliteStore(path)
  expect(await second.commit({ appends: [{ room, bytes: bytesOf('two') }] })).toEqual([2])
  expect((await second.load(room)).tail.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
    'one',
    'two',
  ])
  expect(await second.rows(testEvent)).toEqual([{ table: 'thing', id: 'a', value: { deep: [1, 'ä'] } }])
  await second.close()
})

test('L5 sqlite: a second server on the same file is refused in a sentence and harms nothing', async () => {
  const path = freshPath()
  const store = await openSqliteStore(path)
  const refused = await openSqliteStore(path).catch((fault: unknown) => fault)
  expect(refused).toBeInstanceOf(StoreFault)
  expect((refused as Error).message).toBe(
    `${path} is in use by another server. Stop that one, or choose another DATA_DIR.`,
  )
  expect(await store.commit({ appends: [{ room, bytes: bytesOf('still') }] })).toEqual([1])
  await store.close()
})

test('L5 sqlite: a file that is no store is refused in a sentence', async () => {
  const path = freshPath()
  writeFileSync(path, 'Dies ist keine Datenbank, sondern ein Brief.'.repeat(100))
  await expect(openSqliteStore(path)).rejects.toThrow(`${path} cannot be opened: file is not a database.`)
  const missing = join(folder, 'no', 'such', 'folder.sqlite')
  await expect(openSqliteStore(missing)).rejects.toThrow(/cannot be opened: ENOENT: .+\.$/)
})

/** Commits without pause and says which commits were answered; the test kills it in the middle. */
const writer = (path: string) => `
  import { openSqliteStore } from ${JSON.stringify(new URL('../../server/store/sqliteStore.ts', import.meta.url).href)}
  const store = await openSqliteStore(${JSON.stringify(path)})
  const bytes = (n) => new TextEncoder().encode('edit ' + n)
  let n = 0
  const loop = async () => {
    for (;;) {
      const mine = ++n
      const appends = [{ room: 'event/group/A', bytes: bytes(mine) }]
      const changes = [{ table: 'thing', event: 'event', id: String(mine), value: mine }]
      const [seq] = await store.commit({ appends, changes })
      process.stdout.write(mine + ' ' + seq + '\\n')
    }
  }
  await Promise.all(Array.from({ length: 8 }, loop))
`

test('L3 sqlite: kill -9 in the middle of commits keeps every commit that was answered', async () => {
  const path = freshPath()
  const answered = new Map<number, number>()
  // The same store is killed again and again, each time at another point.
  for (const enough of [40, 90, 170]) {
    const script = join(folder, 'writer.mjs')
    writeFileSync(script, writer(path))
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = new Promise((done) => child.on('exit', done))
    const mine = new Map<number, number>()
    for await (const line of createInterface({ input: child.stdout })) {
      const [n, seq] = line.split(' ').map(Number) as [number, number]
      mine.set(n, seq)
      if (mine.size === enough) child.kill('SIGKILL')
    }
    await gone
    const store = await openSqliteStore(path)
    const log = (await store.load(room)).tail
    const rows = new Map((await store.rows(testEvent)).map(({ id, value }) => [Number(id), value]))
    await store.close()
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1))
    const textAt = (seq: number) => Buffer.from(log[seq - 1]?.bytes ?? []).toString()
    for (const [n, seq] of mine) {
      expect(textAt(seq)).toBe(`edit ${n}`)
      expect(rows.get(n)).toBe(n)
      answered.set(seq, n)
    }
    for (const [seq, n] of answered) expect(textAt(seq)).toBe(`edit ${n}`)
  }
  expect(answered.size).toBeGreaterThanOrEqual(300)
}, 30_000)
