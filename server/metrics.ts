import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { RefusalCode } from '#shared/refusal.ts'
import type { Meters } from './rooms/meters.ts'
import type { Room } from './rooms/room.ts'

/** What `/metrics` shows besides the meters, looked up when asked. */
export type Seen = {
  readonly rooms: { loaded(): Iterable<Room>; readonly heldBytes: number }
  readonly connections: () => number
  readonly canSave: () => boolean
}

/** What whoever reads the log after a conference wants to know: how many were here, and how long saving took. */
export type Figures = {
  /** Open connections to documents. */
  readonly connections: number
  /** Documents in memory, and how many of them somebody writes. */
  readonly rooms: number
  readonly live: number
  /** Received and not on disk yet. */
  readonly heldBytes: number
  /** The last minutes. */
  readonly commitP50Ms: number
  readonly commitP99Ms: number
  /** Clients that are behind now. */
  readonly behind: number
}

const works = ['turn', 'commit', 'compaction'] as const
type Work = (typeof works)[number]
const quantiles = [0.5, 0.99]
const windowMs = 300_000

/** Counts, times and gauges in the format of Prometheus; nothing in it names a person or quotes a note. */
export class Metrics implements Meters {
  readonly #registry = new Registry()
  readonly #times = Object.fromEntries(works.map((what) => [what, new RecentTimes()])) as Record<
    Work,
    RecentTimes
  >
  readonly #refused = this.#counter('refusals_total', 'Refusals by kind', ['code'])
  readonly #echoes = this.#counter(
    'presence_echoes_dropped_total',
    'Presence states that clients repeated of others',
  )
  readonly #behind = this.#counter('behind_total', 'Times a client fell behind')
  readonly #woke = this.#counter('documents_woken_total', 'Times a document came back to life')
  readonly #paused = this.#counter('pauses_total', 'Times a door stopped reading from a connection', ['why'])
  #seen: Seen | null = null

  constructor() {
    // Asking the event loop more often would cost more than it tells.
    collectDefaultMetrics({
      register: this.#registry,
      prefix: 'leitwand_',
      eventLoopMonitoringPrecision: 200,
    })
    this.#gauge(
      'seconds',
      'Applying a turn, committing it, compacting a log: the last minutes',
      ['what', 'quantile'],
      (gauge) => {
        for (const what of works)
          for (const quantile of quantiles)
            gauge.set({ what, quantile }, this.#times[what].quantile(quantile))
      },
    )
  }

  time(what: Work): () => void {
    const start = performance.now()
    return () => this.#times[what].record(performance.now() - start)
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

  /** Numbers only. */
  figures(): Figures {
    const loaded = [...(this.#seen?.rooms.loaded() ?? [])]
    const commitMs = (share: number) => Math.round(this.#times.commit.quantile(share) * 1e5) / 100
    return {
      connections: this.#seen?.connections() ?? 0,
      rooms: loaded.length,
      live: loaded.filter(({ isLive }) => isLive).length,
      heldBytes: this.#seen?.rooms.heldBytes ?? 0,
      commitP50Ms: commitMs(0.5),
      commitP99Ms: commitMs(0.99),
      behind: loaded.reduce((sum, { audience }) => sum + audience.behind, 0),
    }
  }

  watch(seen: Seen): void {
    this.#seen = seen
    const { rooms, connections, canSave } = seen
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
    this.#gauge('held_bytes', 'Received and not on disk yet', [], (gauge) => gauge.set(rooms.heldBytes))
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

/** Times of the last five to ten minutes. */
class RecentTimes {
  #recent: RecordableHistogram = createHistogram()
  #before: RecordableHistogram = createHistogram()
  #since = performance.now()

  record(ms: number): void {
    if (performance.now() - this.#since > windowMs) {
      this.#before = this.#recent
      this.#recent = createHistogram()
      this.#since = performance.now()
    }
    this.#recent.record(Math.max(1, Math.round(ms * 1e6)))
  }
  /** Seconds; 0 when nothing was recorded. */
  quantile(share: number): number {
    const all = createHistogram()
    all.add(this.#before)
    all.add(this.#recent)
    return all.count === 0 ? 0 : all.percentile(share * 100) / 1e9
  }
}
