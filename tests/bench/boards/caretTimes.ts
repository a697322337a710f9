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
      // Somebody looks from before the double-click on: who began to look after it would see the caret a frame late.
      await page.evaluate(watchCaret, patienceMs)
      await page.mouse.dblclick(spot.x, spot.y)
      const ms = await page.evaluate(() => (window as Watching).benchCaret ?? null)
      if (ms === null) throw new Error(`${contender.name} shows no caret after a double-click.`)
      took.push(ms)
      await leave(page)
    }
    return took
  } finally {
    await close()
  }
}

type Watching = BenchWindow & { benchCaret?: Promise<number | null> }

/**
 * Looks once a frame whether a text has the focus; `benchCaret` is there when that frame is done, and null when none ever has.
 * Answers when it has begun to look.
 */
const watchCaret = (patienceMs: number) =>
  new Promise<void>((begun) => {
    let done: (ms: number | null) => void = () => {}
    ;(window as Watching).benchCaret = new Promise((found) => (done = found))
    const until = performance.now() + patienceMs
    const look = () => {
      begun()
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
