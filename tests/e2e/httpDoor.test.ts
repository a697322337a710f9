import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../kit/axe.ts'
import { desktop, openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const list = '/gruppe/A?ansicht=liste&debug'
const card = (page: Page, text: string) => page.locator('.note', { hasText: text })
const panel = (page: Page) => page.getByRole('region', { name: 'Verbindung', exact: true })
const stored = (page: Page) => page.getByText('Gesichert', { exact: true }).waitFor()

const write = async (page: Page, text: string) => {
  // The panel speaks of a line before there is a board.
  await page.locator('.zone-add[id]').first().waitFor()
  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: /Text der Karte/ })
  await field.waitFor()
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  await card(page, text).waitFor()
}

/** A network that lets requests pass and no WebSocket: it ends each at once, or never answers. */
const blockSockets = ({ page }: Actor, how: 'ends' | 'hangs') =>
  page.addInitScript((how) => {
    class Blocked extends EventTarget {
      readyState = 0
      onclose: ((event: { code: number; reason: string }) => void) | null = null
      constructor() {
        super()
        if (how === 'ends') setTimeout(() => this.close(), 5)
      }
      close() {
        if (this.readyState === 3) return
        this.readyState = 3
        this.onclose?.({ code: 1006, reason: '' })
      }
    }
    Object.assign(globalThis, { WebSocket: Blocked })
  }, how)

test('W9 without WebSockets one goes on over HTTP by oneself, also after a while offline', async () => {
  const anna = await stage.join('member', { name: 'Kreisverband 1', group: 'A' })
  const ben = await stage.join('member', { name: 'Kreisverband 2', group: 'A' })
  await blockSockets(anna, 'ends')
  await ben.page.goto(stage.url + list)
  await anna.page.goto(stage.url + list)
  await panel(anna.page).getByText('HTTP').first().waitFor()
  await panel(ben.page).getByText('WebSocket').first().waitFor()
  await write(anna.page, 'Über HTTP geschrieben')
  await card(ben.page, 'Über HTTP geschrieben').getByText('A-01').waitFor()
  await panel(anna.page).getByText('→ update').first().waitFor()
  await panel(anna.page).getByText('← stored').first().waitFor()
  await write(ben.page, 'Über den Socket geschrieben')
  await card(anna.page, 'Über den Socket geschrieben').getByText('A-02').waitFor()
  await stored(anna.page)

  await anna.context.setOffline(true)
  await write(anna.page, 'Offline geschrieben')
  await anna.page.getByText('Offline, Schreiben geht weiter').first().waitFor()
  await write(ben.page, 'Inzwischen geschrieben')
  await anna.context.setOffline(false)
  await card(ben.page, 'Offline geschrieben')
    .getByText(/A-0[34]/)
    .waitFor()
  await card(anna.page, 'Inzwischen geschrieben')
    .getByText(/A-0[34]/)
    .waitFor()
  await stored(anna.page)
  await panel(anna.page).getByText('HTTP').first().waitFor()
  for (const { page } of [anna, ben]) expect(await card(page, 'geschrieben').count()).toBe(4)

  // Known for the visit, and said nowhere but in the panel.
  await anna.page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await stored(anna.page)
  expect(await panel(anna.page).count()).toBe(0)
  expect(await anna.page.getByText(/HTTP(?! geschrieben)|WebSocket/).count()).toBe(0)
  await anna.page.reload()
  await stored(anna.page)
  await write(anna.page, 'Nach dem Neuladen')
  await card(ben.page, 'Nach dem Neuladen').getByText('A-05').waitFor()
  expect([...anna.complaints, ...ben.complaints]).toEqual([])
})

test('W9 where WebSockets hang one goes on over HTTP, in both rooms of the Plenum', async () => {
  const lead = await stage.join('moderator', { name: 'Moderation', group: 'plenum' })
  await blockSockets(lead, 'hangs')
  await lead.page.goto(`${stage.url}/plenum?debug`)
  await expect
    .poll(() => panel(lead.page).locator('dd').getByText('HTTP').count(), { timeout: 45_000 })
    .toBe(2)
  await stored(lead.page)
  expect(lead.complaints).toEqual([])
})

test('W9, W6 the debug panel is reached by keyboard, passes axe, and fits a phone', async () => {
  for (const [viewport, dark] of [
    [desktop, false],
    [desktop, true],
    [phone, false],
    [phone, true],
  ] as const) {
    const { page, context, complaints } = await stage.join('member', { group: 'A', viewport, dark })
    await page.goto(stage.url + list)
    await panel(page).getByText('← step 2').waitFor()
    await stored(page)
    const toggle = panel(page).getByRole('button', { name: /^Verbindung/ })
    const { violations } = await axe(page).analyze()
    expect(violations.map(({ id, nodes }) => [viewport.width, dark, id, nodes[0]?.html])).toEqual([])
    await toggle.focus()
    await page.keyboard.press('Enter')
    expect(await toggle.getAttribute('aria-expanded')).toBe('false')
    expect(await panel(page).getByText('← step 2').count()).toBe(0)
    await page.keyboard.press('Enter')
    await panel(page).getByText('← step 2').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('debug-rooms')
    await page.setViewportSize({ width: 320, height: 700 })
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await context.close()
  }
})
