import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ClusterId, GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { addCluster, addNote, bodyOf, notesOf, readNotes } from '#shared/board.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import type { LiveDoc } from '../../server/demo/liveDoc.ts'
import { axe } from '../kit/axe.ts'
import { openStage, type Actor, type Stage } from '../kit/stage.ts'

const texts = [
  'Beratung in allen Lebenslagen',
  'Begleitung beim Ankommen',
  'Brücke in eigene Angebote',
  'Suchdienst mitdenken',
]
const group = 'A' as GroupId

let stage: Stage
let writer: Attendee
let board: LiveDoc
let anna: Actor
beforeAll(async () => {
  stage = await openStage()
  writer = await Attendee.join(stage.url, stage.codeOf('member'), 'Kreisverband 3', group)
  board = await writer.open({ kind: 'group', group })
  for (const [at, text] of texts.entries())
    addNote(board.doc, {
      id: `wall-${at}` as NoteId,
      question: (at < 2 ? 'A1' : 'A2') as QuestionId,
      kind: 'idea' as KindId,
      createdAt: at + 1,
      blocks: parseNoteText(text),
    })
  await board.until('all notes', (doc) => notesOf(doc).size === texts.length)
  anna = await stage.join('member', { name: 'Kreisverband 1', group })
  await anna.page.goto(`${stage.url}/gruppe/A?ansicht=wand`)
  await note(anna.page, 0).waitFor()
})
afterAll(async () => {
  writer.leave()
  await stage.close()
})

const note = (page: Page, at: number) => page.locator(`#note-wall-${at}`)
const idsOn = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.note[id^="note-"]')].map(({ id }) => id).sort())
const noteIn = (at: number) => readNotes(board.doc).find(({ id }) => id === `wall-${at}`)

test('W7 the wall and the list show the same notes', async () => {
  const all = texts.map((_, at) => `note-wall-${at}`)
  await expect.poll(() => idsOn(anna.page)).toEqual(all)
  await anna.page.getByRole('button', { name: 'Als Liste' }).click()
  await anna.page.locator('.zone-add[id]').first().waitFor()
  await expect.poll(() => idsOn(anna.page)).toEqual(all)
  await anna.page.getByRole('button', { name: 'Als Wand' }).click()
  await anna.page.locator('.board-note#note-wall-0').waitFor()
})

test('W7 keyboard alone: arrows lead from card to card, Enter writes, Escape returns, the menu sorts', async () => {
  const { page, complaints } = anna
  await note(page, 0).focus()
  await page.keyboard.press('ArrowRight')
  const focused = () => page.evaluate(() => document.activeElement?.id)
  await expect.poll(focused).not.toBe('note-wall-0')
  await page.keyboard.press('Home')
  for (let presses = 0; presses < 6 && (await focused()) !== 'note-wall-1'; presses++)
    await page.keyboard.press(presses === 0 ? 'ArrowRight' : 'ArrowDown')
  expect(await focused()).toBe('note-wall-1')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /Text der Karte/ }).waitFor()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' im Sozialraum')
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('note-wall-1')
  await board.until('the new words', () => JSON.stringify(noteIn(1)?.blocks).includes('im Sozialraum'))
  await note(page, 1).getByRole('button', { name: /Menü/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Fürs Plenum markieren' }).press('Enter')
  await board.until('the mark', () => noteIn(1)?.forPlenum !== null)
  expect(complaints).toEqual([])
})

test('W7 a card is dragged to another question, and one undo brings it back', async () => {
  const { page, complaints } = anna
  const from = await note(page, 0).boundingBox()
  const to = await note(page, 2).boundingBox()
  if (!from || !to) throw new Error('The cards are not on the page.')
  await page.mouse.move(from.x + 60, from.y + 30)
  await page.mouse.down()
  await page.mouse.move(from.x + 90, from.y + 60, { steps: 4 })
  await page.mouse.move(to.x + 60, to.y + 260, { steps: 12 })
  await page.mouse.up()
  await board.until('the note at its new question', () => noteIn(0)?.question === 'A2')
  await page.keyboard.press('Control+z')
  await board.until('the note back', () => noteIn(0)?.question === 'A1')
  expect(complaints).toEqual([])
})

