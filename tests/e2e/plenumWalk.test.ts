import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Attendee } from '../../server/demo/attendee.ts'
import { playGroup } from '../../server/demo/playGroup.ts'
import { readSampleDay, sampleMembers, sampleModerator } from '../../server/demo/sampleDay.ts'
import { openStage, phone, type Stage } from '../kit/stage.ts'

const day = readSampleDay()
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const everyone: Attendee[] = []
  // Every y-websocket client listens for the end of its process, and here they all live in one.
  process.setMaxListeners(100)
  for (const { id } of day.groups) {
    const moderator = await Attendee.join(stage.url, stage.codeOf('moderator'), sampleModerator(id), id)
    everyone.push(moderator)
    const members: Attendee[] = []
    for (const name of sampleMembers(day, id))
      members.push(await Attendee.join(stage.url, stage.codeOf('member'), name, id))
    everyone.push(...members)
    await playGroup(day, id, [moderator, ...members])
  }
  for (const one of everyone) one.leave()
}, 90_000)
afterAll(() => stage.close())

const open = async (page: Page, path: string) => {
  await page.goto(stage.url + path)
  return page
}

test(
  'W23 two people at two screens, and the wall, go from 142 cards to a frozen Plenum',
  { timeout: 180_000 },
  async () => {
    const chair = await stage.join('staff', { name: 'Redaktion' })
    const member = await stage.join('member', {
      name: 'Kreisverband 61',
      group: 'A',
      viewport: phone,
      touch: true,
    })
    const screen = await stage.join('beamer', { name: 'Leinwand', viewport: { width: 1920, height: 1080 } })
    const wall = await open(screen.page, '/beamer')
    const mine = await open(member.page, '/plenum')

    // In the break: a known double is among the first proposals, and is put together.
    const desk = await open(chair.page, '/vorbereitung')
    await desk
      .getByRole('navigation', { name: 'Ähnliche Karten' })
      .getByRole('link', { name: 'A-27, C-13 und D-22' })
      .click()
    await desk.getByRole('button', { name: 'Zusammenführen', exact: true }).click()
    await desk.getByText('A-27, C-13 und D-22 sind zusammengeführt.').waitFor()

    // Presenting: phone and wall follow.
    await open(desk, '/plenum')
    await desk.getByRole('button', { name: 'Vorstellen beginnen' }).click()
    await mine.getByRole('heading', { name: 'Grundsätze und Rollen' }).waitFor()
    await wall.getByText('Anlaufstelle für alle').waitFor()
    await mine
      .getByRole('button', { name: /^Bitte besprechen: A-27/ })
      .first()
      .tap()
    await desk
      .getByText(/1 × bitte besprechen/)
      .first()
      .waitFor()

    // Two more results are made of what A handed over; one of them is changed by a proposal from the phone.
    for (const number of ['A-01', 'A-03']) {
      const box = desk.getByRole('checkbox', { name: new RegExp(number) })
      await box.click({ force: true })
      await expect.poll(() => box.isChecked()).toBe(true)
    }
    await desk.getByRole('button', { name: 'Einzeln übernehmen' }).click()
    const outline = desk.getByRole('navigation', { name: 'Ergebnisse nach Leitfrage' })
    await outline.getByRole('link', { name: /L2.*Kernaufgaben/ }).click()
    // Every result has such a heading: it must be this one's.
    await outline.locator('[aria-current]', { hasText: /L2.*Kernaufgaben/ }).waitFor()
    await desk.getByRole('heading', { name: /^Aus diese/ }).waitFor()
    await desk.getByRole('button', { name: 'Alle hierher führen' }).click()
    // The form begins with the words that stand there.
    await mine.locator('.wording-text').getByText('Kernaufgaben').first().waitFor()
    await mine.getByRole('button', { name: 'Änderung vorschlagen' }).tap()
    const field = mine.getByRole('textbox', { name: /^Text von/ })
    await field.fill((await field.inputValue()).replace('Kernaufgaben', 'wichtigsten Kernaufgaben'))
    await mine.getByRole('button', { name: 'Vorschlagen', exact: true }).tap()
    await desk.getByRole('button', { name: 'Übernehmen', exact: true }).click()
    await mine.locator('.wording-text').getByText('wichtigsten Kernaufgaben').waitFor()

    // The block is what nobody marked; everyone is asked on the phone, the wall shows it.
    await desk.getByRole('button', { name: 'Über Block A entscheiden (2)' }).click()
    await desk.getByRole('button', { name: 'Alle fragen (2)' }).click()
    await wall.getByText('Bitte entscheiden Sie jetzt').waitFor()
    await mine
      .locator('.consent-sheet')
      .getByRole('button', { name: /^Zustimmung Ich/ })
      .tap()
    await mine.getByText(/Ihre Antwort ist angekommen: Zustimmung/).waitFor()
    await desk
      .getByText(/^1 von \d+ haben geantwortet$/)
      .first()
      .waitFor()
    await desk.getByRole('button', { name: 'Schließen und zählen' }).click()
    await wall.getByText('Angenommen').first().waitFor()

    // Frozen, though much is open: that is told, and done all the same.
    await desk.getByRole('button', { name: 'Plenum finalisieren' }).first().click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByText(/^1 Ergebnis ist nicht entschieden/).waitFor()
    await dialog.getByRole('button', { name: 'Trotzdem finalisieren' }).click()
    await mine.getByText(/Finalisiert: Fassung 1/).waitFor()
    await open(mine, '/meine-karten')
    await mine
      .getByText(/angenommen in L1/i)
      .first()
      .waitFor()
    for (const { complaints } of [chair, member, screen]) expect(complaints).toEqual([])
  },
)
