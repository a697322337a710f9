import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserRole } from '#shared/roles.ts'
import { readConfig } from '../../server/config.ts'
import { startServer, type Running } from '../../server/startServer.ts'
import { axe } from '../kit/axe.ts'
import { openScene, phone, type Actor, type Scene } from '../kit/stage.ts'
import { freshFolder, settingsIn } from '../kit/venue.ts'

let scene: Scene
let server: Running
const folder = freshFolder()
const open = (port: string) => startServer(readConfig(settingsIn(folder.path, { PORT: port })))
beforeAll(async () => {
  server = await open('0')
  const codes = new Map<UserRole, string>(server.links.map(({ role, code }) => [role, code]))
  scene = await openScene(server.url, (role) => codes.get(role) ?? '')
})
afterAll(async () => {
  await scene.close()
  await server.close()
  folder.remove()
})

/** The same server again, at the same address, with what stands on its disk. */
const restart = async () => {
  const { port } = new URL(server.url)
  await server.close()
  server = await open(port)
}
const bar = (page: Page) => page.getByRole('region', { name: 'Phase' })
const inBar = (page: Page, text: string | RegExp) => bar(page).getByText(text).first()
const desk = (page: Page) => page.getByRole('dialog')
const secondsLeft = async (page: Page) => {
  const [, minutes = '', seconds = ''] =
    /(\d+):(\d\d)/.exec(await bar(page).getByRole('timer').innerText()) ?? []
  return Number(minutes) * 60 + Number(seconds)
}
const atGroup = ({ page }: Actor, group: string, more = '') =>
  page.goto(`${scene.url}/gruppe/${group}${more}`)
