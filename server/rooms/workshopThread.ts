import { parentPort } from 'node:worker_threads'
import { assemble } from './assemble.ts'
import { purge, type Removal } from './purge.ts'
import { sliceUpdate } from './sliceUpdate.ts'

export type Job =
  | { job: 'assemble'; updates: readonly Uint8Array[] }
  | { job: 'purge'; updates: readonly Uint8Array[]; removal: Removal }
  | { job: 'slice'; update: Uint8Array }
export type JobAnswer = { id: number; value?: unknown; fault?: string }

const port = parentPort as NonNullable<typeof parentPort>
const valueOf = (job: Job): unknown => {
  switch (job.job) {
    case 'assemble':
      return assemble(job.updates)
    case 'purge':
      return purge(job.updates, job.removal)
    case 'slice':
      return sliceUpdate(job.update)
  }
}

port.on('message', ({ id, ...job }: Job & { id: number }) => {
  try {
    port.postMessage({ id, value: valueOf(job) } satisfies JobAnswer)
  } catch (fault) {
    port.postMessage({ id, fault: String(fault) } satisfies JobAnswer)
  }
})
