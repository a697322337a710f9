import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Dice } from '../kit/dice.ts'
import { covers } from '../kit/flakyStore.ts'
import { faultyDisk, noFaultyDisk, type FaultyDisk } from '../kit/faultyDisk.ts'
import { spawnServer, startProcess } from '../kit/serverProcess.ts'
import { doubledWords, isWaiting, numberFaults, Promises, Typist } from '../kit/typist.ts'
import { docSays, freshFolder, meOf, notesOfGroup, soon, type Guest, type Venue } from '../kit/venue.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const groups = ['A', 'B'] as const
type Group = (typeof groups)[number]
type Party = {
  readonly disk: FaultyDisk
  readonly venue: Venue
  readonly reader: Guest
  readonly typists: readonly (Typist & { readonly group: Group })[]
  /** Pulls the plug, starts again on what is left, and answers how much of what was promised is missing. */
  cutPower(): Promise<number>
  /** Megabytes that the server holds. */
  memory(): number
}

/** Five people at a server on a disk that does as it is told. */
const openParty = async (): Promise<Party> => {
  const folder = freshFolder()
  const disk = faultyDisk(folder.path)
  ends.push(folder.remove, disk.remove)
  const start = async (settings = disk.env) => {
    const server = await startProcess(folder.path, settings)
    const kill = async () => {
      server.child.kill('SIGKILL')
      await server.ended
    }
    ends.push(kill)
    return { ...server, kill }
  }
  // The evening before the disk was well.
  await (await start({})).kill()
  const server = await start()
  const { venue } = server
  const reader = await venue.join('beamer', 'Wand')
  const typists: (Typist & { group: Group })[] = []
  for (const [at, group] of (['A', 'A', 'A', 'B', 'B'] as const).entries()) {
    const guest = await venue.join('member', `Kreisverband ${at}`, group)
    const room = `${guest.event.id}/group/${group}`
    const typist = new Typist(venue.origin, room, guest, 'abcde'[at] as string, new Dice(at))
    typists.push(Object.assign(typist, { group }))
  }
  ends.push(() => {
    for (const typist of typists) typist.leave()
  })
  const cutPower = async () => {
    await server.kill()
    for (const typist of typists) typist.leave()
    expect(typists.flatMap(({ faults }) => faults)).toEqual([])
    disk.undoUnsynced()
    disk.heal()
    const again = await start()
    let lost = 0
    for (const group of groups) {
      const promises = new Promises()
      for (const typist of typists) if (typist.group === group) promises.take(typist)
      const live = await again.venue.guest(reader).open(`group/${group}`)
      lost += promises.missingIn(live)
      expect(numberFaults(live.doc, await notesOfGroup(again.venue.guest(reader), group))).toEqual([])
      live.leave()
    }
    return lost
  }
  const memory = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) / 1024
  return { disk, venue, reader, typists, cutPower, memory }
}

const health = async ({ venue }: Party) => (await fetch(`${venue.origin}/health`)).status
const everyone = (what: string, party: Party, does: (typist: Typist) => boolean) =>
  soon(what, async () => party.typists.every(does))

/** Whatever anyone wrote is acknowledged and there for somebody new, once, and numbered. */
const expectAllArrived = async (party: Party) => {
  const { typists, reader } = party
  for (const typist of typists) typist.rest()
  await everyone('everything to be acknowledged', party, ({ unacknowledged }) => unacknowledged === 0)
  for (const group of groups) {
    const live = await reader.open(`group/${group}`)
    for (const typist of typists)
      if (typist.group === group) expect(covers(live.doc, Y.encodeStateAsUpdate(typist.doc))).toBe(true)
    expect(isWaiting(live.doc)).toBe(false)
    expect(doubledWords(live.doc)).toEqual([])
    expect(numberFaults(live.doc, await notesOfGroup(reader, group))).toEqual([])
    live.leave()
  }
}

const ways = ['EIO', 'ENOSPC', 'EIO sync'] as const
/** Until the store has tried to come back, and more. */
const longerThanAProbeMs = 1_500

test.skipIf(noFaultyDisk).each(ways)(
  'L8, L6, R10, E4 %s while people write: told, never acknowledged, and all of it arrives when the disk is well again',
  async (how) => {
    const party = await openParty()
    const { disk, venue, reader, typists } = party
    for (const typist of typists) typist.type(4)
    await everyone('acknowledgements', party, ({ acknowledged }) => acknowledged.length > 20)
    expect(await health(party)).toBe(200)

    disk.fail(how)
    await soon('the store to be down', async () => (await health(party)) === 503)
    // Whoever's room could not save is sent to come back; in another room one stays, and is not told to be saved.
    await soon('a whole room to be sent back', async () =>
      groups.some((group) => typists.every((typist) => typist.group !== group || typist.closes.length > 0)),
    )
    expect(await health(party)).toBe(503)
    // Acknowledgements that were on their way have arrived.
    await Promise.all(typists.map((typist) => typist.heardAll()))
    const told = () => typists.map(({ acknowledged }) => acknowledged.length)
    const [before, typed] = [told(), typists.map((typist) => typist.typed)]
    // Everyone writes on, on their own device, and is not told that it is saved.
    await pause(longerThanAProbeMs)
    await soon('everyone to write on', async () =>
      typists.every((typist, at) => typist.typed > (typed[at] as number) + 20),
    )
    expect(told()).toEqual(before)
    expect(new Set(typists.flatMap(({ closes }) => closes))).toEqual(new Set([4503]))
    expect(await health(party)).toBe(503)
    // Everyone reads what is saved.
    for (const group of groups) {
      const promises = new Promises()
      for (const typist of typists) if (typist.group === group) promises.take(typist)
      const live = await reader.open(`group/${group}`)
      expect(promises.missingIn(live)).toBe(0)
      expect(numberFaults(live.doc, await notesOfGroup(reader, group))).toEqual([])
      live.leave()
    }
    const late = await venue.call('POST', '/join', { code: venue.codes.member, name: 'Spät', group: 'A' })
    expect([late.status, late.body.error]).toEqual([503, 'storeDown'])

    disk.heal()
    await soon('the store to be back', async () => (await health(party)) === 200)
    await expectAllArrived(party)
    await venue.join('member', 'Später', 'A')

    // The disk fails for good, and the power with it.
    for (const typist of typists) typist.type(4)
    const calm = told()
    await soon('more', async () => told().every((count, at) => count > (calm[at] as number) + 20))
    disk.fail(how)
    await soon('the store to be down', async () => (await health(party)) === 503)
    expect(await party.cutPower()).toBe(0)
  },
  120_000,
)

