import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCluster, addNote, notesOf, readNotes } from '#shared/board.ts'
import type { ClusterId, GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import type { LiveDoc } from '../../server/demo/liveDoc.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

const texts = [
  'Anlaufstelle für alle',
  'Wir arbeiten an Teilhabe, nicht an Anpassung',
  'Verweisberatung reicht nicht',
  'Brückenfonds für Kommunen',
  'Neutral heißt nicht schweigen',
  'Ehrenamtliche sind keine Lückenbüßer',
]
const group = 'A' as GroupId

let stage: Stage
let writer: Attendee
let board: LiveDoc
let anna: Actor
let page: Page
beforeAll(async () => {
  stage = await openStage()
  writer = await Attendee.join(stage.url, stage.codeOf('member'), 'Kreisverband 3', group)
  board = await writer.open({ kind: 'group', group })
  board.doc.transact(() => {
    addCluster(board.doc, { id: 'here' as ClusterId, title: 'Vor Ort', question: 'A1' as QuestionId })
    for (const [at, text] of texts.entries())
      addNote(board.doc, {
        id: `n${at}` as NoteId,
        question: (at < 4 ? 'A1' : 'A2') as QuestionId,
        cluster: at < 2 ? ('here' as ClusterId) : null,
        kind: 'idea' as KindId,
        createdAt: at + 1,
        blocks: parseNoteText(text),
      })
  })
  await board.until('all notes', (doc) => notesOf(doc).size === texts.length)
  anna = await stage.join('member', { name: 'Kreisverband 1', group })
  ;({ page } = anna)
  await page.goto(`${stage.url}/gruppe/A?ansicht=wand`)
  await note(0).waitFor()
})
afterAll(async () => {
  writer.leave()
  await stage.close()
})

const note = (at: number, on: Page = page) => on.locator(`#note-n${at}`)
const chosen = (on: Page = page) =>
  on.evaluate(() => [...document.querySelectorAll('.note.chosen')].map(({ id }) => id.slice(5)).sort())
const dimmed = (on: Page = page) =>
  on.evaluate(() => [...document.querySelectorAll('.note.dimmed')].map(({ id }) => id.slice(5)).sort())
const focused = (on: Page = page) => on.evaluate(() => document.activeElement?.id ?? '')
const stored = (at: number) => readNotes(board.doc).find(({ id }) => id === `n${at}`)
const bar = (on: Page = page) => on.getByRole('group', { name: 'Auswahl' })
const undo = () => page.keyboard.press('Control+z')
const boxOf = async (at: number) => {
  const box = await note(at).boundingBox()
  if (!box) throw new Error('The card is not on the page.')
  return box
}

test('W12 a click chooses one, Shift and Ctrl take more in and out, Escape and free space clear', async () => {
  await note(0).click()
  expect(await chosen()).toEqual([])
  await note(2).click({ modifiers: ['Shift'] })
  await note(4).click({ modifiers: ['Control'] })
  expect(await chosen()).toEqual(['n0', 'n2', 'n4'])
  await bar().getByText('3 Karten ausgewählt').waitFor()
  expect(await note(0).getAttribute('aria-label')).toContain('ausgewählt')
  await note(2).click({ modifiers: ['Control'] })
  expect(await chosen()).toEqual(['n0', 'n4'])
  await page.keyboard.press('Escape')
  expect(await chosen()).toEqual([])
  expect(await bar().count()).toBe(0)
  await note(3).click({ modifiers: ['Shift'] })
  expect((await chosen()).length).toBeGreaterThan(0)
  const { x, y, height } = await boxOf(5)
  await page.mouse.click(x + 20, y + height + 120)
  expect(await chosen()).toEqual([])
})

test('W12 a frame on free space chooses what it touches; Escape takes it back', async () => {
  const [first, last] = [await boxOf(4), await boxOf(5)]
  await page.mouse.move(first.x + 10, first.y + first.height + 160)
  await page.mouse.down()
  await page.mouse.move(last.x + last.width - 10, last.y + 10, { steps: 8 })
  await page.locator('.board-marquee:not([hidden])').waitFor()
  await expect.poll(() => chosen()).toEqual(['n4', 'n5'])
  await page.mouse.up()
  expect(await chosen()).toEqual(['n4', 'n5'])
  expect(await page.locator('.board-marquee:not([hidden])').count()).toBe(0)
  const loose = await boxOf(2)
  await page.keyboard.down('Shift')
  await page.mouse.move(loose.x + 30, loose.y + loose.height + 200)
  await page.mouse.down()
  await page.mouse.move(loose.x + 60, loose.y + 20, { steps: 6 })
  await expect.poll(() => chosen()).toEqual(['n2', 'n4', 'n5'])
  await page.keyboard.up('Shift')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await chosen()).toEqual(['n4', 'n5'])
  expect(anna.complaints).toEqual([])
})