const demandAxe = async (page: Page) => {
  const { violations } = await axe(page).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('F11, F12 a moderator leads through phases; members see at once what runs, are locked out in words, and say "Fertig"', async () => {
  const lead = await scene.join('moderator', { name: 'Moderation A', group: 'A' })
  const one = await scene.join('member', { name: 'Kreisverband 1', group: 'A', viewport: phone, touch: true })
  const two = await scene.join('member', { name: 'Kreisverband 2', group: 'A' })
  for (const actor of [lead, one, two]) await atGroup(actor, 'A')
  await bar(lead.page).getByRole('button', { name: 'Ankommen beginnen' }).click()
  // Who comes later is not told what they see.
  for (const { page } of [one, two]) await inBar(page, 'Ankommen').waitFor()
  await bar(lead.page).getByRole('button', { name: 'Weiter: Sammeln' }).click()
  for (const { page } of [one, two]) {
    await inBar(page, 'Sammeln').waitFor()
    await inBar(page, 'Sie schreiben für sich.').waitFor()
    await page.getByText(/^Phase Sammeln hat begonnen/).waitFor({ state: 'attached' })
    // The phase opens as a list, also on a desktop.
    await page.locator('.group-page[data-view="list"]').waitFor()
  }
  // All count by the server's clock: what one shows lies between two looks at the other.
  await expect
    .poll(async () => {
      const before = await secondsLeft(one.page)
      const between = await secondsLeft(two.page)
      const after = await secondsLeft(one.page)
      return between <= before + 2 && between >= after - 2
    })
    .toBe(true)

  await bar(lead.page).getByRole('button', { name: 'Leiten' }).click()
  await desk(lead.page).getByRole('button', { name: '5 Minuten mehr' }).click()
  await expect.poll(() => secondsLeft(one.page)).toBeGreaterThan(25 * 60 + 60)
  await desk(lead.page).getByRole('button', { name: 'Priorisieren beginnen' }).click()
  await inBar(two.page, 'Nur die Moderation schreibt gerade. Sie vergeben Punkte.').waitFor()
  await expect.poll(() => two.page.getByRole('button', { name: 'Karte schreiben' }).count()).toBe(0)
  await desk(lead.page).getByRole('checkbox', { name: 'Teilnehmende dürfen schreiben' }).click()
  await inBar(two.page, 'Sie können schreiben.').waitFor()
  await lead.page.keyboard.press('Escape')

  await bar(one.page).getByRole('button', { name: 'Ich bin fertig' }).click()
  for (const { page } of [lead, one, two]) await inBar(page, '1 von 2 fertig').waitFor()

  await restart()
  await bar(two.page).getByRole('button', { name: 'Ich bin fertig' }).click()
  for (const { page } of [lead, one, two]) await inBar(page, '2 von 2 fertig').waitFor()
  await inBar(one.page, 'Priorisieren').waitFor()

  // What somebody chooses after the beginning stays, also after a reload.
  await two.page.getByRole('button', { name: 'Als Wand' }).click()
  await two.page.locator('.group-page[data-view="board"]').waitFor()
  await two.page.reload()
  await inBar(two.page, 'Priorisieren').waitFor()
  await two.page.locator('.group-page[data-view="board"]').waitFor()
  await bar(lead.page).getByRole('button', { name: 'Weiter: Formulieren' }).click()
  await two.page.locator('.group-page[data-view="list"]').waitFor()

  // Nobody is torn away from what they write.
  const composer = one.page.getByRole('textbox', { name: 'Ihre Karte' })
  await composer.pressSequentially('Mitten im Satz')
  await bar(lead.page).getByRole('button', { name: 'Leiten' }).click()
  await desk(lead.page).getByRole('button', { name: 'Clustern beginnen' }).click()
  await two.page.locator('.group-page[data-view="board"]').waitFor()
  await inBar(one.page, 'Clustern').waitFor()
  await composer.pressSequentially(' weiter')
  expect(await composer.inputValue()).toBe('Mitten im Satz weiter')
  await lead.page.keyboard.press('Escape')
  for (const { complaints } of [lead, one, two]) expect(complaints).toEqual([])
  for (const { page } of [lead, one]) await demandAxe(page)
}, 90_000)

test('F13, F9 in the control room staff start a phase, message a group and shift all timers', async () => {
  const staff = await scene.join('staff', { name: 'Bundesverband' })
  const member = await scene.join('member', { name: 'Ortsverein 3', group: 'B' })
  await atGroup(member, 'B')
  const { page } = staff
  await page.goto(`${scene.url}/leitung`)
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^B: / }) })
  await row.getByText('1 von 1 verbunden').waitFor()
  await row.getByText('Moderation nicht verbunden').waitFor()
  await row.getByRole('button', { name: 'Arbeitsgruppe B leiten' }).click()
  await desk(page).getByRole('button', { name: 'Clustern beginnen' }).click()
  await inBar(member.page, 'Clustern').waitFor()
  await page.keyboard.press('Escape')
  await row.getByText('B1: noch keine Karte').waitFor()

  const before = await secondsLeft(member.page)
  await page.getByRole('button', { name: '5 Minuten später' }).click()
  await expect.poll(() => secondsLeft(member.page)).toBeGreaterThan(before + 200)

  await row.getByRole('button', { name: 'Nachricht an Arbeitsgruppe B' }).click()
  await desk(page).getByRole('button', { name: 'Bitte kommen Sie zum Abschluss.' }).click()
  await desk(page).getByRole('button', { name: 'Nachricht senden' }).click()
  const news = member.page.locator('.top-news')
  await news.getByText('Bitte kommen Sie zum Abschluss.').waitFor()
  await news.getByRole('button', { name: 'Gelesen' }).click()
  await news.getByText('Bitte kommen Sie zum Abschluss.').waitFor({ state: 'detached' })
  await member.page.getByRole('button', { name: 'Menü' }).first().click()
  await member.page.getByRole('menuitem', { name: 'Nachrichten' }).click()
  await desk(member.page).getByText('Bitte kommen Sie zum Abschluss.').waitFor()

  await page.setViewportSize({ width: 320, height: 700 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  for (const { complaints } of [staff, member]) expect(complaints).toEqual([])
  await demandAxe(page)
}, 90_000)
