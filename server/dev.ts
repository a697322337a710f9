import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Express } from 'express'
import { createServer, type ViteDevServer } from 'vite'
import { readConfig } from './config.ts'
import { printLinks } from './printLinks.ts'
import { sentenceOf } from './sentenceOf.ts'
import { startServer } from './startServer.ts'
import { stopOnSignal } from './stopOnSignal.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

/** Vite's pages carry inline scripts and styles. Only here: what is built needs neither. */
const developmentPolicy =
  "default-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws: wss:"

let vite: Promise<ViteDevServer> | null = null
const developmentPage = (express: Express, server: Server): void => {
  const { hostname } = new URL(process.env['PUBLIC_URL'] || 'http://localhost')
  vite = createServer({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    // The server's own port carries Vite's messages, too: beside /sync/, under a path of their own.
    server: { middlewareMode: true, ws: { server, path: '/@vite/messages' }, allowedHosts: [hostname] },
    appType: 'spa',
  })
  express.use((request, response, next) => {
    response.set('content-security-policy', developmentPolicy)
    vite?.then(({ middlewares }) => middlewares(request, response, next), next)
  })
}

try {
  const running = await startServer(readConfig(process.env), developmentPage)
  stopOnSignal({
    async close() {
      await (await vite)?.close()
      await running.close()
    },
  })
  await vite
  const places = [...new Set([running.origin, running.url])].join(' and ')
  print(`\n${running.plan.title} is open for development at ${places}\n`)
  await printLinks(running.links, print)
  print(
    '\nThe page reloads by itself. After changes in server/ or shared/, stop with Ctrl+C and start again.',
  )
} catch (fault) {
  process.stderr.write(`${sentenceOf(fault)}\n`)
  process.exit(1)
}
