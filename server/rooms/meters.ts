import type { RefusalCode } from '#shared/refusal.ts'

/** What the room server counts and times. */
export type Meters = {
  /** Starts a clock; the answer stops it. */
  time(what: 'turn' | 'commit' | 'compaction'): () => void
  refused(code: RefusalCode): void
  /** Presence that a client repeats of others. */
  echoes(count: number): void
  fellBehind(): void
  /** A document came back to life. */
  woke(): void
  /** The doors stopped reading from a connection: over its rate, or the store is slow. */
  paused(why: 'rate' | 'store'): void
}

export const noMeters: Meters = {
  time: () => () => undefined,
  refused: () => undefined,
  echoes: () => undefined,
  fellBehind: () => undefined,
  woke: () => undefined,
  paused: () => undefined,
}
