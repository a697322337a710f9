import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VotesAnswer } from '#shared/day/vote.ts'
import { axe } from '../kit/axe.ts'
import { Venue } from '../kit/venue.ts'
import { writeCards } from '../kit/pointsDay.ts'
import { desktop, openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

let stage: Stage
let venue: Venue
beforeAll(async () => {
  stage = await openStage()
  venue = new Venue(stage.server.origin, stage.server.links)
  await writeCards(await venue.join('moderator', 'Moderation A', 'A'), 'A', 6)
})
afterAll(async () => {
  venue.leave()
  await stage.close()
})

const row = (page: Page, item: string) => page.locator(`.give-row[data-item="${item}"]`)
const more = (page: Page, item: string) => row(page, item).getByRole('button', { name: /^Punkt für/ })
const less = (page: Page, item: string) => row(page, item).getByRole('button', { name: /zurücknehmen$/ })
const given = (page: Page, item: string) => row(page, item).locator('output')
const sum = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor()
const go = async (actor: Actor, view = '') => {
  await actor.page.goto(`${stage.url}/gruppe/A${view}`)
  await actor.page.getByText('Karte 1', { exact: true }).first().waitFor()
}
/** What the server has of this person. */
const ownOf = async ({ context }: Actor) => {
  const answer = await context.request.get(`${stage.url}/api/stages/A/votes`)
  return ((await answer.json()) as VotesAnswer).votes[0]?.own
}
/** All that the server ever answers this page. */
const listen = (page: Page): (() => Promise<string>) => {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/') && !response.url().includes('/stream'))
      bodies.push(response.text().catch(() => ''))
  })
  return async () => (await Promise.all(bodies)).join('\n')
}
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
const findings = async (page: Page) => (await axe(page).analyze()).violations.map(({ id }) => id)

