import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { faultyDisk, noFaultyDisk } from '../kit/faultyDisk.ts'
import { heldMemory, inspectable } from '../kit/heldMemory.ts'
import { Listener, metric } from '../kit/listener.ts'
import { startProcess } from '../kit/serverProcess.ts'
import { freshFolder, soon, type Venue } from '../kit/venue.ts'

const MB = 1024 * 1024
/** Held more than before, rubbish left aside: a backlog of the 20 MB that flow would be far above it. */
const mostGrowth = 8 * MB
const pasteBytes = 20_000
const tail = 'group/A'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const started = async (settings: Record<string, string>, folder = freshFolder()) => {
  ends.push(folder.remove)
  const server = await startProcess(folder.path, { ...inspectable, ...settings })
  ends.push(async () => {
    server.child.kill('SIGKILL')
    await server.ended
  })
  return server
}
const enter = async (venue: Venue, count: number): Promise<Listener[]> => {
  const listeners: Listener[] = []
  for (let at = 0; at < count; at++)
    listeners.push(new Listener(venue.origin, tail, await venue.join('member', `Kreisverband ${at}`, 'A')))
  await Promise.all(listeners.map(({ loaded }) => loaded))
  return listeners
}

/** Pages are pasted over older ones: much flows, the document stays small. No page twice in one turn, or one is enough. */
const pages = 40
const paste = ({ doc }: Listener, at: number) =>
  doc.getMap('pages').set(`${doc.clientID} ${at % pages}`, `${at} `.padEnd(pasteBytes, 'Leitfrage '))

/** So many bytes in all; each writer waits for the disk now and then, as the network would make it wait. */
const flow = async (writers: readonly Listener[], bytes: number) => {
  const each = Math.ceil(bytes / pasteBytes / writers.length)
  await Promise.all(
    writers.map(async (writer) => {
      for (let at = 0; at < each; at++) {
        paste(writer, at)
        await writer.caughtUp(4)
      }
      await writer.caughtUp()
    }),
  )
}

/** The largest value that a metric shows while something goes on. */
const peakOf = async (venue: Venue, name: string, during: Promise<unknown>): Promise<number> => {
  let peak = 0
  const state = { isOver: false }
  const over = during.finally(() => (state.isOver = true))
  over.catch(() => undefined)
  while (!state.isOver) {
    peak = Math.max(peak, await metric(venue.origin, name))
    await Promise.race([over, new Promise((done) => setTimeout(done, 20))])
  }
  await over
  return peak
}
const inMB = (bytes: number) => Math.round((bytes / MB) * 10) / 10

const expectSame = async (listeners: readonly Listener[]) => {
  const [first, ...others] = listeners as [Listener, ...Listener[]]
  for (const other of others)
    await soon('the same with everyone', async () =>
      Y.equalSnapshots(Y.snapshot(other.doc), Y.snapshot(first.doc)),
    )
  for (const { doc, faults, early, heard } of listeners) {
    expect(faults).toEqual([])
    if (heard.difference === 1) expect(early).toBe(0)
    expect(doc.getMap('pages').toJSON()).toEqual(first.doc.getMap('pages').toJSON())
  }
}

test('R13 six of twelve stop reading while 20 MB flow: the others get all in order, memory stays, they are sent away', async () => {
  const server = await started({ LIMIT_BEHIND_MS: '6000' })
  const { venue } = server
  const listeners = await enter(venue, 12)
  const [awake, asleep] = [listeners.slice(0, 6), listeners.slice(6)]
  await flow(awake.slice(0, 3), 8 * MB)
  const before = await heldMemory(server)
  for (const { socket } of asleep) socket.pause()
  await flow(awake.slice(0, 3), 20 * MB)
  const grown = (await heldMemory(server)) - before
  const sentAway = () => metric(venue.origin, 'refusals_total{code="tooSlow"}')
  // Where all of it takes long the first of them are gone already.
  await soon(
    'all six to be behind, or sent away',
    async () => (await metric(venue.origin, 'behind')) + (await sentAway()) === asleep.length,
  )
  await soon('all six to be sent away', async () => (await sentAway()) === asleep.length)
  await soon('nobody to be behind', async () => (await metric(venue.origin, 'behind')) === 0)
  console.info('six of twelve do not read', JSON.stringify({ before: inMB(before), grown: inMB(grown) }))
  expect(grown).toBeLessThan(mostGrowth)
  await expectSame(awake)
  expect(awake.every(({ socket }) => socket.readyState === socket.OPEN)).toBe(true)
  // Who reads in time reads why; whoever sleeps on is cut off.
  for (const { socket } of asleep) socket.resume()
  for (const { ended } of asleep) expect([4508, 1006]).toContain(await ended)
}, 120_000)

