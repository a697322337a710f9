import * as Y from 'yjs'
import { Arrivals } from './arrivals.ts'
import { connectAll, opened, RoomClient, type Seat } from './roomClient.ts'
import { letterAt, typedText, Writer } from './writer.ts'

/** What one writer knew when the server died, as Yjs clocks: all below were promised. */
export type Promised = {
  readonly client: number
  readonly note: string
  readonly firstClock: number
  readonly sent: number
  /** The server said so itself. */
  readonly told: number
  /** Somebody else had it. */
  readonly seen: number
}
export type Survival = {
  readonly told: number
  readonly toldLost: number
  readonly seen: number
  readonly seenLost: number
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const patienceMs = 5_000

type Person = { writer: Writer; client: RoomClient; arrivals: Arrivals; frames: number[]; stored: number }
let crowd: Person[] = []
let timers: NodeJS.Timeout[] = []

/** What the bench may ask of people who type until the server is killed. */
export const crowdJobs = {
  async startCrowd(seats: readonly Seat[], firstClient: number, editsPerSecond: number): Promise<void> {
    const people: Person[] = []
    const clients = await connectAll(seats, (client, at) => {
      const arrivals = new Arrivals(() => undefined)
      const person = { writer: new Writer(firstClient + at), client, arrivals, frames: [], stored: 0 }
      client.onUpdate = (update) => arrivals.take(update)
      client.onStored = (count) => (person.stored = count)
      people.push(person)
    })
    crowd = people
    for (const [at, { writer, client, frames }] of people.entries()) {
      clients[at]?.sendUpdate(writer.opening)
      const type = () => {
        client.sendUpdate(writer.type())
        frames.push(client.framesSent)
      }
      setTimeout(() => timers.push(setInterval(type, 1000 / editsPerSecond)), (at * 37) % 100)
    }
  },

  /** The server is dead: what had it promised, and what had anybody seen? */
  async endCrowd(): Promise<Promised[]> {
    for (const timer of timers.splice(0)) clearInterval(timer)
    // What was in the wires may still be heard: it was said.
    await pause(100)
    const promised = crowd.map(({ writer, client, frames, stored }): Promised => {
      const others = crowd.filter((other) => other.client !== client)
      const letters = frames.filter((frame) => frame <= stored).length
      return {
        client: writer.client,
        note: writer.note,
        firstClock: writer.firstClock,
        sent: writer.firstClock + writer.typed,
        told: writer.firstClock + letters,
        seen: Math.max(writer.firstClock, ...others.map(({ arrivals }) => arrivals.upTo(writer.client))),
      }
    })
    for (const { client } of crowd.splice(0)) client.socket.end()
    return promised
  },

  /** A fresh client looks for everything that was promised. */
  async lookFor(seat: Seat, promised: readonly Promised[]): Promise<Survival> {
    const doc = new Y.Doc()
    const client = new RoomClient(seat)
    client.onUpdate = (update) => Y.applyUpdate(doc, update)
    await opened(client)
    const until = performance.now() + patienceMs
    let survival = judge(doc, promised)
    // Some answer step 2 before they have loaded: they are given time.
    while (survival.toldLost + survival.seenLost > 0 && performance.now() < until) {
      await pause(100)
      survival = judge(doc, promised)
    }
    client.socket.end()
    return survival
  },
}

const judge = (doc: Y.Doc, promised: readonly Promised[]): Survival => {
  const sum = { told: 0, toldLost: 0, seen: 0, seenLost: 0 }
  for (const { client, note, firstClock, told, seen } of promised) {
    const letters = Math.max(0, Y.getState(doc.store, client) - firstClock)
    const text = typedText(doc, note)?.toString() ?? ''
    const found = text === Array.from({ length: letters }, (_, at) => letterAt(at)).join('') ? letters : 0
    sum.told += told - firstClock
    sum.seen += seen - firstClock
    sum.toldLost += Math.max(0, told - firstClock - found)
    sum.seenLost += Math.max(0, seen - firstClock - found)
  }
  return sum
}
