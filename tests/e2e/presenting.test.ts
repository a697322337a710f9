import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoteRef } from '#shared/ids.ts'
import type { Result } from '#shared/result.ts'
import { axe } from '../kit/axe.ts'
import { handOver, presentingOf, takeUp } from '../kit/presentingDay.ts'
import { desktop, openStage, phone, type Actor, type Stage } from '../kit/stage.ts'
import { Venue, type Guest } from '../kit/venue.ts'

let stage: Stage
let venue: Venue
let refs: Readonly<Record<string, readonly NoteRef[]>>
let leader: Guest
let result: Result
let desk: Actor
let anna: Actor
let wall: Actor
beforeAll(async () => {
  stage = await openStage()
  venue = new Venue(stage.server.origin, stage.server.links)
  refs = await handOver(venue)
  leader = await venue.join('moderator', 'Moderation Plenum 2', 'plenum')
  result = await takeUp(leader, refs['B']?.[0] as NoteRef)
  const rapporteur = await venue.join('member', 'Kreisverband 5', 'B')
  const staff = await venue.join('staff', 'Redaktion')
  await staff.call('POST', '/stages/B/phase', { phase: 'arrive' })
  await staff.call('POST', '/stages/B/rapporteur', { person: rapporteur.person.id })
  desk = await stage.join('moderator', { name: 'Moderation Plenum', group: 'plenum', viewport: desktop })
  anna = await stage.join('member', { name: 'Kreisverband 12', group: 'A', viewport: phone, touch: true })
  wall = await stage.join('beamer', { name: 'Leinwand', viewport: { width: 1920, height: 1080 } })
  await wall.page.goto(`${stage.url}/beamer`)
  for (const { page } of [desk, anna]) {
    await page.goto(`${stage.url}/plenum`)
    await page.getByRole('navigation', { name: 'Ergebnisse nach Leitfrage' }).waitFor()
  }
})
afterAll(async () => {
  venue.leave()
  await stage.close()
})

const led = (page: Page, title: string) =>
  page.getByRole('article').getByRole('heading', { name: title, level: 2 }).waitFor()
const pill = (page: Page) => page.getByRole('button', { name: /^Zurück zur Moderation/ })
const card = (page: Page, number: string) => page.locator('.group-note .note', { hasText: number })
const lead = (now: unknown) => leader.call('PUT', '/plenum/presenting', { now, beamer: true })
/** How many seconds what a clock shows is away from what the group has left. */
const clockOff = async (clock: Locator) => {
  const [, minutes, seconds] = /noch\s*(\d+):(\d\d)/.exec((await clock.textContent()) ?? '') ?? []
  const { timer } = await presentingOf(leader)
  const left = ((timer?.endsAt ?? 0) - Date.now()) / 1000
  return Math.abs(Number(minutes) * 60 + Number(seconds) - left)
}
const endOfClock = async () => (await presentingOf(leader)).timer?.endsAt ?? 0
const group = (id: string, note: unknown = null) => ({ kind: 'group', group: id, note })
const findings = async (page: Page) => (await axe(page).analyze()).violations.map(({ id }) => id)
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
/** The smallest letters on a wall, in px. */
const smallest = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector('.wall-frame') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    let least = Infinity
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      if (!parent || !walker.currentNode.textContent?.trim() || parent.closest('.vh, script, style')) continue
      if (parent.getClientRects().length > 0)
        least = Math.min(least, Number.parseFloat(getComputedStyle(parent).fontSize))
    }
    return least
  })

test('W19 a moderator leads group by group; a phone and the wall go along, with the clock', async () => {
  await desk.page.getByRole('button', { name: 'Vorstellen beginnen' }).click()
  await led(anna.page, 'Grundsätze und Rollen')
  await led(desk.page, 'Grundsätze und Rollen')
  await wall.page.getByText('Ein Haus, viele Türen').waitFor()
  await desk.page.getByRole('button', { name: 'Weiter: A-01' }).click()
  await card(anna.page, 'A-01').waitFor()
  const begun = Date.now()
  await desk.page.getByRole('button', { name: 'Weiter: Gruppe B' }).click()
  await led(anna.page, 'Anwaltschaftliche Interessensvertretung')
  // Four minutes from the click on, however slow the pages are.
  const ends = await endOfClock()
  expect(ends).toBeGreaterThanOrEqual(begun + 240_000)
  expect(ends).toBeLessThanOrEqual(Date.now() + 240_000)
  for (const { page } of [anna, desk]) {
    const strip = page.getByRole('region', { name: 'Vorstellen' })
    await strip.getByText('Gruppe B stellt vor').waitFor()
    await expect.poll(() => clockOff(strip.getByRole('timer'))).toBeLessThan(3)
    await page.getByText('Kreisverband 5').filter({ visible: true }).first().waitFor()
  }
  await expect.poll(() => clockOff(wall.page.locator('.presenting-clock'))).toBeLessThan(3)
  await wall.page.getByText('Wir sprechen für die').waitFor()
  expect(await smallest(wall.page)).toBeGreaterThanOrEqual(28)
  await desk.page.getByRole('button', { name: '1 Minute mehr' }).click()
  await expect.poll(endOfClock).toBe(ends + 60_000)
  const clock = anna.page.getByRole('region', { name: 'Vorstellen' }).getByRole('timer')
  await expect.poll(() => clockOff(clock)).toBeLessThan(3)
  for (const { page } of [anna, desk, wall]) {
    expect(await findings(page)).toEqual([])
    expect(await fits(page)).toBe(true)
  }
})

