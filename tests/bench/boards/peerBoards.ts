import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import type { BenchRun } from '../benchRun.ts'
import { cacheFolder, installPackages } from '../installPeers.ts'
import { ownCheckout } from '../serverUnderTest.ts'
import { boardTexts, noteBox } from './boardTexts.ts'
import { boardSizes, type Contender, type Point } from './contender.ts'
import { windowSize } from './openBoard.ts'
import { serveFolder } from './serveFolder.ts'

export const peerNames = ['Excalidraw', 'tldraw'] as const
export type PeerName = (typeof peerNames)[number]

type Peer = {
  /** Each has React as it wants it. */
  readonly packages: Readonly<Record<string, string>>
  readonly page: string
  /** What it would otherwise fetch from its makers. */
  readonly assets: { readonly at: string; readonly folder: string }
}
const react = { react: '19.2.3', 'react-dom': '19.2.3' }
const peers: Readonly<Record<PeerName, Peer>> = {
  Excalidraw: {
    packages: { '@excalidraw/excalidraw': '0.18.1', ...react },
    page: 'excalidrawPage.mjs',
    assets: { at: '/fonts', folder: '@excalidraw/excalidraw/dist/prod/fonts' },
  },
  tldraw: {
    packages: { tldraw: '5.1.1', '@tldraw/assets': '5.1.1', ...react },
    page: 'tldrawPage.mjs',
    assets: { at: '/assets-of-tldraw', folder: '@tldraw/assets' },
  },
}

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Peer</title>
    <style>html, body, #app { height: 100%; margin: 0 }</style>
    <script>
      // The board is on its way while the scripts are.
      const notes = new URLSearchParams(location.search).get('notes')
      window.scene = notes && fetch('/scene-' + notes + '.json').then((answer) => answer.json())
      window.EXCALIDRAW_ASSET_PATH = '/'
    </script>
  </head>
  <body>
    <div id="app"></div>
    <script type="module" src="/page.mjs"></script>
  </body>
</html>
`
const configuration = `export default {
  define: { 'process.env.IS_PREACT': '"false"' },
  resolve: { dedupe: ['react', 'react-dom'] },
  build: { manifest: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 10_000 },
}
`

const folderOf = (name: PeerName) => join(cacheFolder, `bench-${name.toLowerCase()}`)
const ownPath = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Where a peer's production build lies; made when it is missing or its page has changed. */
export const builtPeer = (name: PeerName, say: (line: string) => void): string => {
  const folder = folderOf(name)
  const peer = peers[name]
  installPackages(folder, { packages: peer.packages }, say)
  const page = readFileSync(ownPath(peer.page))
  const made = createHash('sha256')
    .update(JSON.stringify([peer, html, configuration, boardTexts(boardSizes[0])]))
    .update(page)
    .digest('hex')
  const stamp = join(folder, 'dist/.stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return join(folder, 'dist')
  say(`  Building ${name} …`)
  copyFileSync(ownPath(peer.page), join(folder, 'page.mjs'))
  writeFileSync(join(folder, 'index.html'), html)
  writeFileSync(join(folder, 'vite.config.mjs'), configuration)
  const vite = join(ownCheckout, 'node_modules/vite/bin/vite.js')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', folder, '--logLevel', 'error', '--config', join(folder, 'vite.config.mjs')],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (status !== 0) throw new Error(`${name} could not be built.\n${stdout}${stderr}`)
  writeFileSync(stamp, made)
  return join(folder, 'dist')
}

type PeerWindow = Window & {
  bench: {
    make: (board: object) => object
    canMake?: () => boolean
    change: (what: string, times: number, everyMs: number) => Promise<void>
  }
}

/** A peer behind a static server of its own, with boards as it keeps them itself. */
export const peerBoards = async (bench: BenchRun, browser: Browser, name: PeerName): Promise<Contender> => {
  const dist = builtPeer(name, bench.say)
  const { at, folder } = peers[name].assets
  const served = await serveFolder(dist, { [at]: join(folderOf(name), 'node_modules', folder) })
  bench.closes(served.close)
  if (boardSizes.some((size) => !existsSync(join(dist, `scene-${size}.json`))))
    await makeScenes(browser, served.url, dist)
  return {
    name,
    urlOf: (size) => `${served.url}/?notes=${size}`,
    cookiesFor: () => [],
    readyWhen: `window.bench && window.bench.isReady()`,
    spots: async () => spotsInView(),
    change: (page, _, what, times, everyMs) =>
      page.evaluate(
        ([what, times, everyMs]) => (window as unknown as PeerWindow).bench.change(what, times, everyMs),
        [what, times, everyMs] as const,
      ),
  }
}

/** Each board is turned into what the peer keeps once, by itself, not while anything is measured. */
const makeScenes = async (browser: Browser, url: string, dist: string) => {
  const context = await browser.newContext({ viewport: windowSize })
  try {
    for (const size of boardSizes) {
      const page = await context.newPage()
      await page.goto(url)
      await page.waitForFunction(() => {
        const { bench } = window as unknown as Partial<PeerWindow>
        return bench && (bench.canMake?.() ?? true)
      })
      // Texts are measured in the fonts that they will be shown in.
      await pause(1_000)
      const scene = await page.evaluate(
        (board) => JSON.stringify((window as unknown as PeerWindow).bench.make(board)),
        { notes: boardTexts(size), ...noteBox },
      )
      writeFileSync(join(dist, `scene-${size}.json`), scene)
      await page.close()
    }
  } finally {
    await context.close()
  }
}

/** Notes stand where they were put, and boards open at their own size. Tool bars lie at the edges. */
const spotsInView = (): Point[] =>
  boardTexts(boardSizes.at(-1) as number)
    .map(({ x, y }) => ({ x: x + noteBox.width / 2, y: y + noteBox.height / 2 }))
    .filter(({ x, y }) => x > 200 && x < windowSize.width - 250 && y > 200 && y < windowSize.height - 150)
