import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCluster, addNote, notesOf, readNotes } from '#shared/board.ts'
import type { ClusterId, GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { parkingLotKind } from '#shared/template.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import type { LiveDoc } from '../../server/demo/liveDoc.ts'
import { axe } from '../kit/axe.ts'
import { openStage, type Actor, type Stage } from '../kit/stage.ts'

const group = 'A' as GroupId
const notes: readonly (readonly [text: string, kind: string, question: string, cluster: string | null])[] = [
  ['Anlaufstelle für alle', 'measure', 'A1', 'here'],
  ['Wir arbeiten an Teilhabe', 'idea', 'A1', 'here'],
  ['Verweisberatung reicht nicht', 'measure', 'A1', null],
  ['Brückenfonds für Kommunen', 'idea', 'A1', null],
  ['Neutral heißt nicht schweigen', 'idea', 'A2', null],
  ['Mikrofon in Raum 2 brummt', parkingLotKind, 'A1', null],
]

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
    for (const [at, [text, kind, question, cluster]] of notes.entries())
      addNote(board.doc, {
        id: `n${at}` as NoteId,
        question: question as QuestionId,
        cluster: cluster as ClusterId | null,
        kind: kind as KindId,
        createdAt: at + 1,
        blocks: parseNoteText(text),
      })
  })
  await board.until('all notes', (doc) => notesOf(doc).size === notes.length)
  anna = await stage.join('member', { name: 'Kreisverband 1', group })
  ;({ page } = anna)
  await page.goto(`${stage.url}/gruppe/A?ansicht=wand`)
  await note(0).waitFor()
})
afterAll(async () => {
  writer.leave()
  await stage.close()
})

