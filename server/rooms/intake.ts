import type { Limits } from '../limits.ts'

/**
 * What was received and is not on disk yet, over all rooms. When it is full the doors stop reading from their sockets,
 * so that a slow disk never fills the memory.
 */
export class Intake {
  readonly #limits: Pick<Limits, 'heldBytes' | 'slowStoreMs'>
  readonly #now: () => number
  #held = 0
  /** When something was finished last, or the first of what is held came. */
  #since = 0
  #waiting: (() => void)[] = []

  constructor(limits: Pick<Limits, 'heldBytes' | 'slowStoreMs'>, now: () => number) {
    this.#limits = limits
    this.#now = now
  }

  get heldBytes(): number {
    return this.#held
  }
  get isFull(): boolean {
    if (this.#held === 0) return false
    return this.#held > this.#limits.heldBytes || this.#now() - this.#since > this.#limits.slowStoreMs
  }

  took(bytes: number): void {
    if (this.#held === 0) this.#since = this.#now()
    this.#held += bytes
  }

  /** So many bytes are on disk, or given up. */
  settled(bytes: number): void {
    this.#held -= bytes
    this.#since = this.#now()
    if (!this.isFull) for (const run of this.#waiting.splice(0)) run()
  }

  whenRoomy(run: () => void): void {
    this.#waiting.push(run)
  }
}
