import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCluster, addNote, notesOf, readNotes } from '#shared/board.ts'
import type { ClusterId, GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import type { LiveDoc } from '../../server/demo/liveDoc.ts'
import { openStage, type Actor, type Stage } from '../kit/stage.ts'

const group = 'D' as GroupId
let stage: Stage
let other: Attendee
let board: LiveDoc
let anna: Actor
let page: Page
beforeAll(async () => {
  stage = await openStage()
  other = await Attendee.join(stage.url, stage.codeOf('member'), 'Kreisverband 3', group)
  board = await other.open({ kind: 'group', group })
  anna = await stage.join('member', { name: 'Kreisverband 1', group })
  ;({ page } = anna)
})
afterAll(async () => {
  other.leave()
  await stage.close()
})

const D1 = 'D1' as QuestionId
const put = (id: string, text: string, cluster: string | null = null) =>
  addNote(board.doc, {
    id: id as NoteId,
    question: D1,
    cluster: cluster as ClusterId | null,
    kind: 'idea' as KindId,
    createdAt: Date.now(),
    blocks: parseNoteText(text),
  })
const noteOf = (id: string) => readNotes(board.doc).find((note) => note.id === id)
const textOf = (id: string) => plainText(noteOf(id)?.blocks ?? [])
const written = () => readNotes(board.doc).filter(({ isEmpty }) => !isEmpty).length
const change = (id: string, field: string, value: unknown) => notesOf(board.doc).get(id)?.set(field, value)
const card = (id: string) => page.locator(`#note-${id}`)
const focused = () =>
  page.evaluate(() => document.activeElement?.closest('[id]')?.id || document.activeElement?.tagName)
/** Stands there, with the caret at its end. */
const beginIn = async (id: string) => {
  await card(id).focus()
  await page.keyboard.press('Enter')
  await card(id).locator('.ProseMirror-focused').waitFor()
}

test.each(['wand', 'liste'])(
  'B70 in the view "%s" one goes on writing in a card that others lay away, and gets it back with one click',
  async (view) => {
    await page.goto(`${stage.url}/gruppe/D?ansicht=${view}`)
    await page.getByText('Gesichert', { exact: true }).waitFor()
    const [own, neighbour] = [`own-${view}`, `beside-${view}`]
    put(own, 'Ein Anfang')
    put(neighbour, 'Eine andere Karte')
    await card(neighbour).waitFor()
    const before = written()
    await beginIn(own)
    await page.keyboard.type(' und weiter')
    change(own, 'trashedAt', Date.now())
    await page.locator('.taken-line', { hasText: 'Diese Karte wurde in die Ablage gelegt.' }).waitFor()
    await page.keyboard.type(' ohne Pause')
    await board.until('all letters', () => textOf(own) === 'Ein Anfang und weiter ohne Pause')
    expect([written(), textOf(neighbour)]).toEqual([before, 'Eine andere Karte'])

    await page.getByRole('button', { name: 'Zurückholen', exact: true }).first().click()
    await board.until('the card back', () => noteOf(own)?.trashedAt === null)
    await page.keyboard.type('.')
    await board.until('the last letter', () => textOf(own).endsWith('Pause.'))
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe(`note-${own}`)

    // Ended while it lies in the tray it is gone from here, and says where it is.
    await beginIn(own)
    change(own, 'trashedAt', Date.now())
    await page.locator('.taken-line', { hasText: 'Diese Karte wurde in die Ablage gelegt.' }).waitFor()
    await page.keyboard.press('Escape')
    await card(own).waitFor({ state: 'detached' })
    await expect.poll(focused).not.toBe('BODY')
    const toast = page.locator('.toast', { hasText: 'liegt jetzt in der Ablage' })
    await toast.getByRole('button', { name: 'Zurückholen' }).click()
    await card(own).waitFor()
    expect(anna.complaints).toEqual([])
  },
)

test('B70 one goes on writing in a card that others put together with another', async () => {
  await page.goto(`${stage.url}/gruppe/D?ansicht=wand`)
  put('first', 'Erstens')
  put('second', 'Zweitens')
  put('both', 'Erstens und zweitens')
  await card('both').waitFor()
  await beginIn('first')
  board.doc.transact(() => ['first', 'second'].forEach((id) => change(id, 'mergedInto', 'both')))
  await page.locator('.taken-line', { hasText: 'Diese Karte wurde mit anderen zusammengelegt.' }).waitFor()
  await card('second').waitFor({ state: 'detached' })
  await page.keyboard.type(', noch im Schreiben')
  await board.until('all letters', () => textOf('first') === 'Erstens, noch im Schreiben')
  await page.getByRole('button', { name: 'Herausnehmen', exact: true }).click()
  await board.until('it stands for itself', () => noteOf('first')?.mergedInto === null)
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('note-first')
  expect(anna.complaints).toEqual([])
})

test('B70 letters for a card that is erased meanwhile begin no other card and change none', async () => {
  await page.goto(`${stage.url}/gruppe/D?ansicht=wand`)
  put('erased', 'Gleich fort')
  put('left', 'Bleibt')
  await card('erased')
    .getByText(/D-\d\d/)
    .waitFor()
  const runs = await stage.join('moderator', { name: 'Moderation D', group })
  await beginIn('erased')
  await page.keyboard.type(' und')
  const before = written()
  // Keys that come slowly make no pause: a second lasts as long as they take.
  await page.evaluate(() => {
    const later = window.setTimeout
    const slow = (run: () => void, ms = 0) => later(run, ms === 1000 ? 60_000 : ms)
    window.setTimeout = slow as typeof window.setTimeout
  })
  const answer = await runs.context.request.delete(`${stage.url}/api/groups/D/notes/erased`)
  expect(answer.status()).toBe(200)
  await page.getByText('Diese Karte wurde endgültig gelöscht.').waitFor()
  for (const key of ['n', 'e', 'Enter', 'Backspace', '3', 'm']) await page.keyboard.press(key)
  expect(await page.locator('.note.editing').count()).toBe(0)
  expect(await page.locator('.move-hint').count()).toBe(0)
  await board.until('the card gone', () => written() === before - 1)
  expect(textOf('left')).toBe('Bleibt')
  // A key that writes nothing is meant for the page again.
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.locator('.note.editing .ProseMirror-focused').waitFor()
  await page.keyboard.press('Escape')
  expect(anna.complaints).toEqual([])
})

test('B71 Escape in the bar of what is chosen leads back to the card', async () => {
  await page.goto(`${stage.url}/gruppe/D?ansicht=wand`)
  addCluster(board.doc, { id: 'ort' as ClusterId, title: 'Vor Ort', question: D1 })
  put('inside', 'Im Blatt', 'ort')
  await card('inside').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Verschieben nach …' }).focus()
  await page.keyboard.press('Escape')
  await page.locator('.selection-bar').waitFor({ state: 'detached' })
  await expect.poll(focused).toBe('note-inside')
})

test('B71 a heading that keys carry to another question keeps the focus', async () => {
  await page.locator('.board-cluster[data-cluster="ort"]').focus()
  await page.keyboard.press('m')
  await page.locator('.move-hint').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await board.until('the heading at D2', () => noteOf('inside')?.question === 'D2')
  const heading = () => page.evaluate(() => document.activeElement?.getAttribute('data-cluster'))
  await expect.poll(heading).toBe('ort')
  // Nothing takes it away later.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(await heading()).toBe('ort')
  expect(anna.complaints).toEqual([])
})
