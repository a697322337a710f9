import { crowdJobs } from './crowdJobs.ts'
import { documentJobs } from './documentJobs.ts'
import { flowJobs } from './flowJobs.ts'
import { idleJobs } from './idleJobs.ts'
import { typingJobs } from './typingFleet.ts'

/** A process of its own that plays clients; the bench asks it over its channel. */
const jobs = { ...typingJobs, ...documentJobs, ...idleJobs, ...flowJobs, ...crowdJobs }
export type Jobs = typeof jobs
export type Order = { readonly id: number; readonly job: keyof Jobs; readonly args: unknown[] }
export type Outcome = { readonly id: number; readonly value?: unknown; readonly fault?: string }

const answer = (outcome: Outcome) => process.send?.(outcome)

process.on('message', ({ id, job, args }: Order) => {
  const run = jobs[job] as (...args: unknown[]) => unknown
  Promise.resolve()
    .then(() => run(...args))
    .then(
      (value) => answer({ id, value }),
      (fault: unknown) =>
        answer({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
    )
})
process.on('disconnect', () => process.exit(0))
