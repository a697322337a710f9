import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GroupId, KindId, NoteId, ResultId } from '#shared/ids.ts'
import { addNote, notesOf } from '#shared/board.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { wordingsOf } from '#shared/result.ts'
import { blocksOf, plainText } from '#shared/note.ts'
import { hunkBetween } from '#shared/plenum/proposalHunks.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import { axe } from '../kit/axe.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

let stage: Stage
let staff: Attendee
const sentence = 'Wir wirken nicht an Abschiebungen mit. Keine Auskünfte ohne Rechtsgrundlage.'
beforeAll(async () => {
  stage = await openStage()
  staff = await Attendee.join(stage.url, stage.codeOf('staff'), 'Redaktion')
})
afterAll(async () => {
  staff?.leave()
  await stage.close()
})

const makeResult = async (id: string, text: string): Promise<ResultId> => {
  const board = await staff.open({ kind: 'group', group: 'B' as GroupId })
  addNote(board.doc, {
    id: id as NoteId,
    question: null,
    kind: 'guideline' as KindId,
    createdAt: 1,
    blocks: parseNoteText(text),
  }).set('forPlenum', `k-${id}`)
  await board.until('the note', (doc) => notesOf(doc).has(id))
  let made: { id: ResultId } | null = null
  const send = () => staff.send<{ id: ResultId }>('POST', '/plenum/results', { sources: [`B/${id}`] })
  await expect.poll(async () => (made = await send().catch(() => null))).not.toBeNull()
  return (made as unknown as { id: ResultId }).id
}
const come = async (actor: Actor, id: ResultId) => {
  await actor.page.goto(`${stage.url}/plenum?ergebnis=${id}`)
  await actor.page.locator('.wording-text').getByText('Abschiebungen').waitFor()
  return actor.page
}
/** Writes a text as it should read, and sends it. */
const propose = async (page: Page, text: string, reason = '') => {
  await page.getByRole('button', { name: 'Änderung vorschlagen' }).click()
  await page.getByRole('textbox', { name: /^Text von/ }).fill(text)
  if (reason) await page.getByRole('textbox', { name: 'Grund' }).fill(reason)
  await page.getByRole('button', { name: 'Vorschlagen', exact: true }).click()
}
const wording = (page: Page) => page.locator('.wording-text').first()

