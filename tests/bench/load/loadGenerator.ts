import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Jobs, Order, Outcome } from './generator.ts'

type Result<K extends keyof Jobs> = Awaited<ReturnType<Jobs[K]>>

/** The bench's hand on a generator process. */
export class LoadGenerator {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, { done: (value: never) => void; failed: (fault: Error) => void }>()
  #asked = 0
  #ended = false

  constructor() {
    this.#child = fork(fileURLToPath(new URL('generator.ts', import.meta.url)), { serialization: 'advanced' })
    this.#child.on('message', ({ id, value, fault }: Outcome) => {
      const asker = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (fault === undefined) asker?.done(value as never)
      else asker?.failed(new Error(fault))
    })
    this.#child.on('exit', (code) => {
      this.#ended = true
      for (const { failed } of this.#waiting.values()) failed(new Error(`A generator ended with ${code}.`))
    })
  }

  call<K extends keyof Jobs>(job: K, ...args: Parameters<Jobs[K]>): Promise<Result<K>> {
    return new Promise((done, failed) => {
      if (this.#ended) return failed(new Error('The generator has ended.'))
      const id = ++this.#asked
      this.#waiting.set(id, { done, failed })
      this.#child.send({ id, job, args } satisfies Order)
    })
  }

  /** It ends when nobody holds its channel. */
  end(): void {
    this.#ended = true
    if (this.#child.connected) this.#child.disconnect()
  }
}
