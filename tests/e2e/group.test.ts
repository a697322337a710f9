import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, phone, type Stage } from '../kit/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const list = '/gruppe/A?ansicht=liste'
const card = (page: Page, text: string) => page.locator('.note', { hasText: text })
/** The page itself knows whether closing it would lose anything. */
const mayClose = (page: Page) =>
  page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))

test('W2 what one person writes on the phone stands with the other, numbered, at once', async () => {
  const anna = await stage.join('member', {
    name: 'Kreisverband 1',
    group: 'A',
    viewport: phone,
    touch: true,
  })
  const ben = await stage.join('member', { name: 'Kreisverband 2', group: 'A' })
  await ben.page.goto(stage.url + list)
  await anna.page.goto(`${stage.url}/gruppe/A`)
  await anna.page.getByRole('textbox', { name: 'Ihre Karte' }).fill('Verweisberatung reicht **nicht**!')
  await anna.page.getByRole('button', { name: 'Senden' }).click()
  await card(ben.page, 'Verweisberatung reicht nicht!').getByText('A-01').waitFor()
  await card(anna.page, 'Verweisberatung').getByText('A-01').waitFor()
  await anna.page.getByText('Gesichert', { exact: true }).waitFor()
  expect(await card(ben.page, 'Verweisberatung').locator('strong').textContent()).toBe('nicht')
  expect([...anna.complaints, ...ben.complaints]).toEqual([])
})

test('W2 two people in one note see each other by name, and both texts stay', async () => {
  const anna = await stage.join('member', { name: 'Landesverband 4', group: 'B' })
  const ben = await stage.join('member', { name: 'Ortsverein 1', group: 'B' })
  for (const { page } of [anna, ben]) await page.goto(`${stage.url}/gruppe/B?ansicht=liste`)
  await anna.page.getByRole('heading', { name: /Welche Rolle nimmt/ }).waitFor()
  await anna.page.keyboard.press('n')
  const field = (page: Page) => page.getByRole('textbox', { name: /Text der Karte/ })
  await field(anna.page).waitFor()
  await anna.page.keyboard.type('Stimme geben')
  await card(ben.page, 'Stimme geben').click()
  await field(ben.page).waitFor()
  await ben.page.keyboard.press('Control+End')
  await ben.page.keyboard.type(' und Stimme lassen')
  await ben.page.getByText('Landesverband 4').first().waitFor()
  await anna.page.getByText('Ortsverein 1').first().waitFor()
  await card(anna.page, 'Stimme geben und Stimme lassen').waitFor()
  await anna.page.keyboard.press('Control+Home')
  await anna.page.keyboard.type('Wir: ')
  const whole = 'Wir: Stimme geben und Stimme lassen'
  for (const { page } of [anna, ben]) {
    await page.keyboard.press('Escape')
    await card(page, whole).waitFor()
  }
  // Undo is one’s own: the first takes back a word, the second’s stays.
  await anna.page.keyboard.press('Control+z')
  for (const { page } of [anna, ben])
    await page.locator('.note', { hasText: /^(?!.*Wir: ).*Stimme geben und Stimme lassen/ }).waitFor()
  expect([...anna.complaints, ...ben.complaints]).toEqual([])
})

test('W3 offline for a while: three notes arrive once each, in order, also after the tab was killed', async () => {
  const anna = await stage.join('member', {
    name: 'Kreisverband 7',
    group: 'C',
    viewport: phone,
    touch: true,
  })
  const ben = await stage.join('member', { name: 'Kreisverband 8', group: 'C' })
  await ben.page.goto(`${stage.url}/gruppe/C?ansicht=liste`)
  await anna.page.goto(`${stage.url}/gruppe/C`)
  await anna.page.getByText('Gesichert', { exact: true }).waitFor()
  // Their code comes apart from the page.
  await anna.page.locator('.zone[data-question]').first().waitFor()
  await anna.page.getByRole('textbox', { name: 'Ihre Karte' }).waitFor()
  await anna.context.setOffline(true)
  for (const text of ['Erste Karte offline', 'Zweite Karte offline', 'Dritte Karte offline']) {
    await anna.page.getByRole('textbox', { name: 'Ihre Karte' }).fill(text)
    await anna.page.getByRole('button', { name: 'Senden' }).click()
    await card(anna.page, text).waitFor()
  }
  await anna.page.getByText('Offline, Schreiben geht weiter').waitFor()
  await anna.context.setOffline(false)
  for (const [at, text] of ['Erste', 'Zweite', 'Dritte'].entries())
    await card(ben.page, `${text} Karte offline`)
      .getByText(`C-0${at + 1}`)
      .waitFor()
  await anna.page.getByText('Gesichert', { exact: true }).waitFor()
  for (const { page } of [anna, ben]) expect(await card(page, 'Karte offline').count()).toBe(3)

  // Written without network, then the tab is killed: it comes along with the next visit.
  await anna.context.setOffline(true)
  await anna.page.getByRole('textbox', { name: 'Ihre Karte' }).fill('Vierte Karte offline')
  await anna.page.getByRole('button', { name: 'Senden' }).click()
  await card(anna.page, 'Vierte Karte offline').getByText('Nr. folgt').waitFor()
  await anna.page.getByText('Offline, Schreiben geht weiter').waitFor()
  await expect.poll(() => mayClose(anna.page)).toBe(true)
  await anna.page.close()
  await anna.context.setOffline(false)
  const next = await anna.context.newPage()
  await next.goto(`${stage.url}/gruppe/C`)
  await card(ben.page, 'Vierte Karte offline').getByText('C-04').waitFor()
  await card(next, 'Vierte Karte offline').getByText('C-04').waitFor()
  expect([...anna.complaints, ...ben.complaints]).toEqual([])
})

test('W2 sorting, marking, tray and undo need no dragging', async () => {
  const { page, complaints } = await stage.join('moderator', { name: 'Moderation D', group: 'D' })
  await page.goto(`${stage.url}/gruppe/D?ansicht=liste`)
  await page.getByRole('heading', { name: /Wie kann und sollte/ }).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: /Text der Karte/ }).waitFor()
  await page.keyboard.type('Fördermittel-Lotsen in jedem Landesverband')
  await page.keyboard.press('Escape')
  const note = card(page, 'Fördermittel-Lotsen')
  await note.getByText('D-01').waitFor()
  const menu = () => note.getByRole('button', { name: /Menü/ }).click()
  await menu()
  await page.getByRole('menuitem', { name: 'Einordnen' }).click()
  await page.getByRole('dialog').getByText('Maßnahme', { exact: true }).click()
  await page.getByRole('dialog').getByText('Landesverband', { exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Fertig' }).click()
  await note.getByText('LV').waitFor()
  await menu()
  await page.getByRole('menuitem', { name: 'Fürs Plenum markieren' }).click()
  await page
    .getByText(/Fürs Plenum \(1\)/)
    .first()
    .waitFor()
  await menu()
  await page.getByRole('menuitem', { name: 'In die Ablage' }).click()
  await page.getByText('D-01 liegt jetzt in der Ablage.').waitFor()
  const laidAway = page.locator('#tray .note')
  await laidAway.waitFor()
  await page.getByRole('button', { name: 'Rückgängig' }).last().click()
  await laidAway.waitFor({ state: 'detached' })
  await card(page, 'Fördermittel-Lotsen').first().getByText('D-01').waitFor()
  expect(complaints).toEqual([])
})
