import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import type { BoardSize, Contender } from './contender.ts'

export const windowSize = { width: 1440, height: 900 }
const patienceMs = 120_000
const lookMs = 50

export type OpenBoard = {
  readonly page: Page
  readonly devtools: CDPSession
  /** From the start of the navigation until the notes are painted. */
  readonly readyMs: number
  /** Scripts fetched by then, as paths. */
  readonly scripts: readonly string[]
  readonly close: () => Promise<void>
}

/** What the page notes down for the bench. */
type Notes = {
  benchReady?: { readonly ms: number; readonly scripts: readonly string[] }
  /** When the button was last let go. */
  benchUp?: number
}
export type BenchWindow = Window & Notes

/** Looks once a frame; the notes are painted when the frame after the one that has them is over. */
const watching = (readyWhen: string) => `
  addEventListener('pointerup', ({ timeStamp }) => { window.benchUp = timeStamp }, true)
  const look = () => {
    if (!(${readyWhen})) return requestAnimationFrame(look)
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const scripts = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
      window.benchReady = { ms: performance.now(), scripts: scripts.filter((path) => /\\.m?js$/.test(path)) }
    }))
  }
  requestAnimationFrame(look)`

/** A board in a browser that has never been there: nothing is cached. */
export const openBoard = async (
  browser: Browser,
  contender: Contender,
  size: BoardSize,
): Promise<OpenBoard> => {
  const context = await browser.newContext({
    viewport: windowSize,
    locale: 'de-DE',
    storageState: { cookies: contender.cookiesFor(size), origins: [] },
  })
  const close = () => context.close()
  try {
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    await page.addInitScript(watching(contender.readyWhen))
    const devtools = await context.newCDPSession(page)
    await page.goto(contender.urlOf(size), { waitUntil: 'commit' })
    const until = performance.now() + patienceMs
    for (;;) {
      const ready = await page.evaluate(() => (window as BenchWindow).benchReady)
      if (ready) return { page, devtools, readyMs: ready.ms, scripts: ready.scripts, close }
      if (performance.now() > until)
        throw new Error(`${contender.name} shows no board of ${size} notes. ${faults.join(' ')}`)
      await pause(lookMs)
    }
  } catch (fault) {
    await close()
    throw fault
  }
}
