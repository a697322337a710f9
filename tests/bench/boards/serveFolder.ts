import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** A static server on loopback; `others` are folders beneath paths of their own. */
export const serveFolder = async (folder: string, others: Readonly<Record<string, string>>) => {
  const fileOf = (url: string): string => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname))
    const at = Object.keys(others).find((start) => path.startsWith(`${start}/`))
    const file = at ? join(others[at] as string, path.slice(at.length)) : join(folder, path)
    return path === '/' ? join(folder, 'index.html') : file
  }
  const server = createServer(({ url = '/' }, answer) => {
    const file = fileOf(url)
    if (!existsSync(file) || !statSync(file).isFile()) {
      answer.writeHead(404).end()
      return
    }
    answer.writeHead(200, {
      'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
    })
    createReadStream(file).pipe(answer)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