test('W12 the keyboard chooses: Space, Shift and arrows, Ctrl+A for the cluster and then for all', async () => {
  await note(2).click()
  await page.keyboard.press(' ')
  expect(await chosen()).toEqual(['n2'])
  await page.keyboard.press(' ')
  expect(await chosen()).toEqual([])
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => chosen().then((ids) => ids.length)).toBe(2)
  await note(0).click()
  await page.keyboard.press('Control+a')
  expect(await chosen()).toEqual(['n0', 'n1'])
  await page.keyboard.press('Control+a')
  expect(await chosen()).toEqual(texts.map((_, at) => `n${at}`))
  expect(await focused()).toBe('note-n0')
  await page.keyboard.press('Escape')
})

test('W12 digits set the kind of the card that has the focus, or of all chosen ones, with one undo', async () => {
  await note(4).click()
  await page.keyboard.press('2')
  await board.until('the kind', () => stored(4)?.kind === 'challenge')
  await note(5).click({ modifiers: ['Shift'] })
  await page.keyboard.press('5')
  await board.until('both kinds', () => [4, 5].every((at) => stored(at)?.kind === 'measure'))
  await undo()
  await board.until('the kinds before', () => stored(4)?.kind === 'challenge' && stored(5)?.kind === 'idea')
  await undo()
  await board.until('the first kind', () => stored(4)?.kind === 'idea')
  await page.keyboard.press('Escape')
})

test('W12 the bar moves many, puts them under a heading and lays them away, each with one undo', async () => {
  await note(2).click()
  await note(3).click({ modifiers: ['Shift'] })
  await bar().getByRole('button', { name: 'Verschieben nach …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Wohin sollen diese 2 Karten?' })
  await dialog.getByText(/^A3 /).click()
  await dialog.getByRole('button', { name: 'Verschieben' }).click()
  await board.until('both at A3', () => [2, 3].every((at) => stored(at)?.question === 'A3'))
  await page.getByText('2 Karten stehen jetzt bei A3.').waitFor()
  await page.getByRole('status').getByRole('button', { name: 'Rückgängig' }).click()
  await board.until('both back', () => [2, 3].every((at) => stored(at)?.question === 'A1'))
  expect(await chosen()).toEqual(['n2', 'n3'])

  await bar().getByRole('button', { name: 'Überschrift …' }).click()
  const headings = page.getByRole('dialog', { name: /Unter welche Überschrift/ })
  await headings.getByText('Vor Ort').click()
  await headings.getByRole('button', { name: 'Einordnen' }).click()
  await board.until('both under it', () => [2, 3].every((at) => stored(at)?.cluster === 'here'))
  await undo()
  await board.until('both loose', () => [2, 3].every((at) => stored(at)?.cluster === null))

  await bar().getByRole('button', { name: 'In die Ablage' }).click()
  await board.until('both away', () => [2, 3].every((at) => stored(at)?.trashedAt !== null))
  await page.getByText('2 Karten liegen jetzt in der Ablage.').waitFor()
  expect(await bar().count()).toBe(0)
  await expect.poll(() => focused()).not.toBe('')
  await page.getByRole('status').getByRole('button', { name: 'Rückgängig' }).click()
  await board.until('both back', () => [2, 3].every((at) => stored(at)?.trashedAt === null))
  expect(anna.complaints).toEqual([])
})

