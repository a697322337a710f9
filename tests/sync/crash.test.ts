import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { NotesAnswer } from '#shared/api.ts'
import { Dice } from '../kit/dice.ts'
import { faultyDisk, noFaultyDisk, type FaultyDisk, type Undone } from '../kit/faultyDisk.ts'
import { spawnServer, startProcess } from '../kit/serverProcess.ts'
import { doubledWords, numberFaults, Promises, Typist } from '../kit/typist.ts'
import { freshFolder, notesOfGroup, soon, type Guest, type Live, type Venue } from '../kit/venue.ts'

/** `KILL_ROUNDS=100 KILL_SEED=7`: the long loop, and one that was seen before. */
const rounds = Number(process.env['KILL_ROUNDS'] ?? 6)
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000_000)
const roundMs = 30_000

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})
const folder = () => {
  const made = freshFolder()
  ends.push(made.remove)
  return made.path
}
const openDisk = (dataDir: string) => {
  const disk = faultyDisk(dataDir)
  ends.push(disk.remove)
  return disk
}
/** Ends with the test, however that ends. */
const started = async (...args: Parameters<typeof startProcess>) => {
  const server = await startProcess(...args)
  const kill = async () => {
    server.child.kill('SIGKILL')
    await server.ended
  }
  ends.push(kill)
  return { ...server, kill }
}

const groups = ['A', 'B'] as const
type Facts = Map<string, NotesAnswer['notes'][number]>
type Day = {
  readonly dataDir: string
  readonly dice: Dice
  readonly disk: FaultyDisk | null
  readonly guests: Guest[]
  readonly promises: Map<string, Promises>
  readonly facts: Map<string, Facts>
  readonly counts: Record<'rounds' | 'acknowledged' | 'seen' | 'facts' | 'lost', number> & { undone: Undone }
}

/** The evening before, on a disk that behaves: who takes part, and what is promised from now on. */
const openDay = async (dice: Dice, makeDisk: (dataDir: string) => FaultyDisk | null): Promise<Day> => {
  const dataDir = folder()
  const first = await started(dataDir)
  const guests: Guest[] = []
  for (const at of [0, 1, 2, 3, 4, 5])
    guests.push(await first.venue.join('member', `Kreisverband ${at}`, at < 4 ? 'A' : 'B'))
  await first.kill()
  return {
    dataDir,
    dice,
    disk: makeDisk(dataDir),
    guests,
    promises: new Map(['group/A', 'group/B', 'gathered'].map((tail) => [tail, new Promises()])),
    facts: new Map(groups.map((group) => [group, new Map()])),
    counts: { rounds: 0, acknowledged: 0, seen: 0, facts: 0, lost: 0, undone: { lost: 0, kept: 0 } },
  }
}

/** The power is cut, or only the process killed: then nothing is taken back. */
const cutPower = ({ disk, dice, counts }: Day) => {
  // Half of the time all of it is lost, half of the time any part.
  const { lost, kept } = disk?.undoUnsynced(dice.chance(0.5) ? dice : undefined) ?? { lost: 0, kept: 0 }
  counts.undone.lost += lost
  counts.undone.kept += kept
}

/** A handful types, the log is compacted now and then, two read, somebody looks at the numbers; then the plug is pulled. */
const typeAndKill = async (day: Day) => {
  const { dice, disk, promises, facts, counts } = day
  disk?.slow(dice.pick([0, 0, 4, 12, 25]))
  const server = await started(day.dataDir, {
    ...disk?.env,
    LIMIT_TAIL_ROWS: String(dice.pick([3, 10, 500])),
  })
  const guests = day.guests.map((guest) => server.venue.guest(guest))
  const typists = guests.map((guest, at) => {
    const name = `${'abcdef'[at]}${counts.rounds}`
    const tail = `${guest.event.id}/group/${at < 4 ? 'A' : 'B'}`
    return new Typist(server.venue.origin, tail, guest, name, new Dice(dice.below(2 ** 32)))
  })
  const views: [string, Live][] = []
  for (const tail of ['group/A', 'gathered']) views.push([tail, await (guests[4] as Guest).open(tail)])
  for (const typist of typists) typist.type(1 + dice.below(6))
  const looking = lookAtNumbers(guests[0] as Guest, facts)
  await pause(50 + dice.below(500))
  const promised = (of: (typist: Typist) => readonly unknown[]) =>
    typists.reduce((sum, typist) => sum + of(typist).length, 0)
  // Once there is certainly something to lose; from then on the plug is pulled whenever it happens.
  if (counts.rounds === 0)
    await soon('enough promises', async () =>
      [promised(({ acknowledged }) => acknowledged), promised(({ seen }) => seen)].every(
        (many) => many > rounds,
      ),
    )
  const isStopping = dice.chance(0.25)
  if (isStopping) {
    server.child.kill('SIGTERM')
    await pause(dice.below(15))
  }
  await server.kill()
  await looking
  for (const [at, typist] of typists.entries()) {
    typist.leave()
    expect([...typist.faults, typist.shownEarly]).toEqual([0])
    counts.acknowledged += new Set(typist.acknowledged).size
    counts.seen += typist.seen.length
    promises.get(at < 4 ? 'group/A' : 'group/B')?.take(typist)
  }
  for (const [tail, view] of views) {
    promises.get(tail)?.takeView(view)
    view.leave()
  }
  cutPower(day)
}

