import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../kit/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly bytes: number }
const load = (path: string, encodings: string): Promise<Answer> =>
  new Promise((done, failed) => {
    get(stage.url + path, { headers: { 'accept-encoding': encodings } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, bytes }))
    }).on('error', failed)
  })

test('E13 scripts travel compressed to whoever can read that, and are kept for ever', async () => {
  const page = await (await fetch(stage.url)).text()
  const named = [...page.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '')
  const sizes = await Promise.all(named.map((path) => load(path, 'identity')))
  // The largest: of one or two kB a compressor takes little.
  const script =
    named[sizes.findIndex(({ bytes }) => bytes === Math.max(...sizes.map((one) => one.bytes)))] ?? ''
  const [plain, gzip, brotli] = await Promise.all(
    ['identity', 'gzip', 'gzip, br'].map((each) => load(script, each)),
  )
  expect([plain, gzip, brotli].map((answer) => answer?.headers['content-encoding'])).toEqual([
    undefined,
    'gzip',
    'br',
  ])
  expect(gzip?.bytes).toBeLessThan((plain?.bytes ?? 0) / 2)
  expect(brotli?.bytes).toBeLessThan(gzip?.bytes ?? 0)
  for (const { headers } of [plain, gzip, brotli] as Answer[]) {
    expect(headers['content-type']).toMatch(/^text\/javascript/)
    expect(headers['cache-control']).toMatch(/immutable/)
    expect(headers['content-security-policy']).toContain("default-src 'self'")
  }
  expect((await load('/assets/nothing.js', 'br')).status).toBe(404)
  expect((await load('/assets/..%2F..%2F..%2Fpackage.json', 'br')).status).toBe(404)
})