test('W19 a member marks cards with one tap, in what is open and in the list; a lost tap is said and counts once', async () => {
  const { page } = anna
  const mark = page.getByRole('button', { name: /^Bitte besprechen: B-02/ })
  await lead(group('B'))
  const box = await mark.boundingBox()
  expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44)
  await anna.context.setOffline(true)
  await mark.tap()
  await page.getByText('Nicht angekommen. Bitte noch einmal tippen.').waitFor()
  expect(await mark.getAttribute('aria-pressed')).toBe('false')
  await anna.context.setOffline(false)
  // The server has it, its answer is lost: the next tap means the same. The news of it would end that: it waits.
  let tell = () => {}
  const told = new Promise<void>((done) => (tell = done))
  await page.route('**/api/plenum/presenting', async (route) => {
    await told
    await route.continue()
  })
  await page.route('**/api/plenum/discuss', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await mark.tap()
  await page.getByText('Nicht angekommen. Bitte noch einmal tippen.').waitFor()
  await page.unroute('**/api/plenum/discuss')
  await mark.tap()
  await expect.poll(() => mark.getAttribute('aria-pressed')).toBe('true')
  await mark.and(page.locator(':not([aria-disabled])')).waitFor()
  tell()
  await page.unrouteAll({ behavior: 'wait' })
  const counts = async () => (await presentingOf(leader)).discuss
  await expect.poll(counts).toEqual({ [refs['B']?.[1] as string]: 1 })
  // Tapping a button is no looking away.
  await lead(group('B', refs['B']?.[2]))
  await card(page, 'B-03').waitFor()
  await page.getByRole('link', { name: 'Alle Karten der Gruppe B' }).tap()
  await page.getByRole('link', { name: 'Alle Ergebnisse' }).tap()
  const row = page.getByRole('button', { name: /^Bitte besprechen: L1/ })
  const target = await row.boundingBox()
  expect(Math.min(target?.height ?? 0, target?.width ?? 0)).toBeGreaterThanOrEqual(44)
  await row.tap()
  await expect.poll(counts).toMatchObject({ [result.id]: 1 })
  await desk.page.getByRole('button', { name: 'Zu besprechen (2)' }).click()
  await expect.poll(() => desk.page.locator('.outline li').count()).toBe(2)
  await desk.page.getByRole('button', { name: 'Zu besprechen (2)' }).click()
  expect(await findings(page)).toEqual([])
})

test('W19 who looks elsewhere stays there, sees where the others are, and is brought back by the pill, after a reload as well', async () => {
  const { page } = anna
  await lead({ kind: 'result', id: result.id })
  await pill(page).getByText('L1').waitFor()
  expect(new URL(page.url()).search).toBe('')
  await page.reload()
  await pill(page).getByText('L1').waitFor()
  expect(await findings(page)).toEqual([])
  await pill(page).tap()
  await led(page, 'L1 Rote Linie')
  await expect.poll(() => pill(page).count()).toBe(0)
  await page.reload()
  await led(page, 'L1 Rote Linie')
  await lead(group('A'))
  await led(page, 'Grundsätze und Rollen')
  // Own scrolling is looking elsewhere, too.
  await lead(group('B'))
  await led(page, 'Anwaltschaftliche Interessensvertretung')
  await page.mouse.move(180, 500)
  await page.mouse.wheel(0, 60)
  await pill(page).waitFor()
  const at = 60
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(at)
  await lead(group('C'))
  await pill(page).getByText('Gruppe C').waitFor()
  expect(await page.evaluate(() => scrollY)).toBe(at)
  await led(page, 'Anwaltschaftliche Interessensvertretung')
  await pill(page).tap()
  await led(page, 'Standards und Qualität')
})

