import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from 'vite'
import type { JoinAnswer } from '#shared/api.ts'
import { openStage, type Actor, type Stage } from '../kit/stage.ts'

let stage: Stage
let pages: Server
let origin = ''
beforeAll(async () => {
  stage = await openStage()
  const script = await bundle(fileURLToPath(new URL('../kit/tiptapPage.ts', import.meta.url)))
  // A page of somebody else, from a server of its own.
  pages = createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : html)
  })
  await new Promise<void>((done) => pages.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
})
afterAll(async () => {
  pages.close()
  await stage.close()
})

const bundle = async (input: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { dedupe: ['yjs', 'lib0', 'y-protocols'] },
    build: { write: false, modulePreload: false, rolldownOptions: { input } },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const [chunk, ...more] = outputs.filter((one) => one.type === 'chunk')
  if (!chunk || more.length > 0) throw new Error('the page was expected to be one script')
  return chunk.code
}

const html =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><div id="editor"></div><script type="module" src="/page.js"></script>'

/** The editor of somebody who has joined group A. */
const sitDown = async (name: string): Promise<Actor> => {
  const actor = await stage.enter()
  const { context, page } = actor
  const answer = await context.request.post(`${stage.url}/api/join`, {
    data: { code: stage.codeOf('member'), name, group: 'A' },
  })
  const { ticket, event } = (await answer.json()) as JoinAnswer
  const asked = new URLSearchParams({ server: stage.url, ticket, room: `${event.id}/group/A` })
  await page.goto(`${origin}/?${asked.toString()}`)
  await page.locator('.ProseMirror').click()
  return actor
}
const textOf = ({ page }: Actor) => page.locator('.ProseMirror').innerText()
const lettersOf = (text: string) => [...text.replaceAll(/\s/g, '')].sort().join('')

test('A16 two Tiptap editors over stock providers: both type at once, both show the same, undo is one’s own', async () => {
  const [anna, ben] = [await sitDown('Anna'), await sitDown('Ben')]
  await anna.page.keyboard.type('Anfang')
  await ben.page.getByText('Anfang').waitFor()
  await ben.page.keyboard.press('Control+End')
  await ben.page.keyboard.press('Enter')
  await anna.page.locator('.ProseMirror p').nth(1).waitFor()
  await anna.page.keyboard.press('Control+Home')
  // Longer than an editor takes for one step of undo.
  await anna.page.waitForTimeout(600)
  const [one, two] = ['abcdefgh'.repeat(6), '12345678'.repeat(6)]
  await Promise.all([anna.page.keyboard.type(one), ben.page.keyboard.type(two)])
  const whole = lettersOf(`Anfang${one}${two}`)
  for (const { page } of [anna, ben])
    await page.waitForFunction(
      (length) => document.querySelector('.ProseMirror')?.textContent?.length === length,
      whole.length,
    )
  expect(await textOf(anna)).toBe(await textOf(ben))
  expect(lettersOf(await textOf(anna))).toBe(whole)
  expect(await textOf(anna)).toContain(one)
  expect(await textOf(ben)).toContain(two)
  const left = `Anfang${two}`.length
  const length = async () => (await anna.page.locator('.ProseMirror').textContent())?.length ?? 0
  // A pause of half a second between letters divides the steps.
  while ((await length()) > left) await anna.page.keyboard.press('Control+z')
  for (const { page } of [anna, ben])
    await page.waitForFunction(
      (length) => document.querySelector('.ProseMirror')?.textContent?.length === length,
      left,
    )
  expect(await textOf(ben)).toContain(two)
  expect(await textOf(anna)).toBe(await textOf(ben))
  // What the server keeps is what a newcomer opens.
  const carla = await sitDown('Carla')
  await carla.page.getByText(two).waitFor()
  expect(await textOf(carla)).toBe(await textOf(ben))
  const strange = [anna, ben, carla].flatMap(({ complaints }) => complaints)
  expect(strange.filter((one) => one !== `request to ${new URL(origin).host}`)).toEqual([])
})