const note = (at: number) => page.locator(`#note-n${at}`)
const stored = (at: number) => readNotes(board.doc).find(({ id }) => id === `n${at}`)
const focused = () => page.evaluate(() => document.activeElement?.id ?? '')
const news = () => page.locator('[data-news]').textContent()
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const undo = () => press('Control+z')
const zone = (name: string) => page.getByRole('region', { name, exact: true })
const middleOf = async (at: number) => {
  const box = await note(at).boundingBox()
  if (!box) throw new Error(`Card ${at} is not in view.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('W14 M takes a card up, arrows carry it with words, Escape puts it back and Enter down: one step of undo', async () => {
  await note(2).focus()
  await press('m')
  await page.getByText('Verschieben: Pfeiltasten, Eingabe legt ab, Escape bricht ab.').last().waitFor()
  await expect.poll(news).toContain('Verschieben: Pfeiltasten')
  await press('ArrowUp')
  await expect.poll(news).toBe('A1, unter „Vor Ort“')
  await press('Escape')
  await expect.poll(news).toBe('Nicht verschoben.')
  expect([await focused(), stored(2)?.cluster]).toEqual(['note-n2', null])

  await press('m', 'ArrowUp', 'Enter')
  await board.until('the card in the cluster', () => stored(2)?.cluster === 'here')
  await expect.poll(focused).toBe('note-n2')
  await undo()
  await board.until('the card out of it', () => stored(2)?.cluster === null)

  await press('m', 'ArrowRight', 'ArrowRight', 'Enter')
  await board.until('the card at the next question', () => stored(2)?.question === 'A2')
  await undo()
  await board.until('the card back', () => stored(2)?.question === 'A1' && stored(2)?.at === null)
  expect(anna.complaints).toEqual([])
})

test('W14 whoever has turned the single keys off finds moving by keys in the menu of a card', async () => {
  const setKeys = async () => {
    await page.getByRole('button', { name: 'Menü', exact: true }).click()
    const keys = page.getByRole('menuitemcheckbox', { name: 'Tasten ohne Strg' })
    await keys.click()
    await keys.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }
  const menu = async () => {
    await note(2).focus()
    await note(2).getByRole('button', { name: /Menü/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'Einordnen' }).waitFor()
  }
  const move = page.getByRole('menuitem', { name: 'Mit Tasten verschieben' })
  await menu()
  expect(await move.count()).toBe(0)
  // A menu that has just come has not got the focus yet.
  await page.getByRole('menuitem', { name: 'Einordnen' }).press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await setKeys()

  await menu()
  await move.press('Enter')
  await expect.poll(news).toContain('Verschieben: Pfeiltasten')
  await expect.poll(focused).toBe('note-n2')
  await press('ArrowUp')
  await expect.poll(news).toBe('A1, unter „Vor Ort“')
  await press('Escape')
  await expect.poll(news).toBe('Nicht verschoben.')
  await menu()
  await move.press('Enter')
  await expect.poll(news).toContain('Verschieben: Pfeiltasten')
  await expect.poll(focused).toBe('note-n2')
  await press('ArrowUp', 'Enter')
  await board.until('the card in the cluster', () => stored(2)?.cluster === 'here')
  await expect.poll(focused).toBe('note-n2')
  await undo()
  await board.until('the card out of it', () => stored(2)?.cluster === null)
  await setKeys()
  expect(anna.complaints).toEqual([])
})

test('W14 M on a heading carries the cluster with its cards', async () => {
  await note(0).focus()
  await press('Home', 'm', 'ArrowRight', 'Enter')
  await board.until('the cards at A2', () => [0, 1].every((at) => stored(at)?.question === 'A2'))
  expect([0, 1].map((at) => stored(at)?.cluster)).toEqual(['here', 'here'])
  await undo()
  await board.until('the cards back', () => [0, 1].every((at) => stored(at)?.question === 'A1'))
})

test('W14 the menu of a heading moves the cluster, chooses its cards and tidies them up', async () => {
  const open = async (item: string) => {
    await note(0).focus()
    await press('Home', 'Enter')
    await page.getByRole('menuitem', { name: item }).press('Enter')
  }
  await open('Verschieben nach …')
  const dialog = page.getByRole('dialog', { name: 'Wohin soll „Vor Ort“?' })
  await dialog.getByText(/^A3/).click()
  await dialog.getByRole('button', { name: 'Verschieben' }).click()
  await board.until('the cards at A3', () => [0, 1].every((at) => stored(at)?.question === 'A3'))
  await page.getByText('„Vor Ort“ steht jetzt bei A3.').waitFor()
  await page.getByRole('status').getByRole('button', { name: 'Rückgängig' }).click()
  await board.until('the cards back', () => [0, 1].every((at) => stored(at)?.question === 'A1'))

  await open('Alle auswählen')
  await page.getByText('2 Karten ausgewählt').first().waitFor()
  await press('Escape')
  await open('Aufräumen nach Kartenart')
  await board.until('an order', () => stored(0)?.at !== null && stored(1)?.at !== null)
  await expect.poll(async () => (await middleOf(1)).x < (await middleOf(0)).x).toBe(true)
  await undo()
  await board.until('no order', () => stored(0)?.at === null)
  await expect.poll(async () => (await middleOf(0)).x < (await middleOf(1)).x).toBe(true)
})

test('W14 "Aufräumen" lays out the whole wall by kind, and one undo brings everything back', async () => {
  await page.getByRole('button', { name: 'Aufräumen', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Nach Kartenart' }).first().press('Enter')
  await page.getByText('Aufgeräumt, nach Kartenart.').waitFor()
  await board.until('places', () => [0, 1, 2, 3, 4].every((at) => stored(at)?.at !== null))
  await expect.poll(async () => (await middleOf(3)).x < (await middleOf(2)).x).toBe(true)
  expect(stored(5)?.at).toBe(null)
  await note(2).focus()
  await undo()
  await board.until('no places', () => [0, 1, 2, 3, 4].every((at) => stored(at)?.at === null))
})

test('W14 a card is dragged into the Themenspeicher and back, and goes there by keys and by menu', async () => {
  await page.getByRole('button', { name: 'Alles zeigen' }).click()
  await zone('Themenspeicher').waitFor()
  await note(5).waitFor()
  const drag = async (at: number, to: { x: number; y: number }) => {
    const from = await middleOf(at)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 20, from.y + 20, { steps: 4 })
    await page.mouse.move(to.x, to.y, { steps: 8 })
    await page.mouse.up()
  }
  /** On this screen, which the server does not wait for. */
  const standsIn = async (at: number, name: string) => {
    const [{ x, y }, box] = [await middleOf(at), await zone(name).boundingBox()]
    return box !== null && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
  }
  const parked = await middleOf(5)
  await drag(3, { x: parked.x, y: parked.y + 160 })
  await board.until('the card parked', () => stored(3)?.kind === parkingLotKind)
  expect(stored(3)?.question).toBe('A1')
  await expect.poll(() => standsIn(3, 'Themenspeicher')).toBe(true)
  const home = await middleOf(4)
  await drag(3, { x: home.x, y: home.y + 160 })
  await board.until(
    'the card at A2',
    () => stored(3)?.question === 'A2' && stored(3)?.kind !== parkingLotKind,
  )
  await undo()
  await undo()
  await board.until('the card where it was', () => stored(3)?.question === 'A1' && stored(3)?.kind === 'idea')

  await note(4).focus()
  await press('m', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter')
  await board.until('the card parked', () => stored(4)?.kind === parkingLotKind)
  await undo()
  await board.until('the card back', () => stored(4)?.kind === 'idea')
  await zone('Themenspeicher').getByRole('button', { name: 'Karte in den Themenspeicher schreiben' }).click()
  await page.getByRole('textbox', { name: /Text der Karte/ }).waitFor()
  await page.keyboard.type('Reisekosten')
  await press('Escape')
  await board.until('the new card there', (doc) =>
    readNotes(doc).some(({ id, kind, isEmpty }) => id !== 'n5' && kind === parkingLotKind && !isEmpty),
  )
  await page.getByRole('button', { name: 'Alles zeigen' }).click()
  expect(anna.complaints).toEqual([])
})

test('W14 Del lays a card away with a way back, and the focus stays on the wall', async () => {
  await note(2).focus()
  await press('Delete')
  await board.until('the card in the tray', () => stored(2)?.trashedAt !== null)
  await page.getByText('liegt jetzt in der Ablage.').waitFor()
  await expect.poll(focused).toMatch(/^note-n/)
  await page.getByRole('status').getByRole('button', { name: 'Rückgängig' }).click()
  await board.until('the card back', () => stored(2)?.trashedAt === null)
})

test('W14 ? shows all keys, and what others do is told in a bundle unless it is switched off', async () => {
  await note(2).focus()
  await press('?')
  const keys = page.getByRole('dialog', { name: 'Welche Tasten gibt es?' })
  await keys.getByText('Neue Karte').waitFor()
  // A dialog that has just come has not got the focus yet.
  await keys.press('Escape')
  await keys.waitFor({ state: 'detached' })
  await expect.poll(focused).toBe('note-n2')
  const write = (at: number) =>
    addNote(board.doc, {
      id: `late-${at}` as NoteId,
      question: 'A2' as QuestionId,
      kind: 'idea' as KindId,
      createdAt: 100 + at,
      blocks: parseNoteText(`Späte Karte ${at}`),
    })
  write(1)
  write(2)
  await expect.poll(news, { timeout: 20_000 }).toBe('Kreisverband 3 hat 2 Karten geschrieben.')
  await page.getByRole('button', { name: 'Menü', exact: true }).click()
  const told = page.getByRole('menuitemcheckbox', { name: /Änderungen der anderen ansagen/ })
  await told.click()
  await told.press('Escape')
  write(3)
  await page.locator('#note-late-3').waitFor()
  // By the clock of the page, which has begun to wait for the bundle before.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 5500)))
  expect(await news()).toBe('Kreisverband 3 hat 2 Karten geschrieben.')
})

test('W14 Shift and Enter show what has the focus large, and 0 the whole wall', async () => {
  const zoom = () => page.locator('.board-zoom output').textContent()
  await note(2).focus()
  await press('0')
  await expect.poll(zoom).not.toBe('135 %')
  await press('Shift+Enter')
  await expect.poll(zoom).toBe('135 %')
  await expect.poll(focused).toBe('note-n2')
  await press('0')
})

test('W14 every action of a card and a heading is there on the wall and in the list', async () => {
  const itemsOf = async (opener: () => Promise<void>) => {
    await opener()
    await page.getByRole('menuitem').first().waitFor()
    const items = await page.getByRole('menuitem').allTextContents()
    await page.getByRole('menuitem').first().press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    // The menu gives the focus back.
    await page.locator('[aria-haspopup]:focus').waitFor()
    return items
  }
  const menus = async () => ({
    card: await itemsOf(async () => {
      await note(2).focus()
      await note(2).getByRole('button', { name: /Menü/ }).press('Enter')
    }),
    parked: await itemsOf(async () => {
      await note(5).focus()
      await note(5).getByRole('button', { name: /Menü/ }).press('Enter')
    }),
    heading: await itemsOf(() =>
      page.getByRole('button', { name: 'Vor Ort: Menü' }).first().dispatchEvent('click'),
    ),
  })
  const onWall = await menus()
  const ids = () =>
    page.evaluate(() => [...document.querySelectorAll('.note[id^="note-"]')].map(({ id }) => id).sort())
  const idsOnWall = await ids()
  await page.getByRole('button', { name: 'Als Liste' }).click()
  await page.getByRole('button', { name: 'Karte zu A1 schreiben' }).waitFor()
  expect(await menus()).toEqual(onWall)
  expect(await ids()).toEqual(idsOnWall)
  // What dragging does, menus do as well.
  expect(onWall.card).toEqual(expect.arrayContaining(['Einordnen …', 'In die Ablage']))
  expect(onWall.heading).toEqual(expect.arrayContaining(['Verschieben nach …', 'Überschrift auflösen']))
  await note(2).focus()
  await press('Delete')
  await board.until('the card in the tray', () => stored(2)?.trashedAt !== null)
  await expect.poll(focused).toMatch(/^note-n/)
  await undo()
  await board.until('the card back', () => stored(2)?.trashedAt === null)
})

test('W14 wall and list fit 320 px and forced colours, and axe finds nothing', async () => {
  for (const view of ['liste', 'wand'] as const)
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ forcedColors: width === 320 ? 'active' : 'none' })
      await page.goto(`${stage.url}/gruppe/A?ansicht=${view}`)
      await note(0).waitFor()
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([view, width, sideways]).toEqual([view, width, 0])
      const { violations } = await axe(page).analyze()
      expect(violations.map(({ id, nodes }) => `${view} ${width} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  expect(anna.complaints).toEqual([])
})
