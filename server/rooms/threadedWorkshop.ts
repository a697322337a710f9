import { Worker } from 'node:worker_threads'
import type { Assembled } from './assemble.ts'
import type { Workshop } from './workshop.ts'
import type { Job, JobAnswer } from './workshopThread.ts'

/** One thread, there from the start: the first to open a large document would otherwise wait for it. */
export const threadedWorkshop = (): Workshop => {
  const waiting = new Map<number, { done: (value: never) => void; failed: (fault: Error) => void }>()
  let worker: Worker | null = null
  let jobs = 0
  let closed = false

  const end = (fault: Error) => {
    worker = null
    for (const { failed } of waiting.values()) failed(fault)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./workshopThread.ts', import.meta.url), {
      // Whole documents come and go here: a large nursery would keep their rubbish.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    })
    // Nobody waits for a thread that has nothing to do.
    started.unref()
    started.on('message', ({ id, value, fault }: JobAnswer) => {
      const asker = waiting.get(id)
      waiting.delete(id)
      if (fault === undefined) asker?.done(value as never)
      else asker?.failed(new Error(fault))
    })
    started.on('error', (fault: Error) => started === worker && end(fault))
    started.on('exit', () => started === worker && end(new Error('The workshop has ended.')))
    return (worker = started)
  }
  const run = <T>(job: Job): Promise<T> =>
    new Promise((done, failed) => {
      if (closed) return failed(new Error('The workshop has been closed.'))
      const id = ++jobs
      waiting.set(id, { done, failed })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      ;(worker ?? start()).postMessage({ id, ...job })
    })
  const close = async () => {
    closed = true
    const ended = worker
    end(new Error('The workshop has been closed.'))
    await ended?.terminate()
  }
  start()
  return {
    assemble: (updates) => run<Assembled>({ job: 'assemble', updates }),
    purge: (updates, removal) => run<Assembled>({ job: 'purge', updates, removal }),
    slice: (update) => run<Uint8Array[]>({ job: 'slice', update }),
    close,
  }
}
