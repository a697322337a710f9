import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../kit/axe.ts'
import { desktop, openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

const wallSize = { width: 1920, height: 1080 }
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const talk = '/fragen?zu=impulse-2'
const open = async (actor: Actor, path: string): Promise<Page> => {
  await actor.page.goto(stage.url + path)
  return actor.page
}
const smallest = (page: Page) =>
  page.evaluate(() => {
    let least = Infinity
    const walker = document.createTreeWalker(
      document.querySelector('.wall-frame') as Element,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement as Element
      if (!node.textContent?.trim() || parent.closest('.vh')) continue
      least = Math.min(least, Number.parseFloat(getComputedStyle(parent).fontSize))
    }
    return least
  })
const calm = async (page: Page) => {
  const { violations } = await axe(page).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

test('Q10 a member asks, another supports, the moderator runs it, the wall shows it and drops it when it is answered; group B gets it as a note with its origin', async () => {
  const asker = await stage.join('member', {
    name: 'Kreisverband 12',
    group: 'A',
    viewport: phone,
    touch: true,
  })
  const other = await stage.join('member', { name: 'Ortsverein 4', group: 'B', viewport: phone })
  const leader = await stage.join('moderator', { name: 'Moderation Plenum', group: 'plenum' })
  const beamer = await stage.join('beamer', { viewport: wallSize })
  const [phonePage, otherPage, desk, wall] = [
    await open(asker, talk),
    await open(other, talk),
    await open(leader, talk),
    await open(beamer, '/beamer'),
  ]
  await wall.getByText('So nehmen Sie teil').waitFor()

  // What was begun survives a reload.
  await phonePage.getByLabel('Ihre Frage').fill('Wie gewinnen wir Ehrenamtliche für Beratung?')
  await phonePage.reload()
  const field = phonePage.getByLabel('Ihre Frage')
  await field.waitFor()
  await expect.poll(() => field.inputValue()).toBe('Wie gewinnen wir Ehrenamtliche für Beratung?')
  await phonePage.getByRole('button', { name: 'Frage stellen' }).click()
  await phonePage.getByText('Ihre Frage ist angekommen.').waitFor()
  expect(await field.inputValue()).toBe('')
  await phonePage.getByText('Meine Frage').waitFor()
  await field.fill('Und wer bezahlt das?')
  await phonePage.getByLabel('Ohne Namen fragen').check()
  await phonePage.getByRole('button', { name: 'Frage stellen' }).click()
  await phonePage.getByText('ohne Namen', { exact: true }).waitFor()
  // The list may be quicker than the answer by which the device knows that it is its own; a reload does not forget it.
  await phonePage.getByText('Ihre Frage ist angekommen.').waitFor()
  await phonePage.reload()
  await phonePage.getByText('Meine Frage').first().waitFor()
  await expect.poll(() => phonePage.getByText('Meine Frage').count()).toBe(2)

  await otherPage.getByRole('button', { name: /^Frage 1 unterstützen/ }).click()
  await otherPage.getByRole('button', { name: /^Frage 1 unterstützen/, pressed: true }).waitFor()
  expect(await otherPage.getByText('Meine Frage').count()).toBe(0)
  const first = desk.locator('.question').first()
  await expect.poll(() => first.innerText()).toMatch(/Ehrenamtliche[\s\S]*1 Person/)

  await desk.getByRole('button', { name: 'Auf Leinwand 1 zeigen' }).click()
  await wall.getByRole('heading', { name: 'Ihre Fragen' }).waitFor()
  await desk.getByRole('button', { name: 'Jetzt dran: Frage 1' }).click()
  await wall.getByText('1 Person fragt das auch').waitFor()
  await expect.poll(() => wall.getByText('Wie gewinnen wir Ehrenamtliche').count()).toBe(1)
  expect(await wall.getByText('Und wer bezahlt das?').count()).toBe(0)
  expect(await smallest(wall)).toBeGreaterThanOrEqual(28)
  await phonePage.getByRole('heading', { name: 'Jetzt dran' }).waitFor()

  // To group B, with where it came from.
  await desk.getByRole('button', { name: 'Mehr zu Frage 1' }).click()
  await desk.getByRole('menuitem', { name: 'An eine Gruppe weitergeben' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('button', { name: /Arbeitsgruppe/ }).click()
  await desk.getByRole('option', { name: /^B / }).click()
  await dialog.getByRole('button', { name: /Teilfrage/ }).click()
  await desk.getByRole('option', { name: /^B1 / }).click()
  await dialog.getByRole('button', { name: 'An AG B weitergeben' }).click()
  await desk.getByText('weitergegeben: B-01').waitFor()
  await otherPage.goto(`${stage.url}/gruppe/B?ansicht=liste`)
  await otherPage.getByText('Wie gewinnen wir Ehrenamtliche').first().waitFor()
  const facts = await other.context.request.get(`${stage.url}/api/groups/B/notes`)
  expect(((await facts.json()) as { notes: unknown[] }).notes).toMatchObject([
    { author: 'Impuls 2, Frage 1' },
  ])

  await desk.getByRole('button', { name: 'Beantwortet: Frage 1' }).click()
  await expect.poll(() => wall.getByText('Wie gewinnen wir Ehrenamtliche').count()).toBe(0)
  await wall.getByText('Und wer bezahlt das?').waitFor()
  await desk.getByText('Beantwortet (1)').waitFor()

  // An anonymous one is taken back by the device that asked it.
  await phonePage.getByRole('button', { name: 'Frage 2 zurückziehen' }).click()
  await phonePage.getByRole('dialog').getByRole('button', { name: 'Zurückziehen' }).click()
  await wall.getByText('Noch keine Fragen.').waitFor()
  for (const actor of [asker, other, leader, beamer]) {
    expect(actor.complaints).toEqual([])
    await actor.context.close()
  }
})

test('Q10 axe finds nothing on the questions page and where the wall is steered, and nothing scrolls sideways', async () => {
  const asked = await stage.join('member', { name: 'Kreisverband 3' })
  for (const [text, item] of [
    ['Eine offene Frage?', 'impulse-1'],
    ['كيف نبدأ؟ 👩‍👩‍👧‍👦', 'impulse-1'],
    [`${'Ein sehr langes Wort: '}${'Donaudampfschifffahrt'.repeat(12)}?`, 'impulse-1'],
  ])
    await asked.context.request.post(`${stage.url}/api/questions`, { data: { text, item } })
  await asked.context.close()
  for (const [role, path, shows, group] of [
    ['member', '/fragen?zu=impulse-1', 'Eine offene Frage?', 'A'],
    ['moderator', '/fragen?zu=impulse-1', 'Für die Moderation', 'plenum'],
    ['moderator', '/beamer/steuern', 'Was soll dort stehen?', 'plenum'],
    ['moderator', '/beamer/steuern', 'Sie können Ihre Gruppe dort zeigen', 'A'],
    ['member', '/beamer/steuern', 'Die Leinwand steuern', 'A'],
  ] as const)
    for (const [viewport, dark] of [
      [desktop, false],
      [phone, true],
    ] as const) {
      const { page, context, complaints } = await stage.join(role, {
        name: 'Kreisverband 9',
        group,
        viewport,
        dark,
      })
      await page.goto(stage.url + path)
      await page.getByText(shows).first().waitFor()
      await expect.poll(() => page.locator('.late').count()).toBe(0)
      await calm(page)
      await page.setViewportSize({ width: 320, height: 700 })
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      await expect.poll(overflow, { message: path }).toBe(0)
      expect(complaints).toEqual([])
      await context.close()
    }
})

test('Q11 two walls are steered from one page: shows, next, pages, size, clock and message, by mouse and keys', async () => {
  const leader = await stage.join('moderator', { name: 'Moderation Plenum', group: 'plenum' })
  const walls = [
    await stage.join('beamer', { viewport: wallSize }),
    await stage.join('beamer', { viewport: wallSize }),
  ] as const
  const desk = await open(leader, '/beamer/steuern')
  const [first, second] = [await open(walls[0], '/beamer'), await open(walls[1], '/beamer?leinwand=2')]
  await leader.context.request.put(`${stage.url}/api/beamer`, {
    data: { screen: 1, show: { kind: 'welcome' } },
  })
  await desk.getByRole('button', { name: 'Jetzt und danach zeigen' }).click()
  await first.getByText('Die Veranstaltung ist beendet.').waitFor()
  await second.getByText('So nehmen Sie teil').waitFor()

  // The second one: a group, from view to view by keys.
  await desk.getByRole('radio', { name: 'Leinwand 2' }).check()
  await desk.getByRole('button', { name: 'AG A: A1 zeigen' }).click()
  await second.getByText('Was sind oder sollen die Aufgaben').waitFor()
  await desk.getByRole('heading', { name: 'Was soll dort stehen?' }).click()
  await desk.keyboard.press('ArrowRight')
  await second.getByText('Wie leiten sich diese aus den Rotkreuz-Grundsätzen ab?').waitFor()
  await desk.keyboard.press('PageUp')
  await second.getByText('Was sind oder sollen die Aufgaben').waitFor()

  await desk.getByLabel('Nachricht einblenden').fill('Bitte kommen Sie ins Plenum 🎉')
  await desk.getByRole('button', { name: 'Einblenden', exact: true }).click()
  await second.getByText('Bitte kommen Sie ins Plenum 🎉').waitFor()
  const before = await second.locator('h1').evaluate((h1) => Number.parseFloat(getComputedStyle(h1).fontSize))
  await desk.getByRole('button', { name: 'Größer' }).click()
  await expect
    .poll(() => second.locator('h1').evaluate((h1) => Number.parseFloat(getComputedStyle(h1).fontSize)))
    .toBeGreaterThan(before)
  for (let at = 0; at < 4; at++) await desk.getByRole('button', { name: 'Kleiner' }).click()
  await desk.getByText('66 %').waitFor()
  await expect.poll(() => smallest(second)).toBeGreaterThanOrEqual(28)
  await desk.getByRole('button', { name: 'Normale Größe' }).click()

  // Put aside, then shown.
  await desk.getByRole('button', { name: 'Wer ist wo vormerken' }).click()
  await desk.getByRole('button', { name: 'Leer vormerken' }).click()
  await desk.getByText('Wer ist wo und 1 weiteres').waitFor()
  await desk.getByRole('button', { name: 'Nächstes zeigen' }).click()
  await second.getByRole('heading', { name: 'Wer ist wo?' }).waitFor()
  await second.getByText('Bitte kommen Sie ins Plenum 🎉').waitFor()
  expect(await first.getByText('Bitte kommen Sie').count()).toBe(0)
  await desk.getByRole('button', { name: 'Ausblenden' }).click()
  await expect.poll(() => second.getByText('Bitte kommen Sie').count()).toBe(0)
  await calm(second)

  // Without network the wall keeps what it shows, says so, and comes back by itself.
  await walls[1].context.setOffline(true)
  await second.getByText('Keine Verbindung').waitFor({ timeout: 30_000 })
  await desk.getByRole('button', { name: 'Nächstes zeigen' }).click()
  await walls[1].context.setOffline(false)
  await expect.poll(() => second.locator('.wall-blank').count(), { timeout: 30_000 }).toBe(1)
  for (const actor of [leader, ...walls]) {
    expect(actor.complaints).toEqual([])
    await actor.context.close()
  }
})
