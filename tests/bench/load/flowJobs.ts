import * as Y from 'yjs'
import { Arrivals } from './arrivals.ts'
import { connectAll, type RoomClient, type Seat } from './roomClient.ts'

export type FlowPlan = {
  /** Of these the first `paused` stop reading when they are told; all others write and read. */
  readonly seats: readonly Seat[]
  readonly paused: number
  readonly bytesPerSecond: number
}

const writesPerSecond = 5
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

let flow: Flow | null = null
const theFlow = (): Flow => {
  if (!flow) throw new Error('Nothing flows.')
  return flow
}

/** A steady stream of updates that replace what they wrote before: the document stays small, the frames do not. */
class Flow {
  readonly #timers: NodeJS.Timeout[] = []
  readonly #sentAt = new Map<number, number[]>()
  #still: RoomClient[] = []
  #latencies: number[] = []
  #since = 0
  #closed = 0

  async open({ seats, paused, bytesPerSecond }: FlowPlan): Promise<void> {
    const writers = seats.length - paused
    const size = Math.round(bytesPerSecond / writers / writesPerSecond)
    const clients = await connectAll(seats, (client, at) => {
      if (at < paused) return
      const arrivals = new Arrivals((from, clock) => {
        const sentAt = this.#sentAt.get(from)?.[clock] ?? 0
        if (sentAt > this.#since) this.#latencies.push(performance.now() - sentAt)
      })
      client.onUpdate = (update) => arrivals.take(update)
    })
    this.#still = clients.slice(0, paused)
    for (const { socket } of clients) void socket.closed.then(() => this.#closed++)
    clients.slice(paused).forEach((client, at) => {
      setTimeout(() => this.#write(client, 2_000_000 + at, size), (at * 1000) / writesPerSecond / writers)
    })
  }

  stopReading(): void {
    for (const { socket } of this.#still) socket.pause()
  }
  mark(): void {
    this.#since = performance.now()
    this.#latencies = []
  }

  /** Ends the stream; those who stopped reading read on, and whoever was sent away finds that out. */
  async end(): Promise<{ latencies: number[]; sentAway: number }> {
    for (const timer of this.#timers) clearInterval(timer)
    const latencies = this.#latencies
    for (const { socket } of this.#still) socket.resume()
    await pause(3_000)
    return { latencies, sentAway: this.#closed }
  }

  #write(client: RoomClient, id: number, size: number): void {
    const doc = new Y.Doc()
    doc.clientID = id
    doc.on('update', (update: Uint8Array) => client.sendUpdate(update))
    const sentAt: number[] = []
    this.#sentAt.set(id, sentAt)
    const filling = 'x'.repeat(size)
    const write = () => {
      sentAt.push(performance.now())
      doc.getMap('flow').set(`of-${id}`, `${sentAt.length}${filling}`)
    }
    this.#timers.push(setInterval(write, 1000 / writesPerSecond))
  }
}

/** What the bench may ask of clients that stop reading. */
export const flowJobs = {
  async openFlow(plan: FlowPlan): Promise<void> {
    flow = new Flow()
    await flow.open(plan)
  },
  stopReading: (): void => theFlow().stopReading(),
  markFlow: (): void => theFlow().mark(),
  endFlow: () => theFlow().end(),
}
