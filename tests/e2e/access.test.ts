import { afterAll, beforeAll, expect, test } from 'vitest'
import { playSampleDay } from '../../server/demo/playSampleDay.ts'
import { axe } from '../kit/axe.ts'
import { desktop, openStage, phone, type Stage } from '../kit/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const codes = Object.fromEntries(stage.server.links.map(({ role, code }) => [role, code]))
  await playSampleDay(stage.url, codes as never, () => undefined)
})
afterAll(() => stage.close())

const pages = [
  { path: '/heute', role: 'member', group: 'A', shows: 'Ablauf' },
  { path: '/gruppe/A?ansicht=liste', role: 'member', group: 'A', shows: 'Anlaufstelle für alle' },
  { path: '/gruppe/A?ansicht=wand', role: 'member', group: 'A', shows: 'Anlaufstelle für alle' },
  { path: '/gruppe/B?ansicht=liste', role: 'member', group: 'A', shows: 'Sie lesen hier mit' },
  { path: '/plenum', role: 'member', group: 'A', shows: 'Zugang nach Bedarf' },
  { path: '/plenum', role: 'moderator', group: 'plenum', shows: 'Zugang nach Bedarf' },
  { path: '/plenum?fassung=1', role: 'member', group: 'A', shows: 'Fassung 1' },
  { path: '/plenum?fassung=1&vergleich=jetzt', role: 'member', group: 'A', shows: 'Beide sind gleich' },
  { path: '/meine-karten', role: 'member', group: 'A', shows: 'Die anderen Karten' },
  { path: '/protokoll', role: 'member', group: 'A', shows: 'Entschieden' },
  { path: '/redaktion', role: 'staff', group: undefined, shows: 'Zugänge' },
  { path: '/beamer', role: 'beamer', group: undefined, shows: 'So nehmen Sie teil' },
  { path: '/datenschutz', role: 'member', group: 'A', shows: 'Datenschutz' },
] as const

test.for(pages)(
  'W6 $path for $role: axe finds nothing, and nothing scrolls sideways',
  async ({ path, role, group, shows }) => {
    for (const [viewport, dark] of [
      [desktop, false],
      [desktop, true],
      [phone, false],
    ] as const) {
      const { page, context, complaints } = await stage.join(role, {
        name: 'Kreisverband 12',
        viewport,
        dark,
        ...(group ? { group } : {}),
      })
      await page.goto(stage.url + path)
      await page.getByText(shows, { exact: false }).first().waitFor()
      // Nothing is on its way, and a board's first look has gone.
      await expect.poll(() => page.locator('.late, #look, .look-space').count()).toBe(0)
      const { violations } = await axe(page).analyze()
      const where = `${path} ${viewport.width} ${dark ? 'dark' : 'light'}`
      expect(violations.map(({ id, nodes }) => [where, id, nodes[0]?.html])).toEqual([])
      await page.setViewportSize({ width: 320, height: 700 })
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      await expect.poll(overflow, { message: `${where} at 320 px` }).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
      await context.close()
    }
  },
)

test('W6 the join page passes axe before anyone has joined', async () => {
  const { page } = await stage.enter({ viewport: phone })
  await page.goto(`${stage.url}/beitreten?code=${stage.codeOf('member')}`)
  await page.getByText('ist gültig').waitFor()
  const { violations } = await axe(page).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})
