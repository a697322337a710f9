import type { Timers } from '../timers.ts'

const pauseMs = 48

/**
 * When the next turn comes. After a pause at once; while there is much to do, all rooms turn on one beat, so that their
 * commits share one sync of the disk.
 */
export class Beat {
  readonly #timers: Timers
  #last = -Infinity

  constructor(timers: Timers) {
    this.#timers = timers
  }

  /** Ms until the next turn of a room that turns every `everyMs` when it is busy. */
  wait(everyMs: number): number {
    const now = this.#timers.now()
    const since = now - this.#last
    // A clock that was set back must not hold anybody up.
    return since >= 0 && since < pauseMs ? everyMs - (now % everyMs) : 0
  }

  turned(): void {
    this.#last = this.#timers.now()
  }
}
