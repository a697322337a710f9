import type { Timers } from '../timers.ts'

const sliceMs = 20
const burstSeconds = 0.2

/** Lets newcomers in: a roomful at once, then slice by slice. After a restart everyone comes back in the same moment. */
export class Turnstile {
  readonly #timers: Timers
  readonly #burst: number
  readonly #perSlice: number
  readonly #queue: (() => void)[] = []
  #free: number
  #turning = false

  constructor(perSecond: number, timers: Timers) {
    this.#burst = Math.max(1, Math.round(perSecond * burstSeconds))
    this.#perSlice = Math.max(1, Math.round((perSecond * sliceMs) / 1000))
    this.#free = this.#burst
    this.#timers = timers
  }

  get waiting(): number {
    return this.#queue.length
  }

  pass(run: () => void): void {
    if (this.#free === 0) return void this.#queue.push(run)
    this.#free--
    this.#turn()
    run()
  }

  #turn(): void {
    if (this.#turning) return
    this.#turning = true
    this.#timers.after(sliceMs, () => {
      this.#turning = false
      const next = this.#queue.splice(0, this.#perSlice)
      this.#free = Math.min(this.#burst, this.#free + this.#perSlice - next.length)
      if (next.length > 0 || this.#free < this.#burst) this.#turn()
      for (const run of next) run()
    })
  }
}