test('W12 what others lay away leaves the selection by itself', async () => {
  await note(4).click()
  await note(5).click({ modifiers: ['Shift'] })
  notesOf(board.doc).get('n5')?.set('trashedAt', 1)
  await bar().getByText('1 Karte ausgewählt').waitFor()
  expect(await chosen()).toEqual(['n4'])
  notesOf(board.doc).get('n5')?.set('trashedAt', null)
  await note(5).waitFor()
  expect(await chosen()).toEqual(['n4'])
  await page.keyboard.press('Escape')
})

test('W12 one of several chosen cards takes all along, to another question and back with one undo', async () => {
  await note(2).click()
  await note(3).click({ modifiers: ['Shift'] })
  const [from, beside, to] = [await boxOf(2), await boxOf(3), await boxOf(4)]
  await page.mouse.move(from.x + 60, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(from.x + 90, from.y + 60, { steps: 4 })
  await page.mouse.move(to.x + 60, to.y + 300, { steps: 12 })
  await page.mouse.up()
  await board.until('both at A2', () => [2, 3].every((at) => stored(at)?.question === 'A2'))
  await expect.poll(async () => Math.round((await boxOf(2)).y)).toBeGreaterThan(to.y + 200)
  const [after, besideAfter] = [await boxOf(2), await boxOf(3)]
  expect(Math.round(besideAfter.x - after.x)).toBe(Math.round(beside.x - from.x))
  expect(Math.round(besideAfter.y - after.y)).toBe(Math.round(beside.y - from.y))
  expect(await chosen()).toEqual(['n2', 'n3'])
  await undo()
  await board.until('both back', () => [2, 3].every((at) => stored(at)?.question === 'A1'))
  await page.keyboard.press('Escape')
})

test('W12 searching dims what does not fit where it stands, leads from hit to hit and outlives a reload', async () => {
  const before = await boxOf(3)
  await note(0).click()
  await page.keyboard.press('/')
  const field = page.getByRole('textbox', { name: 'Karten suchen' })
  await expect.poll(() => focused()).toBe('search-field')
  await page.keyboard.type('NICHT')
  await page.getByText('3 von 6 Karten').waitFor()
  expect(await dimmed()).toEqual(['n0', 'n3', 'n5'])
  expect((await boxOf(3)).x).toBe(before.x)
  await page.keyboard.press('Enter')
  await expect.poll(() => focused()).toBe('note-n1')
  await page.keyboard.press('F3')
  await expect.poll(() => focused()).toBe('note-n2')
  await page.getByRole('button', { name: 'Nächste Karte' }).click()
  await expect.poll(() => focused()).toBe('note-n4')
  await page.getByRole('button', { name: 'Treffer auswählen' }).click()
  expect(await chosen()).toEqual(['n1', 'n2', 'n4'])
  await bar().getByRole('button', { name: 'Auswahl aufheben' }).click()
  await expect.poll(() => focused()).toBe('note-n1')

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name: 'Von mir' }).click()
  await page.getByText('Keine Karte passt dazu. Vielleicht ein Filter weniger?').waitFor()
  await page.getByRole('button', { name: 'Von mir' }).click()
  await page.getByRole('button', { name: 'Überschrift', exact: true }).click()
  const heading = page.getByRole('menuitemcheckbox', { name: 'Vor Ort' })
  await heading.click()
  await page.getByText('1 von 6 Karten').waitFor()
  await heading.press('Escape')
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click()

  await expect.poll(() => page.url()).toContain('suche=NICHT')
  await page.reload()
  await note(1).waitFor()
  await page.getByText('3 von 6 Karten').waitFor()
  expect(await focused()).toBe('')
  await field.fill('Brückenfond und mehr')
  await page.getByText('Keine Karte mit „Brückenfond und mehr“. Vielleicht ein kürzeres Wort?').waitFor()
  await page.keyboard.press('Escape')
  expect(await dimmed()).toEqual([])
  expect(await field.count()).toBe(0)
  expect(await focused()).not.toBe('search-field')
  await expect.poll(() => page.url()).not.toContain('suche')
  expect(anna.complaints).toEqual([])
})