/** Asks for the numbers of the notes until the server is gone; what was answered is promised. */
/** The same for everyone who asks. */
const factsOf = async (guest: Guest, group: string) =>
  (await notesOfGroup(guest, group)).map((note) => ({ ...note, isMine: false }))

const lookAtNumbers = async (guest: Guest, facts: Day['facts']) => {
  for (;;)
    for (const group of groups)
      try {
        for (const note of await factsOf(guest, group)) facts.get(group)?.set(note.id, note)
      } catch {
        return
      }
}

/** Somebody new opens everything and looks for what was promised. */
const look = async (day: Day, venue: Venue) => {
  const { promises, counts, facts } = day
  const reader = await venue.join('beamer', 'Wand')
  for (const [tail, promised] of promises) {
    const live = await reader.open(tail)
    const lost = promised.missingIn(live)
    counts.lost += lost
    expect.soft(lost, `${tail}: promised and lost, seed ${seed}`).toBe(0)
    live.leave()
    const group = groups.find((group) => tail === `group/${group}`)
    if (!group) continue
    const notes = await factsOf(reader, group)
    const known = facts.get(group) as Facts
    counts.facts += known.size
    const byId = new Map(notes.map((note) => [note.id as string, note]))
    for (const [id, fact] of known) expect(byId.get(id), `number of ${id}, seed ${seed}`).toEqual(fact)
    expect(numberFaults(live.doc, notes)).toEqual([])
    expect(doubledWords(live.doc)).toEqual([])
    for (const note of notes) known.set(note.id, note)
  }
}

const killAgainAndAgain = async (what: string, makeDisk: (dataDir: string) => FaultyDisk | null) => {
  const day = await openDay(new Dice(seed), makeDisk)
  for (; day.counts.rounds < rounds; day.counts.rounds++) {
    await typeAndKill(day)
    // A start that is killed as well, in the middle of putting things in order.
    if (day.dice.chance(0.3)) {
      const { child, ended } = spawnServer(day.dataDir, day.disk?.env ?? {})
      await pause(day.dice.below(400))
      child.kill('SIGKILL')
      await ended
      cutPower(day)
    }
    const after = await started(day.dataDir, day.disk?.env ?? {})
    await look(day, after.venue)
    await after.kill()
    cutPower(day)
  }
  console.info(what, 'seed', seed, JSON.stringify(day.counts))
  return day.counts
}

test(
  'L3, E4 and R1 killed in the middle of typing, again and again: what was acknowledged or seen is there',
  { timeout: 20_000 + rounds * roundMs },
  async () => {
    const { lost, acknowledged, seen, facts } = await killAgainAndAgain('kill -9', () => null)
    expect(lost).toBe(0)
    expect(Math.min(acknowledged, seen, facts)).toBeGreaterThan(rounds)
  },
)

test.skipIf(noFaultyDisk)(
  'L7, E4 and R1 power cut in the middle of typing, again and again: what was acknowledged or seen is there',
  { timeout: 20_000 + rounds * roundMs },
  async () => {
    const { lost, acknowledged, seen, facts, undone } = await killAgainAndAgain('power cut', openDisk)
    expect(lost).toBe(0)
    expect(Math.min(acknowledged, seen, facts)).toBeGreaterThan(rounds)
    // Or it was no power cut.
    expect(Math.min(undone.lost, undone.kept)).toBeGreaterThan(0)
  },
)

/** Commits fifty rows and waits for the end. */
const writer = (path: string, synchronous: string) => `
  import { DatabaseSync } from 'node:sqlite'
  const db = new DatabaseSync(${JSON.stringify(path)})
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (n)')
  db.exec('PRAGMA synchronous = ${synchronous}')
  for (let n = 0; n < 50; n++) db.exec('INSERT INTO t VALUES (' + n + ')')
  console.log('committed')
  setInterval(() => 0, 1000)
`

test.skipIf(noFaultyDisk).each([
  ['FULL', 50],
  ['NORMAL', 0],
  ['OFF', 0],
])('L7 the power cut is one: with synchronous = %s, %i of 50 committed rows are left', async (mode, left) => {
  const dir = folder()
  const disk = openDisk(dir)
  const path = join(dir, 'store.sqlite')
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer(path, mode)], { env: disk.env })
  const gone = once(child, 'close')
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await gone
  const undone = disk.undoUnsynced()
  expect(undone.lost > 0).toBe(left === 0)
  const db = new DatabaseSync(path)
  expect(db.prepare('SELECT count(*) AS count FROM t').get()).toEqual({ count: left })
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  db.close()
})
