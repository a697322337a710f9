import { setTimeout as pause } from 'node:timers/promises'
import type { LoadGenerator } from './load/loadGenerator.ts'
import type { FleetReport, FleetSeat } from './load/typingFleet.ts'
import { cpuSeconds } from './processStats.ts'
import type { ServerUnderTest } from './serverUnderTest.ts'
import { percentile } from './spread.ts'

export type TypingPlan = {
  readonly rooms: readonly string[]
  /** Clients in each room, and how many of them type. */
  readonly clients: number
  readonly typing: number
  readonly editsPerSecond: number
  readonly cursorsPerSecond: number
  readonly echoes: boolean
}
export type TypingWindow = {
  readonly microsecondsPerEdit: number
  /** Share of one core that the server needed. */
  readonly cpu: number
  readonly p50: number
  readonly p99: number
  readonly editsPerSecond: number
  readonly framesPerClient: number
  readonly generatorCpu: number
  readonly arrived: number
}

const sampledPerRoom = 2
const firstClient = 1_000_000
let lastFleet = 0

/** People who type in rooms of one server, spread over the generators; measured window by window. */
export class TypingLoad {
  readonly server: ServerUnderTest
  readonly #plan: TypingPlan
  readonly #generators: readonly LoadGenerator[]
  readonly #fleet = ++lastFleet

  constructor(server: ServerUnderTest, plan: TypingPlan, generators: readonly LoadGenerator[]) {
    this.server = server
    this.#plan = plan
    this.#generators = generators
  }

  async open(): Promise<void> {
    const { rooms, clients, typing, editsPerSecond, cursorsPerSecond, echoes } = this.#plan
    const shares = this.#generators.map((): FleetSeat[] => [])
    for (const [place, room] of rooms.entries()) {
      const seats = await this.server.seats(room, clients)
      const sampled = shares.map(() => 0)
      seats.forEach((seat, at) => {
        const share = at % shares.length
        const writes = at < typing
        const samples = !writes && (sampled[share] as number) < sampledPerRoom
        if (samples) (sampled[share] as number)++
        shares[share]?.push({ seat, room, client: firstClient + place * 10_000 + at, writes, samples })
      })
    }
    await this.#each((generator, at) =>
      generator.call('openFleet', this.#fleet, {
        seats: shares[at] as FleetSeat[],
        editsPerSecond,
        cursorsPerSecond,
        echoes,
      }),
    )
  }

  async window(seconds: number, warmUp: number): Promise<TypingWindow> {
    await this.#each((generator) => generator.call('startTyping', this.#fleet))
    await pause(warmUp * 1000)
    await this.#each((generator) => generator.call('markFleet', this.#fleet))
    const before = { cpu: cpuSeconds(this.server.pid), at: performance.now() }
    await pause(seconds * 1000)
    const cpu = cpuSeconds(this.server.pid) - before.cpu
    const took = (performance.now() - before.at) / 1000
    return this.#judge(await this.#each((generator) => generator.call('stopTyping', this.#fleet)), cpu, took)
  }

  async close(): Promise<void> {
    await this.#each((generator) => generator.call('closeFleet', this.#fleet))
  }

  #judge(reports: readonly FleetReport[], cpu: number, took: number): TypingWindow {
    const closed = reports.reduce((sum, report) => sum + report.closed, 0)
    if (closed > 0) throw new Error(`${this.server.name} closed ${closed} connections while people typed.`)
    const rate = reports.reduce((sum, { edits, seconds }) => sum + edits / seconds, 0)
    const arrived = Math.min(...reports.map((report) => report.arrived))
    const latencies = reports.flatMap((report) => report.latencies)
    const mean = (read: (report: FleetReport) => number) =>
      reports.reduce((sum, report) => sum + read(report), 0) / reports.length
    return {
      // An edit is delivered once for every client of its room, its author included: all servers send it back.
      microsecondsPerEdit: (cpu / took / (rate * this.#plan.clients * arrived)) * 1e6,
      cpu: cpu / took,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      editsPerSecond: rate,
      framesPerClient: mean((report) => report.framesPerClient),
      generatorCpu: Math.max(...reports.map((report) => report.generatorCpu)),
      arrived,
    }
  }

  #each<T>(run: (generator: LoadGenerator, at: number) => Promise<T>): Promise<T[]> {
    return Promise.all(this.#generators.map(run))
  }
}