test('W12 on a phone by single taps: choose in the list, sort many, search and see only what fits', async () => {
  const ben = await stage.join('member', { name: 'Kreisverband 2', group, viewport: phone, touch: true })
  const on = ben.page
  await on.goto(`${stage.url}/gruppe/A`)
  await note(2, on).waitFor()
  await note(2, on).getByRole('button', { name: /Menü/ }).tap()
  await on.getByRole('menuitem', { name: 'Auswählen' }).tap()
  await bar(on).getByText('1 Karte ausgewählt').waitFor()
  await expect.poll(() => on.evaluate(() => document.activeElement?.closest('.note')?.id)).toBe('note-n2')
  expect(await on.getByRole('textbox', { name: 'Ihre Karte' }).isVisible()).toBe(false)
  await note(3, on).tap()
  expect(await chosen(on)).toEqual(['n2', 'n3'])
  await bar(on).getByRole('button', { name: 'Überschrift …' }).tap()
  const dialog = on.getByRole('dialog')
  await dialog.getByText('Neue Überschrift').tap()
  await dialog.getByRole('textbox', { name: 'Überschrift' }).fill('Finanzen')
  await dialog.getByRole('button', { name: 'Einordnen' }).tap()
  await on.getByRole('heading', { name: 'Finanzen' }).waitFor()
  await board.until(
    'one heading',
    () => stored(2)?.cluster !== null && stored(2)?.cluster === stored(3)?.cluster,
  )
  await bar(on).getByRole('button', { name: 'Mehr' }).tap()
  await on.getByRole('menuitem', { name: 'Fürs Plenum' }).tap()
  await board.until('both marked', () => [2, 3].every((at) => stored(at)?.forPlenum !== null))
  await bar(on).getByRole('button', { name: 'Auswahl aufheben' }).tap()
  expect(await chosen(on)).toEqual([])
  await on.getByRole('textbox', { name: 'Ihre Karte' }).waitFor()

  await on.locator('.top').getByRole('button').last().tap()
  await on.getByRole('menuitem', { name: 'Suchen' }).tap()
  await on.getByRole('textbox', { name: 'Karten suchen' }).fill('fonds')
  await on.getByText('1 von 6 Karten').waitFor()
  await on.getByRole('button', { name: 'Nur Treffer zeigen' }).tap()
  expect(await note(0, on).isVisible()).toBe(false)
  expect(await note(3, on).isVisible()).toBe(true)
  const width = await on.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)
  await on.getByRole('button', { name: 'Suche beenden' }).tap()
  expect(await note(0, on).isVisible()).toBe(true)

  await on.getByRole('textbox', { name: 'Ihre Karte' }).fill('Ganz neu')
  await on.getByRole('button', { name: 'Senden' }).tap()
  await on.locator('.note', { hasText: 'Ganz neu' }).getByText('A-07').waitFor()
  await on.locator('.top').getByRole('button').last().tap()
  await on.getByRole('menuitem', { name: 'Suchen' }).tap()
  await on.getByRole('button', { name: 'Filter', exact: true }).tap()
  await on.getByRole('button', { name: 'Von mir' }).tap()
  await on.getByText('1 von 7 Karten').waitFor()
  expect(await dimmed(on)).toEqual(texts.map((_, at) => `n${at}`))
  expect(ben.complaints).toEqual([])
})

test('W12 the middle button, and the left one with the space bar, move the wall and choose nothing', async () => {
  await page.keyboard.press('Escape')
  for (let step = 0; step < 5; step++) await page.getByRole('button', { name: 'Vergrößern' }).click()
  const way = async (button: 'left' | 'middle', by: number) => {
    const from = await boxOf(0)
    await page.mouse.move(from.x + 150, from.y + 20)
    await page.mouse.down({ button })
    await page.mouse.move(from.x + 150 + by, from.y + 30, { steps: 5 })
    await page.mouse.up({ button })
    const to = await boxOf(0)
    return Math.round(to.x - from.x)
  }
  // Into view again, with the focus.
  await page.locator('.board-note[tabindex="0"], .board-cluster[tabindex="0"]').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focused()).toBe('note-n0')
  expect(await way('middle', -80)).toBe(-80)
  await page.keyboard.down(' ')
  await page.locator('.board-surface.panning').waitFor()
  expect(await way('left', 50)).toBe(50)
  await page.keyboard.up(' ')
  expect(await chosen()).toEqual([])
  expect(stored(0)?.at).toBeNull()
})