test('W19 nobody is led away from an open menu, from what they type or from where their keyboard is; then they are', async () => {
  const { page } = anna
  const heldAt = async (to: string) => {
    await lead(group(to))
    await pill(page).getByText(`Gruppe ${to}`).waitFor()
    await led(page, 'Standards und Qualität')
  }
  await lead(group('C'))
  await led(page, 'Standards und Qualität')
  await page.getByRole('button', { name: 'Menü' }).tap()
  await page.getByRole('menu').waitFor()
  await lead(group('B'))
  await page.getByText('Gruppe B stellt vor').waitFor()
  // Behind the menu the pill is hidden from roles; it says that the page holds still.
  await page.locator('.follow-pill').getByText('Gruppe B').waitFor()
  await page.getByRole('menu').waitFor()
  expect(new URL(page.url()).search).toContain('gruppe=C')
  await lead(group('C'))
  await page.getByText('Gruppe C stellt vor').waitFor()
  await page.locator('.follow-pill').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })

  await page.getByRole('button', { name: /^Bitte besprechen: C-01/ }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await heldAt('B')
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  expect(await focused()).toContain('Bitte besprechen: C-01')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await led(page, 'Anwaltschaftliche Interessensvertretung')
  await expect.poll(() => pill(page).count()).toBe(0)

  await lead(group('C'))
  await led(page, 'Standards und Qualität')
  await page.evaluate(() => {
    const field = document.createElement('textarea')
    field.setAttribute('aria-label', 'Probe')
    document.querySelector('.plenum-content')?.append(field)
  })
  const field = page.getByRole('textbox', { name: 'Probe' })
  await field.fill('Ein Satz, der')
  await heldAt('B')
  await field.pressSequentially(' weitergeht')
  expect(await field.evaluate((one: HTMLTextAreaElement) => [one.value, one.selectionStart])).toEqual([
    'Ein Satz, der weitergeht',
    24,
  ])
  await field.fill('')
  await field.blur()
  await led(page, 'Anwaltschaftliche Interessensvertretung')
})

test('W19 a block is read on a narrow phone in the dark, with what is discussed apart', async () => {
  const two = await takeUp(leader, refs['B']?.[2] as NoteRef)
  await anna.page.emulateMedia({ colorScheme: 'dark' })
  await anna.page.setViewportSize({ width: 320, height: 640 })
  await lead({ kind: 'block', group: 'B' })
  const { page } = anna
  await page.getByRole('region', { name: 'Im Block zu entscheiden' }).getByText(two.title).waitFor()
  await page.getByRole('region', { name: 'Einzeln zu besprechen' }).getByText('Rote Linie').first().waitFor()
  expect(await findings(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  await lead(group('B', refs['B']?.[0]))
  await card(page, 'B-01').waitFor()
  expect(await findings(page)).toEqual([])
  expect(await fits(page)).toBe(true)
})

test('W19 another moderator is told where the others are and stays; the slower of two is told in a sentence', async () => {
  const { page } = desk
  await page.getByRole('link', { name: /^L1/ }).click()
  await led(page, 'L1 Rote Linie')
  await lead(group('D'))
  await page.getByRole('button', { name: 'Alle sind bei Gruppe D' }).waitFor()
  expect(new URL(page.url()).search).toContain('ergebnis=')
  expect(await findings(page)).toEqual([])
  // Somebody else leads on before this page has heard of it.
  await page.route('**/api/plenum/presenting', async (route) => {
    if (route.request().method() === 'PUT') await lead(group('B'))
    await route.continue()
  })
  await page.getByRole('button', { name: 'Alle hierher führen' }).click()
  await page.getByText('Inzwischen hat jemand anderes das geändert.').waitFor()
  await page.unrouteAll({ behavior: 'wait' })
  await page.getByRole('button', { name: 'Alle sind bei Gruppe B' }).waitFor()
  await page.getByRole('button', { name: 'Alle hierher führen' }).click()
  await led(anna.page, 'L1 Rote Linie')
  await wall.page.getByRole('heading', { name: /Rote Linie/ }).waitFor()
  await page.getByRole('button', { name: 'Wohin führen' }).click()
  await page.getByRole('menuitem', { name: 'Niemanden mehr führen' }).click()
  await page.getByRole('button', { name: 'Vorstellen beginnen' }).waitFor()
  for (const { complaints } of [desk, anna, wall]) expect(complaints).toEqual([])
})