test('R13 who reads on in time gets one difference instead of the backlog, and has the same', async () => {
  const server = await started({ LIMIT_BEHIND_MS: '60000' })
  const { venue } = server
  const listeners = await enter(venue, 4)
  const [anna, ben, carla, sleeper] = listeners as [Listener, Listener, Listener, Listener]
  sleeper.socket.pause()
  await flow([anna, ben], 16 * MB)
  // Whoever only reads may still be busy with the end of it.
  await soon('one to be behind', async () => (await metric(venue.origin, 'behind')) === 1)
  expect(sleeper.heard.difference).toBe(1)
  sleeper.socket.resume()
  await soon('the difference', async () => sleeper.heard.difference === 2)
  await expectSame(listeners)
  expect(sleeper.heard.update).toBeLessThan(carla.heard.update)
  await soon('nobody to be behind', async () => (await metric(venue.origin, 'behind')) === 0)
  // From now on as before.
  paste(anna, 1)
  paste(sleeper, 2)
  await sleeper.caughtUp()
  await anna.caughtUp()
  await expectSame(listeners)
  expect(sleeper.heard.difference).toBe(2)
}, 120_000)

test.skipIf(noFaultyDisk)(
  'R15 a flood while the store is slow: its sender is read later, what is held stays small, all of it arrives',
  async () => {
    const folder = freshFolder()
    const disk = faultyDisk(folder.path)
    ends.push(disk.remove)
    const held = 200_000
    const server = await started({ ...disk.env, LIMIT_HELD_BYTES: String(held) }, folder)
    const { venue } = server
    const [flooder, reader] = (await enter(venue, 2)) as [Listener, Listener]
    await flow([flooder], 8 * MB)
    disk.slow(50)
    const before = await heldMemory(server)
    for (let at = 0; at < 600; at++) paste(flooder, at)
    const halfway = flooder.caughtUp(300).then(() => heldMemory(server))
    const peakHeld = await peakOf(venue, 'held_bytes', flooder.caughtUp())
    const grown = (await halfway) - before
    const pauses = await metric(venue.origin, 'pauses_total{why="store"}')
    console.info(
      'a slow store',
      JSON.stringify({ pauses, peakHeld, before: inMB(before), grown: inMB(grown) }),
    )
    expect(pauses).toBeGreaterThan(3)
    // Frames that had arrived with the last one are taken still: what one read from the network brings.
    expect(peakHeld).toBeLessThan(held + 200_000)
    expect(grown).toBeLessThan(mostGrowth)
    expect(flooder.stored).toBe(flooder.sent)
    await expectSame([flooder, reader])
    expect(await metric(venue.origin, 'held_bytes')).toBe(0)
  },
  120_000,
)

test('R15, A15 who sends faster than the rate is read later: no frame is lost, nobody is sent away', async () => {
  const perSecond = 2
  const aMinute = 60 * perSecond
  const server = await started({ LIMIT_FRAMES_PER_SECOND: String(perSecond) })
  const { venue } = server
  const [flooder, reader] = (await enter(venue, 2)) as [Listener, Listener]
  const start = performance.now()
  const words = (at: number) => `${at} `.padEnd(pasteBytes, 'Wort ')
  // Few and large: even a machine that stands still meanwhile has read them long before so many more may come.
  const count = aMinute + 6 * perSecond
  for (let at = 0; at < count; at++) flooder.doc.getMap('words').set(`${at}`, words(at))
  await flooder.caughtUp()
  // What has arrived with the frame that was one too many is taken still, and waited for afterwards.
  expect(performance.now() - start).toBeGreaterThan(500)
  expect(await metric(venue.origin, 'pauses_total{why="rate"}')).toBeGreaterThan(0)
  expect(await metric(venue.origin, 'refusals_total{code="tooSlow"}')).toBe(0)
  await expectSame([flooder, reader])
  const read = reader.doc.getMap('words')
  expect(Array.from({ length: count }, (_, at) => read.get(`${at}`) === words(at)).every(Boolean)).toBe(true)
}, 120_000)