test('V12 a phone and a desktop give points, by taps and by keys, without network for a while; the moderator counts', async () => {
  const moderator = await stage.join('moderator', { name: 'Moderation A', group: 'A', viewport: desktop })
  const small = await stage.join('member', {
    name: 'Kreisverband 1',
    group: 'A',
    viewport: phone,
    touch: true,
  })
  const large = await stage.join('member', {
    name: 'Kreisverband 2',
    group: 'A',
    viewport: desktop,
    dark: true,
  })
  const reader = await stage.join('member', { name: 'Kreisverband 3', group: 'B', viewport: desktop })
  const heard = [listen(large.page), listen(reader.page), listen(moderator.page)]
  for (const actor of [moderator, large, reader]) await go(actor)
  await go(small)

  // The moderator opens; everyone who may gives, nobody has to look for it.
  await moderator.page.getByRole('button', { name: 'Menü', exact: true }).click()
  await moderator.page.getByRole('menuitem', { name: 'Punkte vergeben lassen' }).click()
  await moderator.page.getByText('Punkte laufen. Noch niemand hat etwas vergeben.').waitFor()
  await reader.page.getByText('Hier werden gerade Punkte vergeben.').waitFor()
  for (const { page } of [small, large])
    await page.getByRole('heading', { name: 'Punkte vergeben' }).waitFor()

  await sum(small.page, 'Noch 5 von 5 Punkten')
  await more(small.page, 'card1').tap()
  await more(small.page, 'card1').tap()
  await row(small.page, 'card1').getByText('Mehr als 2 geht nicht').waitFor()
  await sum(small.page, 'Noch 3 von 5 Punkten')
  const target = await more(small.page, 'card1').boundingBox()
  expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44)
  expect(await fits(small.page)).toBe(true)
  expect(await findings(small.page)).toEqual([])
  expect(await findings(large.page)).toEqual([])

  // By keys alone.
  await row(large.page, 'card2').locator('.note').focus()
  await large.page.keyboard.press('+')
  await large.page.keyboard.press('+')
  await large.page.keyboard.press('+')
  await large.page.keyboard.press('-')
  await expect.poll(() => given(large.page, 'card2').textContent()).toBe('1')

  // Without network it waits, survives a reload of the page's data, and goes out by itself.
  await small.context.setOffline(true)
  await more(small.page, 'card3').tap()
  await row(small.page, 'card3').getByText('wartet').waitFor()
  await small.page.getByText('1 Änderung wartet.').waitFor()
  await small.context.setOffline(false)
  await row(small.page, 'card3').getByText('Ihr Punkt', { exact: true }).waitFor()
  await less(small.page, 'card1').tap()
  await sum(small.page, 'Noch 3 von 5 Punkten')
  await small.page.reload()
  await sum(small.page, 'Noch 3 von 5 Punkten')
  expect(await given(small.page, 'card3').textContent()).toBe('1')
  await expect.poll(() => ownOf(small)).toEqual({ card1: 1, card3: 1 })
  await expect.poll(() => ownOf(large)).toEqual({ card2: 1 })

  // Hands of the room, counted apart.
  await moderator.page.getByText('Punkte laufen. 2 Personen haben schon etwas vergeben.').waitFor()
  await moderator.page.getByRole('button', { name: 'Sammelpunkte' }).click()
  await moderator.page.getByLabel('Sammelpunkte für A-02').fill('3')
  const stored = moderator.page.waitForResponse(/\/hand$/)
  await moderator.page.keyboard.press('Enter')
  await stored
  expect(await findings(moderator.page)).toEqual([])
  await moderator.page.getByRole('button', { name: 'Fertig' }).click()

  for (const hear of heard) expect(await hear()).not.toMatch(/"totals"/)
  expect(await (heard[1] as () => Promise<string>)()).not.toMatch(/"card\d":\d/)

  // One is late: told, not dropped.
  await small.context.setOffline(true)
  await more(small.page, 'card5').tap()
  await row(small.page, 'card5').getByText('wartet').waitFor()
  await moderator.page.getByRole('button', { name: 'Schließen und zählen' }).click()
  await moderator.page.getByText('Bisher haben erst 2 Personen etwas vergeben').waitFor()
  await moderator.page.getByRole('dialog').getByRole('button', { name: 'Schließen und zählen' }).click()
  await moderator.page.locator('#note-card1 .points-mark').waitFor()
  await small.context.setOffline(false)
  await small.page.getByText('Zu spät und nicht mehr sicher gezählt: A-05 (1).').waitFor()
  await small.page.getByRole('button', { name: 'Verstanden' }).first().tap()

  // Everybody sees the sums on the cards, on the wall and in the list.
  for (const { page } of [moderator, reader, large, small])
    for (const [item, words] of [
      ['card1', 'A-01: 1 Punkt'],
      ['card2', 'A-02: 4 Punkte'],
    ] as const)
      await page.locator(`#note-${item} .points-mark`, { hasText: words }).waitFor()
  await moderator.page.getByRole('button', { name: 'Menü', exact: true }).click()
  await moderator.page.getByRole('menuitem', { name: 'Ergebnis der Punkte' }).click()
  const result = moderator.page.getByRole('dialog')
  await result.getByText('1 mit Gerät und 3 als Sammelpunkte').waitFor()
  const order = await result
    .locator('.result-list > li')
    .evaluateAll((items) => items.map((item) => item.dataset['item']))
  expect(order[0]).toBe('card2')
  expect(order).toHaveLength(6)
  expect(await findings(moderator.page)).toEqual([])
  await result.getByRole('button', { name: 'Fertig' }).click()

  await go(large, '?ansicht=liste')
  await large.page.getByRole('button', { name: 'Menü', exact: true }).click()
  await large.page.getByRole('menuitem', { name: 'Liste nach Punkten' }).click()
  await expect
    .poll(() => large.page.locator('[data-question="A1"] .note').first().getAttribute('id'))
    .toBe('note-card2')
  for (const { complaints } of [moderator, small, large, reader]) expect(complaints).toEqual([])
}, 120_000)
