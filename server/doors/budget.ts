import type { Limits } from '../limits.ts'

const burstSeconds = 60

/**
 * How much one connection may send: a sustained rate, with a minute of it at once. It never refuses a frame, it only
 * says how long to wait before reading on.
 */
export class Budget {
  readonly #limits: Pick<Limits, 'framesPerSecond' | 'bytesPerSecond'>
  #frames: number
  #bytes: number
  #at: number

  constructor(limits: Pick<Limits, 'framesPerSecond' | 'bytesPerSecond'>, now: number) {
    this.#limits = limits
    this.#frames = limits.framesPerSecond * burstSeconds
    this.#bytes = limits.bytesPerSecond * burstSeconds
    this.#at = now
  }

  /** Takes one frame; answers the ms to wait, 0 while there is something left. */
  spend(bytes: number, now: number): number {
    const { framesPerSecond, bytesPerSecond } = this.#limits
    const seconds = Math.max(0, now - this.#at) / 1000
    this.#at = now
    this.#frames = Math.min(framesPerSecond * burstSeconds, this.#frames + seconds * framesPerSecond) - 1
    this.#bytes = Math.min(bytesPerSecond * burstSeconds, this.#bytes + seconds * bytesPerSecond) - bytes
    return Math.max(0, -this.#frames / framesPerSecond, -this.#bytes / bytesPerSecond) * 1000
  }
}
