import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import type { BoardSize, Contender } from './contender.ts'
import { openBoard, windowSize } from './openBoard.ts'
import { pageWork, untilQuiet } from './pageWork.ts'

export type Motion = {
  /** Milliseconds from one frame to the next while somebody pans and zooms. */
  readonly frames: readonly number[]
  /** Work of the page's main thread for one step of the wheel, in ms. */
  readonly pan: number
  readonly zoom: number
}
type FrameWindow = Window & { benchFrames?: number[]; benchWatches?: boolean }

const settleMs = 3_000
const steps = 60
/** A trackpad tells about sixty steps a second. */
const everyMs = 16
const control = 2

/** Pans, zooms out to the whole board, pans there, zooms in again. */
export const motionOf = async (browser: Browser, contender: Contender, size: BoardSize): Promise<Motion> => {
  const { page, devtools, close } = await openBoard(browser, contender, size)
  try {
    const middle = { x: windowSize.width / 2, y: windowSize.height / 2 }
    await page.mouse.move(middle.x, middle.y)
    await pause(settleMs)
    await untilQuiet(devtools)
    const turn = async (deltaX: number, deltaY: number, modifiers = 0) => {
      for (let at = 0; at < steps; at++)
        await Promise.all([
          devtools.send('Input.dispatchMouseEvent', {
            type: 'mouseWheel',
            ...middle,
            deltaX,
            deltaY,
            modifiers,
          }),
          pause(everyMs),
        ])
    }
    await page.evaluate(watchFrames)
    const pan = await pageWork(devtools, async () => {
      await turn(0, 40)
      await turn(0, -40)
    })
    const zoom = await pageWork(devtools, async () => {
      await turn(0, 6, control)
      await turn(0, -6, control)
    })
    const frames = await page.evaluate(() => {
      const watched = window as FrameWindow
      watched.benchWatches = false
      return watched.benchFrames ?? []
    })
    return { frames, pan: pan.task / (2 * steps), zoom: zoom.task / (2 * steps) }
  } finally {
    await close()
  }
}

const watchFrames = () => {
  const watched = window as FrameWindow
  const frames: number[] = []
  watched.benchFrames = frames
  watched.benchWatches = true
  let last: number | null = null
  const next = (now: number) => {
    if (last !== null) frames.push(now - last)
    last = now
    if (watched.benchWatches) requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
}
