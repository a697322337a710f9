import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, notesOf, readNotes, standingNotes } from '#shared/board.ts'
import { addComment, readComments } from '#shared/comments.ts'
import type { CommentId, GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { originalsIn } from '#shared/merging.ts'
import { plainText } from '#shared/note.ts'
import { readNoteLinks } from '#shared/noteLinks.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import type { LiveDoc } from '../../server/demo/liveDoc.ts'
import { axe } from '../kit/axe.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

const texts = [
  'Hauptamtliche **Ehrenamtskoordination** in jedem Kreisverband',
  'Koordination des Ehrenamts braucht Hauptamt',
  'Suchdienst mitdenken',
  'Brücke in eigene Angebote',
  'Ehrenamt fest koordinieren',
]
const group = 'A' as GroupId
const at = (index: number) => `rel-${index}` as NoteId

let stage: Stage
let ben: Attendee
let board: LiveDoc
beforeAll(async () => {
  stage = await openStage()
  ben = await Attendee.join(stage.url, stage.codeOf('member'), 'Kreisverband 3', group)
  board = await ben.open({ kind: 'group', group })
  for (const [index, text] of texts.entries())
    addNote(board.doc, {
      id: at(index),
      question: (index < 3 ? 'A1' : 'A2') as QuestionId,
      kind: 'idea' as KindId,
      createdAt: index + 1,
      blocks: parseNoteText(text),
    })
  await board.until('all notes', (doc) => notesOf(doc).size === texts.length)
})
afterAll(async () => {
  ben.leave()
  await stage.close()
})

const open = async (view: 'liste' | 'wand', options: Parameters<Stage['join']>[1] = {}): Promise<Actor> => {
  const actor = await stage.join('member', { name: 'Kreisverband 1', group, ...options })
  await actor.page.goto(`${stage.url}/gruppe/A?ansicht=${view}`)
  await card(actor.page, 3).waitFor()
  return actor
}
const card = (page: Page, index: number) => page.locator(`#note-rel-${index}`)
const dialog = (page: Page) => page.getByRole('dialog')
const button = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name, exact: true })
const menu = async (page: Page, index: number, item: string) => {
  await card(page, index).focus()
  await card(page, index).getByRole('button', { name: /Menü/ }).press('Enter')
  await page.getByRole('menuitem', { name: item }).press('Enter')
  await dialog(page).waitFor()
}
/** Behind an open dialog the landmarks are hidden; axe only guesses that one is open, so they are asked for without one. */
const findings = async (page: Page) => {
  const all = axe(page)
  const asked =
    (await dialog(page).count()) > 0 ? all.disableRules(['landmark-one-main', 'page-has-heading-one']) : all
  expect((await asked.analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)
const originals = () => originalsIn(readNotes(board.doc))
const standing = () => standingNotes(readNotes(board.doc)).map(({ id }) => id)

test.each(['liste', 'wand'] as const)(
  'W13 keyboard alone (%s): a similar card is put together, taken apart and both stand as before',
  async (view) => {
    const { page, complaints } = await open(view)
    const before = standing()
    await menu(page, 0, 'Zusammenlegen mit')
    await page.getByText(/Womit soll A-01 zusammengelegt werden/).waitFor()
    // The most similar one comes first.
    const first = dialog(page)
      .getByRole('button', { name: /zusammenlegen$/ })
      .first()
    await expect.poll(() => first.getAttribute('aria-label')).toBe('Mit A-02 zusammenlegen')
    await findings(page)
    await page.keyboard.type('koordinieren')
    await button(page, 'Mit A-05 zusammenlegen').waitFor()
    await button(page, 'Mit A-02 zusammenlegen').press('Enter')
    await page.getByText('Meinen diese Karten dasselbe?').waitFor()
    await findings(page)
    await button(page, 'Zusammenlegen').press('Enter')
    await page.getByText('2 Karten sind zusammengelegt.').waitFor()
    await board.until('the card', () => originals().size === 1)
    const [merged] = [...originals().keys()]
    await expect.poll(() => focused(page)).toBe(`note-${merged}`)
    const text = readNotes(board.doc).find(({ id }) => id === merged)
    expect(plainText(text?.blocks ?? [])).toBe(
      'Hauptamtliche Ehrenamtskoordination in jedem Kreisverband\nKoordination des Ehrenamts braucht Hauptamt',
    )
    await card(page, 0).waitFor({ state: 'detached' })

    const whole = page.locator(`#note-${merged}`)
    if (view === 'wand') {
      // Measured before it was drawn, with its foot.
      const [drawn, laid] = await whole.evaluate((one) => [
        one.getBoundingClientRect().height,
        one.closest('.react-flow__node')?.getBoundingClientRect().height,
      ])
      expect(Math.abs((drawn ?? 0) - (laid ?? 0))).toBeLessThan(1)
    }
    await whole.getByRole('button', { name: /aus 2 Karten/ }).press('Enter')
    await button(page, 'A-02 herausnehmen').press('Enter')
    await card(page, 1).waitFor()
    await page.getByRole('button', { name: 'Rückgängig' }).last().click()
    await button(page, 'A-02 herausnehmen').waitFor()
    await findings(page)
    await button(page, 'Alle wieder trennen').press('Enter')
    // As many stood when one was taken out.
    await board.until('both apart', () => originals().size === 0)
    expect(standing()).toEqual(before)
    await expect.poll(() => focused(page)).toBe('note-rel-0')
    expect(complaints).toEqual([])
  },
)

test('W13 on the wall a card held over another asks, and what does not fit stays apart', async () => {
  const { page, complaints } = await open('wand')
  const [from, to] = [await card(page, 0).boundingBox(), await card(page, 4).boundingBox()]
  if (!from || !to) throw new Error('The cards are not on the page.')
  const hold = async () => {
    await page.mouse.move(from.x + 60, from.y + 30)
    await page.mouse.down()
    await page.mouse.move(from.x + 90, from.y + 60, { steps: 4 })
    await page.mouse.move(to.x + 60, to.y + 20, { steps: 8 })
    await page.locator('.react-flow__node-note.target').waitFor()
  }
  await hold()
  await page.mouse.up()
  await button(page, 'Getrennt lassen').click()
  expect(readNotes(board.doc).find(({ id }) => id === at(0))).toMatchObject({ question: 'A1', at: null })
  await dialog(page).waitFor({ state: 'detached' })
  await hold()
  await page.mouse.up()
  await button(page, 'Zusammenlegen').click()
  await board.until('the card', () => originals().size === 1)
  // It stands where the card stood that the other was dropped on.
  const [merged] = [...originals().keys()]
  expect(readNotes(board.doc).find(({ id }) => id === merged)?.question).toBe('A2')
  await page.keyboard.press('Control+z')
  await board.until('both apart', () => originals().size === 0)
  expect(complaints).toEqual([])
})

test('W13 a card that others take meanwhile says so, and the dialog stays', async () => {
  const { page } = await open('liste')
  await menu(page, 0, 'Ähnliche finden')
  await button(page, 'Mit A-02 zusammenlegen').waitFor()
  await page.keyboard.type('ehrenamt')
  const other = await open('liste', { name: 'Kreisverband 2' })
  await menu(other.page, 1, 'Zusammenlegen mit')
  await button(other.page, 'Mit A-03 zusammenlegen').click()
  await button(other.page, 'Zusammenlegen').click()
  // A toast stays as long as the mouse is on it.
  await other.page.locator('.toast').hover()
  await dialog(page).getByText('Steht jetzt in').waitFor()
  expect(await button(page, 'Mit A-02 zusammenlegen').count()).toBe(0)
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('ehrenamt')
  await button(page, 'A-05 unter dieselbe Überschrift').click()
  await board.until('the same cluster', () => {
    const [a, b] = [0, 4].map((index) => readNotes(board.doc).find(({ id }) => id === at(index))?.cluster)
    return typeof a === 'string' && a === b
  })
  await button(page, 'Fertig').click()
  // Whoever looks for an original finds the card it stands in.
  await page.keyboard.press('/')
  await page.getByRole('textbox', { name: 'Karten suchen' }).fill('A-03')
  const [merged] = [...originals().keys()]
  await expect
    .poll(() => page.locator('.note:not(.dimmed)[id^="note-"]').evaluateAll((all) => all.map(({ id }) => id)))
    .toEqual([`note-${merged}`])
  await page.keyboard.press('Escape')
  await other.page.getByRole('button', { name: 'Rückgängig' }).last().click()
  await board.until('both apart', () => originals().size === 0)
})

test('W13 related cards lead to each other, in the list and on the wall, and can be let go', async () => {
  for (const view of ['liste', 'wand'] as const) {
    const { page, complaints } = await open(view)
    await menu(page, 2, 'Als verwandt verbinden mit')
    await button(page, 'A-04 als verwandt verbinden').click()
    await board.until('the link', (doc) => readNoteLinks(doc).size === 2)
    await findings(page)
    await button(page, 'Fertig').click()
    await card(page, 2).focus()
    await card(page, 2).getByRole('button', { name: '1 verwandte Karte zu A-03' }).press('Enter')
    await findings(page)
    await button(page, 'Zu A-04').press('Enter')
    await expect.poll(() => focused(page)).toBe('note-rel-3')
    await card(page, 3).getByRole('button', { name: '1 verwandte Karte zu A-04' }).press('Enter')
    await button(page, 'Verbindung zu A-03 lösen').press('Enter')
    await page.locator('.toast').hover()
    await board.until('no link', (doc) => readNoteLinks(doc).size === 0)
    await page.getByRole('button', { name: 'Rückgängig' }).last().click()
    await board.until('the link again', (doc) => readNoteLinks(doc).size === 2)
    await button(page, 'Verbindung zu A-03 lösen').press('Enter')
    await board.until('no link', (doc) => readNoteLinks(doc).size === 0)
    expect(complaints).toEqual([])
  }
})

test('W13 comments on a phone: drafts stay, others’ come without moving anything, settled ones are folded', async () => {
  const { page, complaints } = await open('liste', { viewport: phone, touch: true, dark: true })
  const note = at(3)
  await card(page, 3).getByRole('button', { name: /Menü/ }).tap()
  await page.getByRole('menuitem', { name: 'Kommentieren' }).tap()
  const field = page.getByRole('textbox', { name: 'Ihr Kommentar' })
  await field.fill('Welche Angebote')
  await button(page, 'Schließen').tap()
  await card(page, 3).getByRole('button', { name: /Menü/ }).tap()
  await page.getByRole('menuitem', { name: 'Kommentieren' }).tap()
  expect(await field.inputValue()).toBe('Welche Angebote')
  await field.focus()
  const place = await field.boundingBox()
  for (let index = 0; index < 12; index++)
    addComment(board.doc, {
      id: `other-${index}` as CommentId,
      note,
      text: `Bemerkung ${index} von jemand anderem, über mehr als eine Zeile hinweg.`,
      createdAt: index,
    })
  await dialog(page).getByText('Neuer Kommentar von Kreisverband 3').waitFor()
  await dialog(page).getByText('Bemerkung 11').waitFor({ state: 'attached' })
  expect(await field.boundingBox().then((box) => box && Math.abs(box.y - (place?.y ?? 0)) < 30)).toBe(true)
  expect(await page.locator('.comments-thread').evaluate((list) => list.scrollTop)).toBe(0)
  await page.keyboard.type('?')
  await findings(page)
  await page.keyboard.press('Control+Enter')
  await board.until(
    'the comment',
    (doc) =>
      readComments(doc)
        .get(note)
        ?.some(({ text }) => text === 'Welche Angebote?') ?? false,
  )
  expect(await field.inputValue()).toBe('')
  const own = dialog(page).getByRole('listitem').filter({ hasText: 'Welche Angebote?' })
  await own.getByText('Ihr Kommentar').waitFor()
  await own.getByRole('button', { name: /^Erledigt/ }).tap()
  await dialog(page).getByText('1 erledigter Kommentar').tap()
  await own.getByRole('button', { name: /^Wieder öffnen/ }).waitFor()
  await button(page, 'Schließen').tap()
  await card(page, 3).getByRole('button', { name: '12 offene Kommentare zu A-04' }).waitFor()
  expect(complaints).toEqual([])
})

test('W13 without network a comment says that it is not saved yet; readers read and write none', async () => {
  const { page, context } = await open('liste')
  await menu(page, 2, 'Kommentieren')
  await context.setOffline(true)
  await page.getByRole('textbox', { name: 'Ihr Kommentar' }).fill('Ohne Netz gesagt')
  await button(page, 'Kommentar senden').click()
  await dialog(page).getByText('noch nicht gesichert').waitFor()
  await dialog(page).locator('.comment').getByText('Ihr Kommentar').waitFor()
  await context.setOffline(false)
  await dialog(page).getByText('noch nicht gesichert').waitFor({ state: 'detached' })
  const reader = await stage.join('member', { name: 'Kreisverband 9', group: 'B' })
  await reader.page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await card(reader.page, 2).getByRole('button', { name: '1 offener Kommentar zu A-03' }).click()
  await dialog(reader.page).getByText('Ohne Netz gesagt').waitFor()
  expect(await dialog(reader.page).getByRole('textbox').count()).toBe(0)
  expect(
    await dialog(reader.page)
      .getByRole('button', { name: /^Erledigt/ })
      .count(),
  ).toBe(0)
})
