import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlenumAnswer } from '#shared/api.ts'
import { notesOf } from '#shared/board.ts'
import { axe } from '../kit/axe.ts'
import { playToCoffeeBreak } from '../kit/coffeeBreak.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'
import { plenumOf, Venue, type Guest } from '../kit/venue.ts'

let stage: Stage
let venue: Venue
let guest: Guest
beforeAll(async () => {
  stage = await openStage()
  venue = new Venue(stage.server.origin, stage.server.links)
  guest = await venue.join('staff', 'Redaktion')
  await playToCoffeeBreak(guest)
})
afterAll(async () => {
  venue.leave()
  await stage.close()
})

const results = async (): Promise<PlenumAnswer['results']> =>
  (await plenumOf(guest)).results.filter(({ dissolvedAt }) => dissolvedAt === null)
const open = async ({ page }: Actor, path = '/vorbereitung') => {
  await page.goto(stage.url + path)
  await page.getByText(/Vorschläge? aus 142 Karten/).waitFor({ state: 'attached' })
  // The numbers come apart from the boards.
  await expect.poll(() => page.getByText('Nr. folgt').count()).toBe(0)
}
const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement)
const fits = ({ page }: Actor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
const findings = async ({ page }: Actor) =>
  (await axe(page).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])

test('W18 staff go from proposals to a merged result and back, and refuse what does not belong together', async () => {
  const staff = await stage.join('staff', { name: 'Bundesverband' })
  const { page } = staff
  const boards = await Promise.all(['A', 'C', 'D'].map((group) => guest.open(`group/${group}`)))
  const written = () => boards.map(({ doc }) => JSON.stringify(notesOf(doc).toJSON()))
  const before = written()
  await open(staff)
  const list = page.getByRole('navigation', { name: 'Ähnliche Karten' })
  expect(await findings(staff)).toEqual([])

  // Side by side, with what they have in common.
  await list.getByRole('link', { name: 'A-27, C-13 und D-22' }).click()
  const question = page.getByRole('heading', { name: 'Meinen diese Karten dasselbe?' })
  await expect.poll(() => hasFocus(question)).toBe(true)
  const main = page.getByRole('main')
  await main.getByRole('article', { name: 'Maßnahme C-13' }).waitFor()
  expect(await main.locator('mark').allTextContents()).toContain('Ehrenamtskoordination')
  // The points come apart from the cards.
  await expect.poll(() => main.getByText('4 Punkte', { exact: false }).count()).toBe(1)
  expect(await findings(staff)).toEqual([])

  // One of them is left out and taken back in.
  await main.getByRole('button', { name: 'D-22 weglassen' }).click()
  await main.getByText('Aus A-27 und C-13.').waitFor()
  await main.getByRole('button', { name: 'D-22 dazunehmen' }).click()
  await main.getByText('Aus A-27, C-13 und D-22.').waitFor()

  const proposal = list.getByRole('link', { name: /in jedem.*A-27, C-13 und D-22$/ })
  await proposal.waitFor()
  await main.getByRole('button', { name: 'Zusammenführen', exact: true }).click()
  await page.getByText('A-27, C-13 und D-22 sind zusammengeführt.').waitFor()
  // Under the pointer the way back stays.
  await page.getByRole('button', { name: 'Rückgängig' }).hover()
  await list.getByRole('link', { name: /zusammengeführt zu M1/ }).waitFor()
  expect((await results()).map(({ sources }) => sources.toSorted())).toEqual([['A/A-27', 'C/C-13', 'D/D-22']])
  // The cards are compared anew.
  await proposal.waitFor({ state: 'detached' })
  expect(written()).toEqual(before)

  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await page.getByText('Rückgängig gemacht').waitFor()
  expect(await results()).toEqual([])
  await main.getByRole('article', { name: 'Maßnahme A-27' }).waitFor()
  await proposal.waitFor()
  expect(written()).toEqual(before)

  // Merged with two, the third joins what stands.
  await main.getByRole('button', { name: 'D-22 weglassen' }).click()
  await main.getByRole('button', { name: 'Zusammenführen', exact: true }).click()
  await list.getByRole('link', { name: /zusammengeführt zu M1/ }).waitFor()
  await open(staff, '/vorbereitung?karten=A/A-27,C/C-13,D/D-22')
  await main.getByRole('button', { name: 'Zu M1 dazunehmen' }).click()
  await page.getByText('D-22 gehört jetzt zu M1.').waitFor()
  expect((await results())[0]?.sources.toSorted()).toEqual(['A/A-27', 'C/C-13', 'D/D-22'])

  // Related: what is marked becomes a result, the other one is named by it.
  await open(staff, '/vorbereitung?karten=A/A-31,C/C-31')
  await main.getByRole('button', { name: 'Nur als verwandt verbinden' }).click()
  await page.getByText('A-31 und C-31 sind als verwandt verbunden.').waitFor()
  expect((await results()).find(({ sources }) => sources.includes('A/A-31' as never))?.links).toEqual([
    'C/C-31',
  ])

  // Refused, brought back by the toast, refused again and brought back from the list.
  const strange = list.getByRole('link', { name: 'A-28 und C-03' })
  // Other cards, which look the same, stand there until the page has changed.
  const compared = main.getByText('Aus A-28 und C-03.')
  await strange.click()
  await compared.waitFor()
  await main.getByRole('button', { name: 'Gehört nicht zusammen' }).click()
  await page.getByText('A-28 und C-03 werden nicht mehr vorgeschlagen.').waitFor()
  await strange.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await strange.waitFor()
  await compared.waitFor()
  await main.getByRole('button', { name: 'Gehört nicht zusammen' }).click()
  await list.getByRole('button', { name: 'A-28 und C-03 wieder vorschlagen' }).click()
  await strange.waitFor()
  expect(staff.complaints).toEqual([])
  for (const board of boards) board.leave()
  await staff.context.close()
})

