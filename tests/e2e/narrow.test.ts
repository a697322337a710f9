import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NotesAnswer } from '#shared/api.ts'
import { addNote } from '#shared/board.ts'
import type { GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import type { LiveDoc } from '../../server/demo/liveDoc.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'
import { soon } from '../kit/venue.ts'

const group = 'B' as GroupId
let stage: Stage
let other: Attendee
let board: LiveDoc
beforeAll(async () => {
  stage = await openStage()
  other = await Attendee.join(stage.url, stage.codeOf('member'), 'Kreisverband 3', group)
  board = await other.open({ kind: 'group', group })
  for (let at = 0; at < 12; at++)
    addNote(board.doc, {
      id: `n${at}` as NoteId,
      question: `B${1 + (at % 2)}` as QuestionId,
      kind: 'idea' as KindId,
      createdAt: at + 1,
      blocks: parseNoteText(`Verweisberatung reicht nicht, Punkt ${at}`),
    })
  await soon('all cards', async () => (await other.get<NotesAnswer>('/groups/B/notes')).notes.length === 12)
})
afterAll(async () => {
  other.leave()
  await stage.close()
})

/** Toasts go when something sends them away, not with time. */
const keepToasts = (page: Page) =>
  page.addInitScript(() => {
    const wait = window.setTimeout
    const patient = (run: TimerHandler, ms = 0, ...more: unknown[]) =>
      wait(run, ms === 8000 ? 2 ** 31 - 1 : ms, ...more)
    Object.assign(window, { setTimeout: patient })
  })
const open = async (view: string, viewport: { width: number; height: number }): Promise<Actor> => {
  const actor = await stage.join('member', { name: 'Kreisverband 1', group, viewport })
  await keepToasts(actor.page)
  await actor.page.goto(`${stage.url}/gruppe/B?ansicht=${view}`)
  await actor.page.locator('#note-n0').waitFor()
  return actor
}
const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`There is no ${selector}.`)
  return { top: box.y, bottom: box.y + box.height, left: box.x, right: box.x + box.width }
}
const topOf = async (page: Page, selector: string) => (await boxOf(page, selector)).top
const bottomOf = async (page: Page, selector: string) => (await boxOf(page, selector)).bottom
/** What part of the window shows the list or wall itself, after scrolling down a little. */
const shownPart = (page: Page, height: number) =>
  page.evaluate((all) => {
    const isContent = (y: number) => document.elementFromPoint(innerWidth / 2, y)?.closest('#notes') !== null
    return Array.from({ length: all }, (_, y) => y).filter(isContent).length / all
  }, height)

test.each([
  { width: 360, height: 225 },
  { width: 320, height: 256 },
])(
  'B72 at 400 % zoom ($width × $height) list and wall have most of the window, and can be used',
  async (size) => {
    const { page, complaints } = await open('liste', size)
    const field = page.getByRole('textbox', { name: 'Ihre Karte' })
    await field.waitFor()
    await page.evaluate(() => window.scrollBy(0, 200))
    await expect.poll(() => shownPart(page, size.height)).toBeGreaterThan(0.55)
    await field.focus()
    await page.getByRole('button', { name: 'Kartenart' }).first().waitFor()
    await page.keyboard.type('Auch hier geschrieben')
    await page.keyboard.press('Control+Enter')
    await page.locator('.note', { hasText: 'Auch hier geschrieben' }).first().waitFor()

    await page.goto(`${stage.url}/gruppe/B?ansicht=wand`)
    await page.locator('#note-n0').waitFor()
    // The tools of the wall come after it, and take their room.
    const more = page.getByRole('button', { name: 'Mehr', exact: true })
    await more.waitFor()
    await expect.poll(() => shownPart(page, size.height)).toBeGreaterThan(0.55)
    await expect
      .poll(async () => (await bottomOf(page, '.board-surface')) - (await topOf(page, '.dock')))
      .toBeLessThanOrEqual(1)
    await expect.poll(() => bottomOf(page, '.dock')).toBeLessThanOrEqual(size.height + 1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await more.click()
    await page.getByRole('menuitem', { name: 'Alles zeigen' }).click()
    expect(complaints).toEqual([])
  },
)

test('B72 at 400 % zoom the tools of the wall stay in the window also while a phase runs and a card is chosen', async () => {
  const size = { width: 360, height: 225 }
  const leads = await Attendee.join(stage.url, stage.codeOf('moderator'), 'Moderation C', 'C')
  const writes = await leads.open({ kind: 'group', group: 'C' as GroupId })
  addNote(writes.doc, {
    id: 'c0' as NoteId,
    question: 'C1' as QuestionId,
    kind: 'idea' as KindId,
    createdAt: 1,
    blocks: parseNoteText('Verweisberatung reicht nicht'),
  })
  await leads.send('POST', '/stages/C/phase', { phase: 'arrive', round: 0 })
  const { page, complaints } = await stage.join('member', {
    name: 'Kreisverband 7',
    group: 'C',
    viewport: size,
  })
  await page.goto(`${stage.url}/gruppe/C?ansicht=wand`)
  // What is not seen yet takes no focus.
  await page.locator('#note-c0').waitFor()
  await page.getByRole('region', { name: 'Phase' }).waitFor()
  await page.locator('#note-c0').focus()
  await page.keyboard.press('Space')
  await page.locator('.selection-bar').waitFor()
  await expect.poll(() => topOf(page, '.phase-bar')).toBeGreaterThanOrEqual(0)
  await expect.poll(() => bottomOf(page, '.selection-bar')).toBeLessThanOrEqual(size.height + 1)
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollHeight))
    .toBeLessThanOrEqual(size.height)
  leads.leave()
  expect(complaints).toEqual([])
})

