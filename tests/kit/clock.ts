import type { Timers } from '../../server/timers.ts'

type Timer = { at: number; id: number; run: () => void }

/** Time that stands still until a test lets it go on. */
export class Clock implements Timers {
  #now = 1_600_000_000_000
  #count = 0
  readonly #waiting: Timer[] = []

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): void {
    this.#waiting.push({ at: this.#now + Math.max(0, ms), id: this.#count++, run })
  }

  /** Turns the hands without running anything, also backwards. */
  set(now: number): void {
    this.#now = now
  }

  /** Lets time pass; when this resolves, everything that was due within it has happened. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms
    await settled()
    for (;;) {
      let next: Timer | null = null
      for (const timer of this.#waiting)
        if (timer.at <= end && (!next || timer.at < next.at || (timer.at === next.at && timer.id < next.id)))
          next = timer
      if (!next) break
      this.#waiting.splice(this.#waiting.indexOf(next), 1)
      this.#now = Math.max(this.#now, next.at)
      next.run()
      await settled()
    }
    this.#now = end
  }
}

/** Everything that promises have to say to one another has been said. */
export const settled = (): Promise<void> => new Promise((done) => setImmediate(done))