test('P39 arrows change who presents when and the order of notes, and keep the focus; any two cards are compared', async () => {
  const staff = await stage.join('staff', { name: 'Bundesverband' })
  const { page } = staff
  // An order of their own: where it is seen, the page has asked for it, and the arrows have something to change.
  const presenting = await guest.call<{ version: number }>('GET', '/plenum/presenting')
  const order = ['A', 'B', 'D', 'C']
  const set = await guest.call('PUT', '/plenum/presenting', { order, version: presenting.body.version })
  expect(set.status).toBe(200)
  await open(staff)
  const columns = () => page.locator('.column h3 .badge').allTextContents()
  await expect.poll(columns).toEqual(order)
  const later = page.getByRole('button', { name: 'Arbeitsgruppe A stellt später vor' })
  await later.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Arbeitsgruppe A stellt jetzt an 2. Stelle vor.').waitFor()
  await expect.poll(columns).toEqual(['B', 'A', 'D', 'C'])
  await expect.poll(() => hasFocus(later)).toBe(true)
  const { body } = await guest.call<{ order: string[] }>('GET', '/plenum/presenting')
  expect(body.order).toEqual(['B', 'A', 'D', 'C'])

  const up = page.getByRole('button', { name: 'B-04 weiter nach vorn' })
  await up.focus()
  await page.keyboard.press('Enter')
  const column = page.locator('.column').first()
  await expect
    .poll(async () => (await column.getByRole('article').first().getAttribute('aria-label')) ?? '')
    .toContain('B-04')
  await expect.poll(() => hasFocus(up)).toBe(true)

  await page.getByRole('checkbox', { name: 'B-01 auswählen' }).check()
  await page.getByRole('checkbox', { name: 'D-01 auswählen' }).check()
  await page.getByRole('link', { name: 'Nebeneinander ansehen' }).click()
  await page.getByText('Aus B-01 und D-01.').waitFor()
  await staff.context.close()
})

test('W18, P38 each group’s sheet is there by itself, in the order of its marks; all fits 360 px; others may look', async () => {
  const moderator = await stage.join('moderator', {
    name: 'Moderation C',
    group: 'C',
    viewport: phone,
    touch: true,
  })
  const { page } = moderator
  await open(moderator)
  expect(await fits(moderator)).toBe(true)
  expect(await findings(moderator)).toEqual([])
  await page.getByRole('link', { name: 'Alle Gruppen nebeneinander' }).click()
  await page.getByRole('heading', { name: 'Standards und Qualität' }).waitFor()
  expect(await fits(moderator)).toBe(true)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await fits(moderator)).toBe(true)
  await page.setViewportSize(phone)
  await page.getByRole('button', { name: 'C-03 weiter nach vorn' }).waitFor()
  expect(await page.getByRole('button', { name: 'A-03 weiter nach vorn' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: /stellt später vor/ }).count()).toBe(0)
  await page.goto(`${stage.url}/vorbereitung?karten=C/C-22,D/D-23`)
  await page.getByText('Zusammenführen können die Mitarbeitenden').waitFor()
  await page.getByText('D-23', { exact: true }).first().waitFor()
  expect(await page.getByRole('button', { name: /Zusammenführen|verwandt/ }).count()).toBe(0)
  expect(await fits(moderator)).toBe(true)
  expect(await findings(moderator)).toEqual([])

  await page.goto(`${stage.url}/gruppe/C`)
  await page.getByRole('button', { name: 'Menü', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Vortragsblatt' }).click()
  await page.getByText('8 Karten fürs Plenum').waitFor()
  const numbers = () => page.locator('.talk-notes strong.num').allTextContents()
  // The numbers come apart from the cards.
  await expect
    .poll(async () => (await numbers()).slice(0, 8))
    .toEqual(['C-01', 'C-03', 'C-10', 'C-13', 'C-15', 'C-20', 'C-22', 'C-27'])
  expect(await fits(moderator)).toBe(true)
  expect(await findings(moderator)).toEqual([])
  // A mark that is taken away leaves the sheet at once.
  const board = await guest.open('group/C')
  notesOf(board.doc).get('C-03')?.set('forPlenum', null)
  await page.getByText('7 Karten fürs Plenum').waitFor()
  notesOf(board.doc).get('C-03')?.set('forPlenum', 'zz')
  await expect.poll(async () => (await numbers())[7]).toBe('C-03')
  board.leave()

  const member = await stage.join('member', { name: 'Kreisverband 12', group: 'C' })
  await member.page.goto(`${stage.url}/vorbereitung`)
  await member.page.getByText('Diese Seite ist für Moderation und Mitarbeitende.').waitFor()
  expect([...moderator.complaints, ...member.complaints]).toEqual([])
})