test('W20 words are proposed on phones, collide, stand on the wall as a difference, and are settled by clicks and keys', async () => {
  const result = await makeResult('n1', sentence)
  const desk = await stage.join('moderator', { name: 'Moderation Plenum', group: 'plenum' })
  const anna = await stage.join('member', {
    name: 'Kreisverband 12',
    group: 'A',
    viewport: phone,
    touch: true,
  })
  const ben = await stage.join('member', {
    name: 'Kreisverband 5',
    group: 'B',
    viewport: phone,
    touch: true,
    dark: true,
  })
  const wall = await stage.join('beamer', { name: 'Leinwand', viewport: { width: 1920, height: 1080 } })
  const [moderator, one, two] = [await come(desk, result), await come(anna, result), await come(ben, result)]
  await wall.page.goto(`${stage.url}/beamer`)

  // A begun proposal survives a reload; what it changes is shown while one writes.
  await one.getByRole('button', { name: 'Änderung vorschlagen' }).click()
  await one.getByRole('textbox', { name: /^Text von/ }).fill(sentence.replace('Keine', 'Gar keine'))
  await one.locator('.proposal-preview ins').getByText('Gar keine').waitFor()
  await one.reload()
  await one.getByRole('button', { name: 'Weiterschreiben' }).click()
  expect(await one.getByRole('textbox', { name: /^Text von/ }).inputValue()).toContain('Gar keine')
  expect((await axe(one).analyze()).violations).toEqual([])
  await one.getByRole('textbox', { name: 'Grund' }).fill('Deutlicher.')
  await one.getByRole('button', { name: 'Vorschlagen', exact: true }).click()
  await one.getByText('Ihr Vorschlag ist angekommen.').waitFor()
  const queue = moderator.getByRole('region', { name: /Vorschläge aus dem Saal/ })
  const card = (number: number) =>
    queue.getByRole('listitem', { name: new RegExp(`^Vorschlag ${number} von`) })
  await card(1).waitFor()
  /** Its buttons wait for the command before; then the focus has gone on, too. */
  const free = (number: number) =>
    card(number).getByRole('button', { name: 'Nicht übernehmen', exact: true, disabled: false }).waitFor()

  // Without network it waits and says so; then it arrives, once. What one proposes with is fetched before.
  await two.getByRole('button', { name: 'Änderung vorschlagen' }).waitFor()
  await ben.context.setOffline(true)
  await propose(two, sentence.replace('Keine Auskünfte', 'Auskünfte nur'))
  await two.getByText('Kein Netz: wartet auf diesem Gerät').waitFor()
  await ben.context.setOffline(false)
  const mine = two.getByRole('region', { name: 'Ihre Vorschläge' })
  await mine.getByText('liegt bei der Moderation').waitFor()
  await propose(two, sentence.replace('Abschiebungen', 'Rückführungen'))
  await card(3).waitFor()
  expect(await queue.getByRole('listitem').filter({ hasText: 'Nr. 2' }).count()).toBeGreaterThan(0)
  await card(2).getByText('Stößt zusammen mit Nr. 1.').waitFor()
  await card(1).getByText('Grund: Deutlicher.').waitFor()
  expect((await axe(moderator).analyze()).violations).toEqual([])

  // On the wall as a difference, large enough; without names.
  await card(1).focus()
  await moderator.keyboard.press('4')
  await wall.page.locator('.wall-text ins').getByText('Gar keine').waitFor()
  expect(await wall.page.locator('.wall-text del').textContent()).toBe('Keine')
  const sizes = await wall.page.evaluate(() =>
    [...document.querySelectorAll('.wall *')].flatMap((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
        ? [parseFloat(getComputedStyle(element).fontSize)]
        : [],
    ),
  )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(28)
  expect(await wall.page.locator('body').textContent()).not.toContain('Kreisverband 12')
  expect((await axe(wall.page).analyze()).violations).toEqual([])

  // One key takes it; the text of everyone changes, the colliding one is told to be lost, the focus goes on.
  await free(1)
  await moderator.keyboard.press('1')
  // A toast stays as long as the mouse is on it.
  await moderator.getByRole('button', { name: 'Rückgängig' }).hover()
  for (const page of [moderator, one, two])
    await wording(page).getByText('Gar keine Auskünfte ohne').waitFor()
  await wall.page.locator('.wall-text ins').waitFor({ state: 'detached' })
  await wall.page.locator('.wall-text').getByText('Gar keine Auskünfte').waitFor()
  await one
    .getByRole('region', { name: 'Ihre Vorschläge' })
    .getByText('übernommen', { exact: true })
    .waitFor()
  await card(2).getByText('Die Worte stehen so nicht mehr im Text.').waitFor()
  await expect.poll(() => card(2).evaluate((element) => element === document.activeElement)).toBe(true)
  // Back by the toast, and forward again: all as it was.
  await moderator.getByRole('button', { name: 'Rückgängig' }).click()
  await wording(one).getByText('mit. Keine Auskünfte ohne').waitFor()
  await card(1).getByRole('button', { name: 'Übernehmen', exact: true }).click()
  for (const page of [moderator, one]) await wording(page).getByText('Gar keine').waitFor()
  await free(3)

  // In other words, and not at all, with a reason.
  await card(3)
    .getByRole('button', { name: /^Anpassen/ })
    .click()
  const own = sentence
    .replace('Keine', 'Gar keine')
    .replace('Abschiebungen', 'Abschiebungen und Rückführungen')
  await card(3).getByRole('textbox', { name: 'So soll der Text lauten' }).fill(own)
  await card(3).getByRole('button', { name: 'So übernehmen' }).click()
  await two.getByText('angepasst übernommen').waitFor()
  await free(2)
  await card(2).getByRole('button', { name: 'Mit Grund' }).click()
  await card(2).getByRole('textbox', { name: 'Warum nicht?' }).fill('Das steht schon da.')
  await moderator.keyboard.press('Enter')
  await two.getByText('nicht übernommen: Das steht schon da.').waitFor()
  await queue.getByText('Über alle Vorschläge ist entschieden.').waitFor()
  await expect.poll(() => wording(one).textContent()).toBe(own)
  for (const actor of [desk, anna, ben, wall]) expect(actor.complaints).toEqual([])
})

test('W20 new proposals move nothing that a moderator works at; the texts of a result are read, and shown on the wall', async () => {
  const other = await makeResult('n2', 'Wir wirken nicht an Abschiebungen mit.')
  const desk = await stage.join('moderator', { name: 'Moderation Plenum 2', group: 'plenum' })
  const anna = await stage.join('member', {
    name: 'Kreisverband 7',
    group: 'A',
    viewport: phone,
    touch: true,
  })
  const wall = await stage.join('beamer', { name: 'Leinwand', viewport: { width: 1920, height: 1080 } })
  const [moderator, one] = [await come(desk, other), await come(anna, other)]
  await propose(one, 'Wir wirken niemals an Abschiebungen mit.')
  const card = moderator.getByRole('listitem', { name: /^Vorschlag 1 von/ })
  await card.getByRole('button', { name: /^Anpassen/ }).click()
  const field = card.getByRole('textbox', { name: 'So soll der Text lauten' })
  // One goes on behind the proposed word.
  await expect.poll(() => field.evaluate((box: HTMLTextAreaElement) => box.selectionStart)).toBe(18)
  await field.press('Control+End')
  await moderator.keyboard.type(' Nie')
  // What is fetched apart stands by now.
  await moderator.getByRole('radio', { name: 'Karten' }).waitFor({ state: 'attached' })
  const before = await field.boundingBox()
  await propose(one, 'Wir wirken nirgends an Abschiebungen mit.')
  await moderator.getByRole('listitem', { name: /^Vorschlag 2 von/ }).waitFor()
  expect(await field.boundingBox()).toEqual(before)
  await moderator.keyboard.type(' und nimmer')
  expect(await field.inputValue()).toBe('Wir wirken niemals an Abschiebungen mit. Nie und nimmer')
  await card.getByRole('button', { name: 'So übernehmen' }).click()
  await wording(one).getByText('Nie und nimmer').waitFor()

  // What has become of the cards' text, for everyone; on the wall for the room.
  await one.getByRole('radio', { name: 'Änderungen' }).check({ force: true })
  await wording(one).locator('ins').getByText('niemals').waitFor()
  expect((await axe(one).analyze()).violations).toEqual([])
  await moderator.getByRole('radio', { name: 'Karten' }).check({ force: true })
  await moderator.getByRole('button', { name: 'An die Leinwand' }).first().click()
  await wall.page.goto(`${stage.url}/beamer`)
  await wall.page.locator('.wall-label').getByText('Aus den Karten').waitFor()
  await wall.page.locator('.wall-text').getByText('Wir wirken nicht an Abschiebungen mit.').waitFor()
  const widths = await one.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(widths[0]).toBeLessThanOrEqual(widths[1] as number)
  for (const actor of [desk, anna, wall]) expect(actor.complaints).toEqual([])
})

test('W20 who writes in the wording goes on writing while a proposal for the same sentence is followed', async () => {
  const third = await makeResult('n3', 'Wir wirken nicht an Abschiebungen mit. Punkt.')
  const desk = await stage.join('moderator', { name: 'Moderation Plenum 3', group: 'plenum' })
  const page = await come(desk, third)
  const base = 'Wir wirken nicht an Abschiebungen mit. Punkt.'
  const hunk = hunkBetween(base, base.replace('nicht', 'niemals und nirgends'))
  await staff.send('POST', `/plenum/results/${third}/proposals`, { id: 'live', base, ...hunk })
  await page.getByRole('button', { name: 'Wortlaut bearbeiten' }).click()
  const editor = page.getByRole('textbox', { name: /^Wortlaut von/ })
  await editor.press('Control+End')
  await page.keyboard.type(' Das')
  const taking = staff.send('POST', '/plenum/proposals/live/settle', { how: 'taken' })
  await page.keyboard.type(' gilt', { delay: 15 })
  await taking
  await editor.getByText('niemals und nirgends').waitFor()
  await page.keyboard.type(' für alle.')
  const wanted = 'Wir wirken niemals und nirgends an Abschiebungen mit. Punkt. Das gilt für alle.'
  await expect.poll(() => editor.textContent()).toBe(wanted)
  const plenum = await staff.open({ kind: 'plenum' })
  await plenum.until('every letter', (doc) => {
    const text = wordingsOf(doc).get(third)
    return text !== undefined && plainText(blocksOf(text)) === wanted
  })
  await page.reload()
  await wording(page).waitFor()
  await expect.poll(() => wording(page).textContent()).toBe(wanted)
  expect(desk.complaints).toEqual([])
})