test('W7 the plus at a question begins a note there', async () => {
  const { page } = anna
  await page.getByRole('button', { name: 'Karte zu A3 schreiben' }).click()
  await page.getByRole('textbox', { name: /Text der Karte/ }).waitFor()
  await page.keyboard.type('Landesverband als Scharnier')
  await page.keyboard.press('Escape')
  await page.locator('.board-note', { hasText: 'Landesverband als Scharnier' }).waitFor()
  await board.until('the note at A3', (doc) =>
    readNotes(doc).some(({ question, isEmpty }) => question === 'A3' && !isEmpty),
  )
})

test('W7 what others write never moves focus, caret or view', async () => {
  const { page } = anna
  await note(page, 3).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /Text der Karte/ }).waitFor()
  await page.keyboard.press('Control+End')
  // The wall moves to its card when the caret stands; the tools come after that.
  await page.locator('.note.editing .editor-tools').waitFor()
  const before = await note(page, 3).boundingBox()
  for (let at = 0; at < 20; at++)
    addNote(board.doc, {
      id: `late-${at}` as NoteId,
      question: (at % 2 ? 'A1' : 'A3') as QuestionId,
      kind: 'idea' as KindId,
      createdAt: 100 + at,
      blocks: parseNoteText(`Karte ${at} von jemand anderem`),
    })
  await page.getByText('Karte 1 von jemand anderem').first().waitFor()
  await page.keyboard.type('!')
  await board.until('the typed sign', () =>
    JSON.stringify(noteIn(3)?.blocks).includes('Suchdienst mitdenken!'),
  )
  const after = await note(page, 3).boundingBox()
  expect([Math.round(after?.x ?? 0), Math.round(after?.y ?? 0)]).toEqual([
    Math.round(before?.x ?? -1),
    Math.round(before?.y ?? -1),
  ])
})

const heading = 'cluster-above' as ClusterId
const write = (id: string, text: string, cluster: ClusterId | null, createdAt: number) =>
  addNote(board.doc, {
    id: id as NoteId,
    question: 'A2' as QuestionId,
    kind: 'idea' as KindId,
    cluster,
    createdAt,
    blocks: parseNoteText(text),
  })

test('B63 what others write above, out of view, moves nothing of what one reads, with and without the focus on it', async () => {
  const { page, complaints } = anna
  await page.keyboard.press('Escape')
  addCluster(board.doc, { id: heading, title: 'Oben', question: 'A2' as QuestionId })
  write('above-0', 'Oben steht etwas', heading, 200)
  for (let at = 0; at < 30; at++) write(`below-${at}`, `Zum Lesen ${at}`, null, 201 + at)
  await board.until('all notes', (doc) => notesOf(doc).has('below-29'))
  const surface = await page.locator('.board-surface').boundingBox()
  if (!surface) throw new Error('There is no wall.')
  const view = () => page.locator('.react-flow__viewport').evaluate((one: HTMLElement) => one.style.transform)
  const opened = await view()
  await page.mouse.move(surface.x + 700, surface.y + 300)
  await page.mouse.wheel(0, 700)
  await expect.poll(view).not.toBe(opened)
  const read = page.locator('#note-below-16')
  await read.waitFor()
  const onWall = () =>
    page.locator('.react-flow__node', { has: read }).evaluate((node) => node.style.transform)
  let made = 300
  for (const isFocused of [false, true]) {
    if (isFocused) await read.click()
    else await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const before = { screen: await read.boundingBox(), wall: await onWall() }
    board.doc.transact(() => {
      for (let at = 0; at < 6; at++)
        write(`above-${++made}`, `Noch etwas ${made}, über zwei Zeilen hinweg`, heading, made)
    })
    await expect.poll(onWall).not.toBe(before.wall)
    const after = await read.boundingBox()
    expect([after?.x, after?.y].map((at) => Math.round(at ?? -1))).toEqual(
      [before.screen?.x, before.screen?.y].map((at) => Math.round(at ?? -2)),
    )
  }
  expect(complaints).toEqual([])
})

/** What changes on the wall from now on: cards, and what of them. */
const watchWall = (page: Page) =>
  page.evaluate(() => {
    const seen: string[] = []
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) {
        const card = target.parentElement?.closest('.board-note') ?? target
        const isNode = target instanceof Element && target.classList.contains('react-flow__node')
        seen.push(`${isNode ? 'a place' : (card as Element).id} ${attributeName ?? type}`)
      }
    }).observe(document.querySelector('.board-surface') as Element, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    })
    Object.assign(window, { seenOnWall: seen })
  })
