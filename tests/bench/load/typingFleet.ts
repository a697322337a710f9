import { Dice } from '../../kit/dice.ts'
import { Arrivals } from './arrivals.ts'
import { connectAll, type RoomClient, type Seat } from './roomClient.ts'
import { presence, Writer } from './writer.ts'

export type FleetSeat = {
  readonly seat: Seat
  readonly room: string
  readonly client: number
  readonly writes: boolean
  /** Looks into every frame and checks that each edit came; all others only receive. */
  readonly samples: boolean
}
export type FleetPlan = {
  readonly seats: readonly FleetSeat[]
  readonly editsPerSecond: number
  readonly cursorsPerSecond: number
  readonly echoes: boolean
}
export type FleetReport = {
  /** Edits that were sent since the mark, and all that were ever sent. */
  readonly edits: number
  readonly seconds: number
  /** How much of everything ever sent the sampled readers have received: 1 when nothing is missing. */
  readonly arrived: number
  /** Milliseconds from sending to arriving, for edits since the mark. */
  readonly latencies: readonly number[]
  readonly framesPerClient: number
  readonly bytesPerClient: number
  /** Share of one core that the generator itself needed. */
  readonly generatorCpu: number
  readonly closed: number
}

/** Presence that nobody changes is told again by stock clients after this time. */
const renewMs = 15_000
const keepAliveMs = 25_000
const drainMs = 5_000

const fleets = new Map<number, Fleet>()
const fleetOf = (id: number): Fleet => {
  const fleet = fleets.get(id)
  if (!fleet) throw new Error(`There is no fleet ${id}.`)
  return fleet
}

class Fleet {
  readonly #plan: FleetPlan
  readonly #dice = new Dice(17)
  #clients: RoomClient[] = []
  #writers: { writer: Writer; room: string; client: RoomClient; sentAt: number[] }[] = []
  #samples: { arrivals: Arrivals; room: string }[] = []
  readonly #bySender = new Map<number, { writer: Writer; sentAt: number[] }>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #latencies: number[] = []
  #mark = { at: 0, edits: 0, cpu: process.cpuUsage(), frames: 0, bytes: 0 }
  #typing = false
  #keptAlive: NodeJS.Timeout | undefined
  #closed = 0

  constructor(plan: FleetPlan) {
    this.#plan = plan
  }