test.skipIf(noFaultyDisk)(
  'L8, L7, R3 a disk that fails for moments, again and again, and then the power: nothing that was promised is lost',
  async () => {
    const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000_000)
    const flickers = Number(process.env['KILL_ROUNDS'] ?? 5)
    const dice = new Dice(seed)
    const party = await openParty()
    const { disk, typists } = party
    for (const typist of typists) typist.type(6)
    for (let at = 0; at < flickers; at++) {
      await pause(dice.below(200))
      disk.fail(dice.pick(ways))
      await pause(dice.below(40))
      disk.heal()
      await soon('the store to be back', async () => (await health(party)) === 200)
    }
    await expectAllArrived(party)
    for (const typist of typists) typist.type(6)
    await pause(dice.below(200))
    disk.fail(dice.pick(ways))
    await pause(dice.below(200))
    // It fails until somebody has felt it.
    await soon('a line to be closed', async () => typists.some(({ closes }) => closes.length > 0))
    const closes = typists.reduce((sum, typist) => sum + typist.closes.length, 0)
    expect(await party.cutPower(), `seed ${seed}`).toBe(0)
    console.info('flickering disk', JSON.stringify({ seed, flickers, closes }))
    expect(closes).toBeGreaterThan(0)
  },
  90_000 + Number(process.env['KILL_ROUNDS'] ?? 5) * 10_000,
)

test.skipIf(noFaultyDisk)(
  'L8, E6 a server that is started on a failing disk says so in a sentence and harms nothing',
  async () => {
    const folder = freshFolder()
    const disk = faultyDisk(folder.path)
    ends.push(folder.remove, disk.remove)
    const first = await startProcess(folder.path)
    ends.push(() => void first.child.kill('SIGKILL'))
    const anna = await first.venue.join('member', 'Kreisverband 1', 'A')
    first.child.kill('SIGKILL')
    await first.ended
    for (const how of ways) {
      disk.fail(how)
      const refused = spawnServer(folder.path, disk.env)
      expect(await refused.ended).toBe(1)
      expect(refused.output()).toMatch(/leitwand\.sqlite cannot be opened: [a-zI/ O]+\.\n$/)
      disk.undoUnsynced()
    }
    disk.heal()
    const again = await startProcess(folder.path, disk.env)
    ends.push(() => void again.child.kill('SIGKILL'))
    expect((await meOf(again.venue.guest(anna))).person).toEqual(anna.person)
    again.child.kill('SIGKILL')
    await again.ended
  },
  120_000,
)

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] as number

test.skipIf(noFaultyDisk)(
  'L9, R1 20 ms for each sync: acknowledged and shown in order, nothing piles up, nothing is shown too early',
  async () => {
    const party = await openParty()
    const { disk, reader, typists } = party
    disk.slow(20)
    const live = await reader.open('group/A')
    for (const typist of typists) typist.type(5)
    await everyone('a first wave', party, ({ waits }) => waits.length > 150)
    const [first, memory] = [typists.map(({ waits }) => waits.length), party.memory()]
    await everyone('a second wave', party, ({ waits }) => waits.length > 600)
    const early = typists.flatMap(({ waits }, at) => waits.slice(0, first[at]))
    const later = typists.flatMap(({ waits }, at) => waits.slice(first[at]))
    // A sync is not waited for less than it takes, and a queue that grew would make everyone wait longer and longer.
    expect(median(later)).toBeGreaterThan(20)
    const longest = Math.max(3 * median(early), 300)
    await soon(
      'nobody to wait longer and longer',
      async () => median(typists.flatMap(({ waits }) => waits.slice(-150))) < longest,
    )
    expect(party.memory() - memory).toBeLessThan(96)
    expect(typists.every(({ seen, shownEarly }) => seen.length > 20 && shownEarly === 0)).toBe(true)
    const writers = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc)).size
    await docSays('all three', live, (doc) => writers(doc) >= 3)
    live.leave()
    console.info(
      'slow disk',
      JSON.stringify({
        acks: first.length + later.length,
        early: median(early),
        later: median(later),
        memory,
        grown: party.memory() - memory,
      }),
    )
    // In the middle of it.
    expect(await party.cutPower()).toBe(0)
  },
  120_000,
)