const seenOnWall = (page: Page) =>
  page.evaluate(() => [...new Set((window as unknown as { seenOnWall: string[] }).seenOnWall)].sort())

test('B84 a letter of somebody else changes the text and the name of its own card alone', async () => {
  const { page } = anna
  await page.locator('#note-below-20').waitFor()
  // Numbers come later than their cards.
  await expect.poll(() => page.getByText('Nr. folgt').count()).toBe(0)
  await watchWall(page)
  const paragraph = bodyOf(notesOf(board.doc).get('below-20')!)?.get(0) as Y.XmlElement
  ;(paragraph.get(0) as Y.XmlText).insert(0, 'x')
  await page.getByRole('article', { name: /: xZum Lesen 20$/ }).waitFor()
  await expect.poll(() => page.locator('#note-below-20 .blocks').textContent()).toBe('xZum Lesen 20')
  expect(await seenOnWall(page)).toEqual(['note-below-20 aria-label', 'note-below-20 characterData'])
})

test('B85 cards that make room slide, and all stand where a fresh page shows them', async () => {
  const { page } = anna
  type Stamped = HTMLElement & { stamp?: boolean }
  const places = () =>
    page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<Stamped>('.react-flow__node-note')].map((node) => [
          node.dataset['id'],
          `${node.style.transform} ${node.stamp}`,
        ]),
      ),
    )
  await page.evaluate(() => {
    for (const node of document.querySelectorAll<Stamped>('.react-flow__node-note')) node.stamp = true
  })
  const moved = notesOf(board.doc).get('below-20')!
  const before = await places()
  /** Of cards out of view there are no nodes. */
  const placeOfMoved = (all: Record<string, string>) => all['below-20'] ?? JSON.stringify(all)
  moved.set('at', { x: 100, y: 600 })
  await expect.poll(async () => placeOfMoved(await places())).not.toBe(placeOfMoved(before))
  const slid = await places()
  expect(Object.keys(slid).filter((id) => before[id] && !slid[id]?.endsWith('true'))).toEqual([])
  // Back again in the same step as a card comes, and once more beside it.
  board.doc.transact(() => {
    moved.set('at', null)
    write('between', 'Kommt dazwischen', null, 215)
  })
  await page.locator('#note-between').waitFor()
  const drawn = placeOfMoved(await places())
  moved.set('at', { x: 100, y: 640 })
  await expect.poll(async () => placeOfMoved(await places())).not.toBe(drawn)
  const stood = await places()
  await page.reload()
  await page.locator('.board-zone[data-zone]').first().waitFor()
  await page.locator('.react-flow__node-note').first().waitFor()
  await page.mouse.wheel(0, 700)
  const bare = (all: Record<string, string>, among: Record<string, string>) =>
    Object.entries(all).flatMap(([id, place]) => (among[id] ? [`${id} ${place.replace(/\) .*/, ')')}`] : []))
  await expect.poll(async () => bare(await places(), stood).length).toBeGreaterThan(9)
  const elsewhere = async () => {
    const fresh = await places()
    const now = new Set(bare(fresh, stood))
    return bare(stood, fresh).filter((place) => !now.has(place))
  }
  await expect.poll(elsewhere).toEqual([])
})

test('B64 two headings of one title are no landmarks, and from far away axe finds nothing either', async () => {
  const { page } = anna
  for (const id of ['twin-1', 'twin-2'] as ClusterId[]) {
    addCluster(board.doc, { id, title: 'Wohnen', question: 'A1' as QuestionId })
    addNote(board.doc, {
      id: `in-${id}` as NoteId,
      question: 'A1' as QuestionId,
      kind: 'idea' as KindId,
      cluster: id,
      createdAt: 400,
      blocks: parseNoteText('Wohnraum'),
    })
  }
  await page.getByRole('button', { name: 'Alles zeigen' }).click()
  await expect.poll(() => page.getByRole('group', { name: /^Wohnen/ }).count()).toBe(2)
  expect(await page.getByRole('region', { name: /^Wohnen/ }).count()).toBe(0)
  const { violations } = await axe(page).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await expect(page.locator('.react-flow__attribution').count()).resolves.toBe(0)
})
