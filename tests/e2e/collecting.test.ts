import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shot } from '../kit/shots.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const list = (page: Page, group = 'A') => page.goto(`${stage.url}/gruppe/${group}?ansicht=liste`)
const start = async (page: Page, phase: string) => {
  const answer = await page.request.post(`${stage.url}/api/stages/A/phase`, {
    data: { phase },
    headers: { origin: stage.url },
  })
  expect([answer.status(), await answer.text()]).toEqual([200, expect.anything()])
}
const goOffline = async ({ context, page }: Actor) => {
  await context.setOffline(true)
  await page.waitForFunction(() => !navigator.onLine)
}
const send = async (page: Page, text: string) => {
  const field = page.getByRole('textbox', { name: 'Ihre Karte', exact: true }).last()
  await field.fill(text)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article').filter({ hasText: text }).waitFor()
}

test('C17 two members collect hidden, a moderator sees how much, notes on call and reveals', async () => {
  const boss = await stage.join('moderator', { name: 'Moderation A', group: 'A' })
  const one = await stage.join('member', { name: 'Kreisverband 1', group: 'A', viewport: phone, touch: true })
  const two = await stage.join('member', { name: 'Kreisverband 2', group: 'A', viewport: phone, touch: true })
  await list(boss.page)
  await start(boss.page, 'collect')
  for (const { page } of [one, two]) {
    await list(page)
    await page.getByText('Verdeckt: nur Sie sehen diese Karten.').waitFor()
  }
  await send(one.page, 'Zugang nach Bedarf')
  await send(two.page, 'Brückenfonds')
  await boss.page.getByText('2 Personen schreiben, 2 Karten.').waitFor()
  await shot(one.page, 'hidden-360')

  const call = boss.page.getByRole('textbox', { name: 'Karte auf Zuruf' })
  await call.fill('Auf Zuruf: Fahrdienste')
  await call.press('Enter')
  await boss.page.getByRole('article').filter({ hasText: 'Fahrdienste' }).getByText('A-01').waitFor()
  await shot(boss.page, 'panel-1440')
  for (const { page } of [two, boss]) expect(await page.getByText('Zugang nach Bedarf').count()).toBe(0)
  expect(await one.page.getByText('Fahrdienste').count()).toBe(0)

  // A text in progress in the composer, and one device without network.
  const composer = one.page.getByRole('textbox', { name: 'Ihre Karte', exact: true }).last()
  await composer.fill('Noch nicht fertig')
  await goOffline(two)
  await send(two.page, 'Im Zug geschrieben')

  // The way on is barred with a sentence, and nothing is left behind.
  const refused = await boss.page.request.post(`${stage.url}/api/stages/A/phase`, {
    data: { phase: 'cluster' },
    headers: { origin: stage.url },
  })
  expect((await refused.json()).error).toBe('stillHidden')
  await boss.page.getByRole('button', { name: 'Alle Karten aufdecken' }).click()
  await boss.page.getByRole('radio', { name: /Mit Namen/ }).waitFor()
  await shot(boss.page, 'reveal-1440')
  await boss.page.getByRole('button', { name: 'Aufdecken', exact: true }).click()
  await boss.page.getByText('2 Karten sind aufgedeckt.').waitFor()
  for (const { page } of [boss, one]) {
    await page.getByRole('article').filter({ hasText: 'Zugang nach Bedarf' }).waitFor()
    await page.getByRole('article').filter({ hasText: 'Brückenfonds' }).waitFor()
  }
  await one.page.getByText('Verdeckt:').waitFor({ state: 'detached' })
  await expect.poll(() => composer.inputValue()).toBe('Noch nicht fertig')

  await two.context.setOffline(false)
  await two.page.getByText('1 Karte noch nicht auf der Tafel').waitFor()
  await shot(two.page, 'left-360')
  expect(await boss.page.getByText('Im Zug geschrieben').count()).toBe(0)
  await two.page.getByRole('button', { name: '„Im Zug geschrieben“ senden' }).click()
  await boss.page.getByRole('article').filter({ hasText: 'Im Zug geschrieben' }).getByText('A-04').waitFor()
  await two.page.getByText('noch nicht auf der Tafel').waitFor({ state: 'detached' })
  for (const { complaints } of [boss, one, two]) expect(complaints).toEqual([])
  for (const { context } of [boss, one, two]) await context.close()
})

test('C18 what came late is shown to the moderator, old beside new, and dealt with by keys', async () => {
  const boss = await stage.join('moderator', { name: 'Moderation A', group: 'A' })
  const one = await stage.join('member', { name: 'Kreisverband 3', group: 'A', viewport: phone, touch: true })
  await list(boss.page)
  await start(boss.page, 'cluster')
  await list(one.page)
  await send(one.page, 'Rechtzeitig')
  // The server has numbered it: "Gesichert" stands there from before.
  await one.page
    .getByRole('article')
    .filter({ hasText: 'Rechtzeitig' })
    .getByText(/^A-\d\d$/)
    .waitFor()
  await one.page.getByText('Gesichert', { exact: true }).first().waitFor()
  await goOffline(one)
  await send(one.page, 'Zu spät geschrieben')
  await start(boss.page, 'prioritise')
  await one.context.setOffline(false)
  await one.page.getByText('Ihre letzten Änderungen kamen nach dem Abschluss an.').waitFor()

  await boss.page.getByText('1 Nachzügler wartet.').waitFor()
  await boss.page.getByRole('link', { name: 'Ansehen' }).press('Enter')
  const card = boss.page.getByRole('article', { name: 'Kreisverband 3, Arbeitsgruppe A' })
  await card.getByText('Zu spät geschrieben').waitFor()
  await shot(boss.page, 'late-1440')
  await boss.page.setViewportSize(phone)
  await shot(boss.page, 'late-360')
  await card.getByRole('button', { name: 'Verwerfen …' }).press('Enter')
  await boss.page.getByRole('button', { name: 'Verwerfen', exact: true }).press('Enter')
  await boss.page.getByText('Bitte nennen Sie einen Grund.').waitFor()
  await boss.page.getByRole('button', { name: 'Behalten' }).press('Enter')
  await card.getByRole('button', { name: 'Übernehmen' }).press('Enter')
  await boss.page.getByText('Keine Nachzügler.').waitFor()
  await boss.page.getByText(/Übernommen von Moderation A/).waitFor()
  await one.page.getByRole('article').filter({ hasText: 'Zu spät geschrieben' }).waitFor()
  for (const { complaints } of [boss, one]) expect(complaints).toEqual([])
})