test('B73 a toast lies over no field of a sheet or of the dock, and goes with the step it offers to take back', async () => {
  const { page, complaints } = await open('liste', phone)
  await page.locator('#note-n2').getByRole('button', { name: /Menü/ }).click()
  await page.getByRole('menuitem', { name: 'In die Ablage' }).click()
  const toast = page.locator('.toast', { hasText: 'liegt jetzt in der Ablage' })
  await toast.waitFor()
  const field = page.getByRole('textbox', { name: 'Ihre Karte' })
  await field.fill(Array.from({ length: 8 }, (_, at) => `Zeile ${at}`).join('\n'))
  await expect
    .poll(async () => (await bottomOf(page, '.toast')) - (await topOf(page, '.dock')))
    .toBeLessThanOrEqual(0)
  await field.fill('')
  await page.locator('#note-n1').getByRole('button', { name: /Menü/ }).click()
  await page.getByRole('menuitem', { name: 'Einordnen' }).click()
  const sheet = page.locator('.dialog-sheet')
  await sheet.waitFor()
  await toast.waitFor()
  await expect
    .poll(async () => (await bottomOf(page, '.toast')) - (await topOf(page, '.dialog-sheet')))
    .toBeLessThanOrEqual(0)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await page.locator('#note-n1').focus()
  await page.keyboard.press('Control+z')
  await page.locator('#note-n2').waitFor()
  await toast.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

test('B73 the foot of a long dialog stays in view on a desktop, and there is a cross', async () => {
  const { page } = await open('wand', { width: 1440, height: 600 })
  await page.locator('#note-n0').focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Einordnen' }).click()
  const done = page.getByRole('dialog').getByRole('button', { name: 'Fertig' })
  await done.waitFor()
  await expect.poll(() => bottomOf(page, '.dialog-sheet .dialog-actions')).toBeLessThanOrEqual(600)
  await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).click()
  await done.waitFor({ state: 'detached' })
})

test('B74 in the list the menu key opens the menu of a card and M sorts it', async () => {
  const { page, complaints } = await open('liste', { width: 1440, height: 900 })
  await page.locator('#note-n0').focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Bearbeiten' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await page.locator('#note-n0').focus()
  await page.keyboard.press('m')
  await page.getByRole('dialog', { name: 'B-01 einordnen' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  expect(complaints).toEqual([])
})

test.each(['liste', 'wand'])(
  'B75 who opens the search in the moment in which a dialog closes writes into the search (%s)',
  async (view) => {
    const { page, complaints } = await open(view, { width: 1440, height: 900 })
    // Once, so that the field needs not be fetched.
    await page.keyboard.press('/')
    await page.locator('#search-field').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#note-n0').focus()
    await page.keyboard.press('m')
    if (view === 'wand') {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Shift+F10')
      await page.getByRole('menuitem', { name: 'Einordnen' }).click()
    }
    await page.getByRole('dialog').waitFor()
    // Both keys in one turn of the page: nobody is that fast, but a busy phone makes it so.
    await page.evaluate(async () => {
      const press = (key: string) =>
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        )
      press('Escape')
      while (document.querySelector('[role="dialog"]')) await Promise.resolve()
      press('/')
      await new Promise((resolve) => setTimeout(resolve))
      await new Promise((resolve) => requestAnimationFrame(resolve))
    })
    await page.keyboard.type('Gedanke')
    expect(await page.locator('#search-field').inputValue()).toBe('Gedanke')
    expect(complaints).toEqual([])
  },
)

test('B76 an arrow in the moment after Escape goes from the card that was written in', async () => {
  const { page, complaints } = await open('wand', { width: 1440, height: 900 })
  await page.locator('#note-n0').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'B-01' }).waitFor()
  const focused = await page.evaluate(() => {
    const press = (key: string) =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
    press('Escape')
    press('ArrowDown')
    return document.activeElement?.id
  })
  expect(focused).toBe('note-n4')
  await page.locator('.board-editor').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('note-n4')
  expect(complaints).toEqual([])
})

test('B74 on an empty wall arrows go from "+" to "+", and N writes where the focus is', async () => {
  const { page, complaints } = await stage.join('member', { name: 'Kreisverband 5', group: 'A' })
  await page.goto(`${stage.url}/gruppe/A?ansicht=wand`)
  const zone = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('.board-zone')?.dataset['zone'])
  const plus = (question: string) => page.locator(`.board-zone[data-zone="${question}"] .board-zone-add`)
  const written = async (question: string) => {
    await page.locator('.note:not(.editing)', { hasText: `Gedanke zu ${question}` }).waitFor()
    // Arrows lead on from the card as soon as it has the focus back.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^note-/)
  }
  await plus('A3').waitFor()
  // One tab stop, the first of them.
  expect(await page.locator('.board-zone-add:not([tabindex="-1"])').count()).toBe(1)
  await plus('A1').focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(zone).toBe('A2')
  await page.keyboard.press('n')
  await page.locator('.note.editing .ProseMirror-focused').waitFor()
  await page.keyboard.type('Gedanke zu A2')
  await page.keyboard.press('Escape')
  await written('A2')
  await page.keyboard.press('ArrowRight')
  await expect.poll(zone).toBe('A3')
  await page.keyboard.press('Enter')
  await page.locator('.note.editing .ProseMirror-focused').waitFor()
  await page.keyboard.type('Gedanke zu A3')
  await page.keyboard.press('Escape')
  await written('A3')
  // The page itself knows whether leaving it would lose anything.
  const mayLeave = () => page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))
  await expect.poll(mayLeave).toBe(true)
  await page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  for (const question of ['A2', 'A3'])
    await page.locator(`[data-question="${question}"] .note`, { hasText: `Gedanke zu ${question}` }).waitFor()
  expect(complaints).toEqual([])
})
