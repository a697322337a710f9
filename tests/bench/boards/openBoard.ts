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
  /** Until one can work on them. */
  readonly worksMs: number
  /** Scripts fetched by then, as paths. */
  readonly scripts: readonly string[]
  readonly close: () => Promise<void>
}

/** What the page notes down for the bench. */
type Notes = {
  benchReady?: { readonly ms: number; readonly scripts: readonly string[] }
  benchWorks?: number
  /** When the button was last let go. */
  benchUp?: number
}
export type BenchWindow = Window & Notes

/** Looks once a frame; the notes are painted when the frame after the one that has them is over. */
const watching = (readyWhen: string, worksWhen: string) => `
  addEventListener('pointerup', ({ timeStamp }) => { window.benchUp = timeStamp }, true)
  const when = (isThere, then) => {
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look)
      requestAnimationFrame(() => requestAnimationFrame(then))
    }
    requestAnimationFrame(look)
  }
  when(() => ${readyWhen}, () => {
    const scripts = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
    window.benchReady = { ms: performance.now(), scripts: scripts.filter((path) => /\\.m?js$/.test(path)) }
  })
  when(() => ${worksWhen}, () => {
    window.benchWorks = performance.now()
  })`

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
    await page.addInitScript(watching(contender.readyWhen, contender.worksWhen ?? contender.readyWhen))
    const devtools = await context.newCDPSession(page)
    await page.goto(contender.urlOf(size), { waitUntil: 'commit' })
    const until = performance.now() + patienceMs
    for (;;) {
      const { ready, works } = await page.evaluate(() => {
        const { benchReady: ready, benchWorks: works } = window as BenchWindow
        return { ready, works }
      })
      if (ready && works)
        return { page, devtools, readyMs: ready.ms, worksMs: works, scripts: ready.scripts, close }
      if (performance.now() > until)
        throw new Error(`${contender.name} shows no board of ${size} notes. ${faults.join(' ')}`)
      await pause(lookMs)
    }
  } catch (fault) {
    await close()
    throw fault
  }
}
