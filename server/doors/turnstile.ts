import type { Timers } from '../timers.ts'

const sliceMs = 100

/** Lets newcomers in slice by slice: after a restart everyone comes back in the same moment. */
export class Turnstile {
  readonly #timers: Timers
  readonly #perSlice: number
  readonly #queue: (() => void)[] = []
  #passed = 0
  #turning = false

  constructor(perSecond: number, timers: Timers) {
    this.#perSlice = Math.max(1, Math.round((perSecond * sliceMs) / 1000))
    this.#timers = timers
  }

  get waiting(): number {
    return this.#queue.length
  }

  pass(run: () => void): void {
    if (this.#passed >= this.#perSlice) return void this.#queue.push(run)
    this.#passed++
    this.#turn()
    run()
  }

  #turn(): void {
    if (this.#turning) return
    this.#turning = true
    this.#timers.after(sliceMs, () => {
      this.#turning = false
      const next = this.#queue.splice(0, this.#perSlice)
      this.#passed = next.length
      if (next.length > 0) this.#turn()
      for (const run of next) run()
    })
  }
}
