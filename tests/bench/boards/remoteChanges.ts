import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import type { BoardSize, Change, Contender } from './contender.ts'
import { openBoard } from './openBoard.ts'
import { pageWork, untilQuiet, type Work } from './pageWork.ts'

/** Work for one change by somebody else, in ms. */
export type RemoteChanges = Readonly<Record<Change, Work>>

/** What a page fetches when it stands is on its way by then. */
const settleMs = 3_000
const times = 40
const everyMs = 75

export const remoteChanges = async (
  browser: Browser,
  contender: Contender,
  size: BoardSize,
): Promise<RemoteChanges> => {
  const { page, devtools, close } = await openBoard(browser, contender, size)
  try {
    await pause(settleMs)
    await untilQuiet(devtools)
    const costOf = (what: Change) => changeCost(page, devtools, contender, size, what)
    return { text: await costOf('text'), move: await costOf('move') }
  } finally {
    await close()
  }
}

/** What a page does anyway in the same time is not the change's. */
const changeCost = async (
  page: Page,
  devtools: CDPSession,
  contender: Contender,
  size: BoardSize,
  what: Change,
): Promise<Work> => {
  const change = (count: number) => contender.change(page, size, what, count, everyMs)
  // The first ones are for the compilers.
  await change(10)
  await untilQuiet(devtools)
  const idle = await pageWork(devtools, () => pause(times * everyMs))
  const busy = await pageWork(devtools, () => change(times))
  return {
    script: Math.max(0, busy.script - idle.script) / times,
    task: Math.max(0, busy.task - idle.task) / times,
  }
}
