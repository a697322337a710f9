import * as Y from 'yjs'
import { editingTrace, hashOf, tracedText, type EditingTrace } from './editingTrace.ts'
import { opened, RoomClient, type Seat } from './roomClient.ts'

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const patienceMs = 120_000
const quietMs = 700

let trace: EditingTrace | null = null
const theTrace = (): EditingTrace => {
  if (!trace) throw new Error('There is no trace yet.')
  return trace
}
const isWhole = (doc: Y.Doc): boolean => {
  const text = tracedText(doc).toString()
  return text.length === theTrace().length && hashOf(text) === theTrace().hash
}

export type Loaded = {
  /** Milliseconds from the first packet to step 2, and to the frame with which everything was there. */
  readonly synced: number
  readonly whole: number
  /** Whether step 2 held the document already. */
  readonly honest: boolean
}

/** Opens a document and waits until nothing more comes; what it has received is read afterwards, to disturb nobody. */
const loadWhole = async (seat: Seat): Promise<Loaded> => {
  const startedAt = performance.now()
  const frames: { at: number; update: Uint8Array }[] = []
  let bytes = 0
  const client = new RoomClient(seat)
  client.onUpdate = (update) => {
    frames.push({ at: performance.now() - startedAt, update: update.slice() })
    bytes += update.length
  }
  await opened(client)
  const synced = performance.now() - startedAt
  const enough = theTrace().state.length * 0.9
  while (performance.now() - startedAt < patienceMs) {
    await pause(20)
    const last = frames.at(-1)?.at ?? 0
    if (bytes >= enough && performance.now() - startedAt - last > quietMs) break
  }
  client.socket.end()
  const doc = new Y.Doc()
  for (const { at, update } of frames) {
    Y.applyUpdate(doc, update)
    if (isWhole(doc)) return { synced, whole: at, honest: at <= synced }
  }
  throw new Error(`The document came not whole: ${tracedText(doc).length} of ${theTrace().length} letters.`)
}

let probing: { client: RoomClient; timer: NodeJS.Timeout; waiting: number[]; longest: number } | null = null

/** What the bench may ask about one large document. */
export const documentJobs = {
  makeTrace(edits: number, batch: number): { frames: number; bytes: number } {
    trace = editingTrace(edits, batch)
    return { frames: trace.updates.length, bytes: trace.state.length }
  },

  /** Writes the trace into documents of several servers, a frame every few milliseconds, as somebody typing would. */
  async writeTrace(seats: readonly Seat[], everyMs: number): Promise<void> {
    const clients = seats.map((seat) => new RoomClient(seat))
    await Promise.all(clients.map(opened))
    const startedAt = performance.now()
    for (const [at, update] of theTrace().updates.entries()) {
      const early = startedAt + at * everyMs - performance.now()
      if (early > 1) await pause(early)
      for (const client of clients) client.sendUpdate(update)
    }
    // Answered after everything before it: the server has taken it all.
    await Promise.all(
      clients.map(async (client) => {
        const doc = new Y.Doc()
        client.onUpdate = (update) => Y.applyUpdate(doc, update)
        const until = performance.now() + patienceMs
        while (!isWhole(doc)) {
          if (performance.now() > until) throw new Error('A server never had the whole document.')
          client.sendStep1()
          await pause(1000)
        }
        client.socket.end()
      }),
    )
  },

  /** The same document in one frame. */
  async writeState(seat: Seat): Promise<void> {
    const client = new RoomClient(seat)
    await opened(client)
    client.sendUpdate(theTrace().state)
    await pause(1000)
    client.socket.end()
    await loadWhole(seat)
  },

  loadWhole,

  /** Asks for another, empty document every few milliseconds: the longest wait is how long the server was deaf. */
  async startProbe(seat: Seat, everyMs: number): Promise<void> {
    const client = new RoomClient(seat)
    await opened(client)
    const waiting: number[] = []
    const probe = {
      client,
      waiting,
      longest: 0,
      timer: setInterval(() => {
        waiting.push(performance.now())
        client.sendStep1()
      }, everyMs),
    }
    client.onUpdate = () => {
      const askedAt = waiting.shift()
      if (askedAt !== undefined) probe.longest = Math.max(probe.longest, performance.now() - askedAt)
    }
    probing = probe
  },
  /** The longest wait since the last time this was asked, one that goes on included. */
  longestWait(): number {
    if (!probing) throw new Error('Nothing is probed.')
    const pending = probing.waiting[0] === undefined ? 0 : performance.now() - probing.waiting[0]
    const longest = Math.max(probing.longest, pending)
    probing.longest = 0
    return longest
  },
  stopProbe(): void {
    clearInterval(probing?.timer)
    probing?.client.socket.end()
    probing = null
  },

  /** All open a document at the same moment: milliseconds until each has received it whole, in order. */
  async joinAtOnce(seats: readonly Seat[], bytes: number): Promise<number[]> {
    const startedAt = performance.now()
    const joined = seats.map(
      (seat) =>
        new Promise<{ client: RoomClient; ms: number }>((done, failed) => {
          const client = new RoomClient(seat)
          let received = 0
          client.onUpdate = (update) => {
            received += update.length
            if (received >= bytes) done({ client, ms: performance.now() - startedAt })
          }
          void client.socket.closed.then((code) =>
            failed(new Error(`Somebody who joined was sent away with ${code}.`)),
          )
        }),
    )
    const all = await Promise.all(joined)
    for (const { client } of all) client.socket.end()
    return all.map(({ ms }) => ms).sort((a, b) => a - b)
  },
}
