import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { UserRole } from '#shared/roles.ts'
import { readConfig } from '../../server/config.ts'
import { startServer, type Running } from '../../server/startServer.ts'
import { launchBrowser } from './browser.ts'

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 360, height: 740 }

export type Actor = {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page said to the console as an error, and requests to other hosts: both must stay empty. */
  readonly complaints: string[]
}

/** A real Chromium: people walk on, the curtain closes everything. */
export type Scene = {
  readonly url: string
  codeOf(role: UserRole): string
  /** Someone with a browser of their own, still outside. */
  enter(options?: {
    viewport?: { width: number; height: number }
    dark?: boolean
    touch?: boolean
  }): Promise<Actor>
  /** The same, already joined through the join page. */
  join(
    role: UserRole,
    options?: {
      name?: string
      group?: string
      viewport?: { width: number; height: number }
      dark?: boolean
      touch?: boolean
    },
  ): Promise<Actor>
  close(): Promise<void>
}

/** The same with a real server on loopback, in this process. */
export type Stage = Scene & { readonly server: Running }

export const openStage = async (settings: Record<string, string> = {}): Promise<Stage> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'leitwand-stage-'))
  const environment = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...settings }
  const server = await startServer(readConfig(environment))
  const scene = await openScene(
    server.url,
    (role) => server.links.find((link) => link.role === role)?.code ?? '',
  )
  const close = async () => {
    await scene.close()
    await server.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...scene, server, close }
}

/** In front of a server that runs somewhere. */
export const openScene = async (url: string, codeOf: Scene['codeOf']): Promise<Scene> => {
  const browser: Browser = await launchBrowser()

  const enter: Scene['enter'] = async ({ viewport = desktop, dark = false, touch = false } = {}) => {
    const context = await browser.newContext({
      viewport,
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      hasTouch: touch,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const complaints: string[] = []
    page.on('pageerror', (fault) => complaints.push(`page error: ${fault.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text())
    })
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url())
      if (/^(https?|wss?):$/.test(protocol) && host !== new URL(url).host)
        complaints.push(`request to ${host}`)
    })
    return { page, context, complaints }
  }

  return {
    url,
    codeOf,
    enter,
    join: async (role, { name = 'Kreisverband 1', group, ...options } = {}) => {
      const actor = await enter(options)
      const answer = await actor.context.request.post(`${url}/api/join`, {
        data: { code: codeOf(role), name, ...(group ? { group } : {}) },
      })
      if (!answer.ok()) throw new Error(`${name} could not join: ${await answer.text()}`)
      return actor
    },
    close: () => browser.close(),
  }
}

/** What a browser says by itself when a line is cut on purpose or a question is answered with no. */
const isExpected = (text: string): boolean =>
  /net::ERR_INTERNET_DISCONNECTED|WebSocket connection to .* failed|Failed to load resource/.test(text)