  async open(): Promise<void> {
    const { seats, echoes } = this.#plan
    this.#clients = await connectAll(
      seats.map(({ seat }) => seat),
      (client, at) => {
        client.echoes = echoes
        const { samples, room } = seats[at] as FleetSeat
        if (samples) client.onUpdate = this.#sample(room)
      },
    )
    this.#clients.forEach((client, at) => {
      void client.socket.closed.then(() => this.#closed++)
      const { client: id, writes, room } = seats[at] as FleetSeat
      client.sendAwareness(presence(id, 1, {}))
      if (!writes) return
      const entry = { writer: new Writer(id), room, client, sentAt: [] }
      this.#writers.push(entry)
      this.#bySender.set(id, entry)
      client.sendUpdate(entry.writer.opening)
    })
    this.#keptAlive = setInterval(() => this.#keepAlive(), keepAliveMs)
  }

  start(): void {
    this.#typing = true
    const { editsPerSecond, cursorsPerSecond } = this.#plan
    for (const { writer, client, sentAt } of this.#writers) {
      this.#again(1000 / editsPerSecond, () => {
        const update = writer.type()
        sentAt.push(performance.now())
        client.sendUpdate(update)
      })
      if (cursorsPerSecond > 0)
        this.#again(1000 / cursorsPerSecond, () => client.sendAwareness(writer.cursor()))
    }
    let clock = 1
    this.#clients.forEach((client, at) => {
      const { client: id, writes } = this.#plan.seats[at] as FleetSeat
      if (!writes) this.#again(renewMs, () => client.sendAwareness(presence(id, ++clock, {})))
    })
  }

  mark(): void {
    this.#latencies = []
    this.#mark = { at: performance.now(), edits: this.#edits(), cpu: process.cpuUsage(), ...this.#received() }
  }

  /** Ends the window; what is on its way may still arrive. */
  async stop(): Promise<FleetReport> {
    this.#rest()
    const { at, edits, cpu, frames, bytes } = this.#mark
    const seconds = (performance.now() - at) / 1000
    const used = process.cpuUsage(cpu)
    const received = this.#received()
    const report = {
      edits: this.#edits() - edits,
      seconds,
      framesPerClient: (received.frames - frames) / this.#clients.length / seconds,
      bytesPerClient: (received.bytes - bytes) / this.#clients.length / seconds,
      generatorCpu: (used.user + used.system) / 1e6 / seconds,
    }
    const until = performance.now() + drainMs
    while (this.#share() < 1 && performance.now() < until) await new Promise((done) => setTimeout(done, 20))
    return { ...report, arrived: this.#share(), latencies: this.#latencies, closed: this.#closed }
  }

  close(): void {
    this.#rest()
    clearInterval(this.#keptAlive)
    for (const { socket } of this.#clients) socket.end()
  }

  /** Nobody goes on with what they had begun: a later start would count it twice. */
  #rest(): void {
    this.#typing = false
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  #sample(room: string): (update: Uint8Array) => void {
    const arrivals = new Arrivals((client, clock) => {
      const from = this.#bySender.get(client)
      const sentAt = from?.sentAt[clock - from.writer.firstClock]
      if (sentAt !== undefined && sentAt >= this.#mark.at) this.#latencies.push(performance.now() - sentAt)
    })
    this.#samples.push({ arrivals, room })
    return (update) => arrivals.take(update)
  }

  /** Again and again while there is typing, a third earlier or later: people are no clockwork. */
  #again(everyMs: number, run: () => void): void {
    const startedAt = performance.now() + (this.#dice.below(1000) / 1000) * everyMs
    let turn = 0
    const next = () => {
      const jitter = (this.#dice.below(1000) / 1000 - 0.5) * 0.6
      const timer = setTimeout(
        () => {
          this.#timers.delete(timer)
          run()
          turn++
          next()
        },
        Math.max(0, startedAt + (turn + jitter) * everyMs - performance.now()),
      )
      this.#timers.add(timer)
    }
    next()
  }

  /** Hocuspocus ends connections that say nothing for a minute. */
  #keepAlive(): void {
    if (this.#typing || this.#plan.seats[0]?.seat.dialect !== 'hocuspocus') return
    for (const client of this.#clients) client.sendStep1()
  }

  #edits(): number {
    return this.#writers.reduce((sum, { writer }) => sum + writer.typed, 0)
  }
  #received(): { frames: number; bytes: number } {
    const sum = { frames: 0, bytes: 0 }
    for (const { socket } of this.#clients) {
      sum.frames += socket.framesReceived
      sum.bytes += socket.bytesReceived
    }
    return sum
  }
  #share(): number {
    let wanted = 0
    let found = 0
    for (const { arrivals, room } of this.#samples)
      for (const { writer } of this.#writers.filter((entry) => entry.room === room)) {
        wanted += writer.typed
        found += Math.max(0, arrivals.upTo(writer.client) - writer.firstClock)
      }
    return wanted === 0 ? 0 : found / wanted
  }
}

/** What the bench may ask of a generator that types. */
export const typingJobs = {
  async openFleet(id: number, plan: FleetPlan): Promise<void> {
    const fleet = new Fleet(plan)
    fleets.set(id, fleet)
    await fleet.open()
  },
  startTyping: (id: number): void => fleetOf(id).start(),
  markFleet: (id: number): void => fleetOf(id).mark(),
  stopTyping: (id: number): Promise<FleetReport> => fleetOf(id).stop(),
  closeFleet(id: number): void {
    fleetOf(id).close()
    fleets.delete(id)
  },
}
