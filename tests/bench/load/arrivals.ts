import * as Y from 'yjs'

/** What a sampled reader has received of each writer: edits arrive in the order in which one person made them. */
export class Arrivals {
  readonly #next = new Map<number, number>()
  readonly #hear: (client: number, clock: number) => void
  missed = 0

  constructor(hear: (client: number, clock: number) => void) {
    this.#hear = hear
  }

  take(update: Uint8Array): void {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (struct instanceof Y.Skip) continue
      const { client, clock } = struct.id
      const next = this.#next.get(client) ?? 0
      const end = clock + struct.length
      if (clock > next) this.missed += clock - next
      for (let at = Math.max(clock, next); at < end; at++) this.#hear(client, at)
      if (end > next) this.#next.set(client, end)
    }
  }

  /** The clock up to which everything of a client is here. */
  upTo(client: number): number {
    return this.#next.get(client) ?? 0
  }
}
