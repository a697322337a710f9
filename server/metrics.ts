import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry, Summary } from 'prom-client'
import type { RefusalCode } from '#shared/refusal.ts'
import type { Meters } from './rooms/meters.ts'
import type { Rooms } from './rooms/rooms.ts'

/** What `/metrics` shows besides the meters, looked up when asked. */
export type Seen = {
  readonly rooms: Rooms
  readonly connections: () => number
  readonly canSave: () => boolean
}

const seconds = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2]

/** Counts, times and gauges in the format of Prometheus; nothing in it names a person or quotes a note. */
export class Metrics implements Meters {
  readonly #registry = new Registry()
  readonly #times
  readonly #commit
  readonly #refused = this.#counter('refusals_total', 'Refusals by kind', ['code'])
  readonly #echoes = this.#counter(
    'presence_echoes_dropped_total',
    'Presence states that clients repeated of others',
  )
  readonly #behind = this.#counter('behind_total', 'Times a client fell behind')
  readonly #woke = this.#counter('documents_woken_total', 'Times a document came back to life')
  readonly #paused = this.#counter('pauses_total', 'Times a door stopped reading from a connection', ['why'])

  constructor() {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry, prefix: 'leitwand_' })
    this.#times = new Histogram({
      name: 'leitwand_duration_seconds',
      help: 'Applying a turn, committing it, compacting a log',
      labelNames: ['what'] as const,
      buckets: seconds,
      registers,
    })
    this.#commit = new Summary({
      name: 'leitwand_commit_seconds',
      help: 'From handing a turn to the store until it is on disk, the last ten minutes',
      percentiles: [0.5, 0.99],
      maxAgeSeconds: 600,
      ageBuckets: 5,
      registers,
    })
  }

  time(what: 'turn' | 'commit' | 'compaction'): () => void {
    const stop = this.#times.startTimer({ what })
    return () => {
      const took = stop()
      if (what === 'commit') this.#commit.observe(took)
    }
  }
  refused(code: RefusalCode): void {
    this.#refused.inc({ code })
  }
  echoes(count: number): void {
    this.#echoes.inc(count)
  }
  woke(): void {
    this.#woke.inc()
  }
  fellBehind(): void {
    this.#behind.inc()
  }
  paused(why: 'rate' | 'store'): void {
    this.#paused.inc({ why })
  }

  watch({ rooms, connections, canSave }: Seen): void {
    const loaded = () => [...rooms.loaded()]
    this.#gauge('rooms', 'Documents in memory by state; all others are cold', ['state'], (gauge) => {
      const live = loaded().filter(({ isLive }) => isLive).length
      gauge.set({ state: 'live' }, live)
      gauge.set({ state: 'bytes' }, loaded().length - live)
    })
    this.#gauge('document_bytes', 'Snapshot and log of the documents in memory', [], (gauge) =>
      gauge.set(loaded().reduce((sum, { bytes }) => sum + bytes, 0)),
    )
    this.#gauge('largest_document_bytes', 'The largest of them', [], (gauge) =>
      gauge.set(Math.max(0, ...loaded().map(({ bytes }) => bytes))),
    )
    this.#gauge('connections', 'Open connections to documents', [], (gauge) => gauge.set(connections()))
    this.#gauge('behind', 'Clients that are behind now', [], (gauge) =>
      gauge.set(loaded().reduce((sum, { audience }) => sum + audience.behind, 0)),
    )
    this.#gauge('held_bytes', 'Received and not on disk yet', [], (gauge) =>
      gauge.set(rooms.intake.heldBytes),
    )
    this.#gauge('can_save', '1 while the store can save', [], (gauge) => gauge.set(canSave() ? 1 : 0))
  }

  get contentType(): string {
    return this.#registry.contentType
  }
  text(): Promise<string> {
    return this.#registry.metrics()
  }

  #counter<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Counter<Label> {
    return new Counter({
      name: `leitwand_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [this.#registry],
    })
  }
  #gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    look: (gauge: Gauge<Label>) => void,
  ): void {
    const gauge: Gauge<Label> = new Gauge({
      name: `leitwand_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [this.#registry],
      collect: () => look(gauge),
    })
  }
}
