import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession } from 'playwright-core'

/** What a page's main thread did, in ms. */
export type Work = { readonly script: number; readonly task: number }

const read = async (devtools: CDPSession): Promise<Work> => {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000
  return { script: of('ScriptDuration'), task: of('TaskDuration') }
}

/** Chromium's own account of the page's work while something goes on. */
export const pageWork = async (devtools: CDPSession, goingOn: () => Promise<void>): Promise<Work> => {
  await devtools.send('Performance.enable')
  const before = await read(devtools)
  await goingOn()
  const after = await read(devtools)
  return { script: after.script - before.script, task: after.task - before.task }
}

const lookMs = 500
const quietMs = 10
const patienceMs = 20_000

/** What a page still does after it has opened (fetching, telling, measuring) is over. One that never rests is not waited for. */
export const untilQuiet = async (devtools: CDPSession): Promise<void> => {
  const until = performance.now() + patienceMs
  for (let quiet = 0; quiet < 3 && performance.now() < until;) {
    const { script } = await pageWork(devtools, () => pause(lookMs))
    quiet = script < quietMs ? quiet + 1 : 0
  }
}
