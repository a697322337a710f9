import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import type { BoardSize, Contender } from './contender.ts'
import { openBoard, type BenchWindow } from './openBoard.ts'
import { untilQuiet } from './pageWork.ts'

/** The editor is fetched when the board stands. */
const settleMs = 3_000
const patienceMs = 5_000
const restMs = 250

/** Milliseconds from the end of a double-click on a note until its caret is painted, note after note. */
export const caretTimes = async (
  browser: Browser,
  contender: Contender,
  size: BoardSize,
  times: number,
): Promise<number[]> => {
  const { page, devtools, close } = await openBoard(browser, contender, size)
  try {
    await pause(settleMs)
    await untilQuiet(devtools)
    const spots = await contender.spots(page)
    const took: number[] = []
    for (let at = 0; at < times; at++) {
      const spot = spots[at % spots.length]
      if (!spot) throw new Error(`${contender.name} shows no note to write in.`)
      const caret = page.evaluate(caretPainted, patienceMs)
      await page.mouse.dblclick(spot.x, spot.y)
      const ms = await caret
      if (ms === null) throw new Error(`${contender.name} shows no caret after a double-click.`)
      took.push(ms)
      await leave(page)
    }
    return took
  } finally {
    await close()
  }
}

/** Looks once a frame whether a text has the focus; answers when that frame is done, and null when none ever has. */
const caretPainted = (patienceMs: number) =>
  new Promise<number | null>((done) => {
    const until = performance.now() + patienceMs
    const look = () => {
      const focused = document.activeElement
      const isText = focused instanceof HTMLTextAreaElement
      const isRich =
        focused instanceof HTMLElement &&
        focused.isContentEditable &&
        focused.contains(getSelection()?.anchorNode ?? null)
      const { benchUp } = window as BenchWindow
      if ((isText || isRich) && benchUp !== undefined) setTimeout(() => done(performance.now() - benchUp))
      else if (performance.now() > until) done(null)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })

const leave = async (page: Page) => {
  await page.keyboard.press('Escape')
  await pause(restMs)
}
