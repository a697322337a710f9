import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { addNote, notesOf } from '#shared/board.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import type { LiveDoc } from '../../server/demo/liveDoc.ts'
import { openStage, type Actor, type Stage } from '../kit/stage.ts'

let stage: Stage
const guests: Attendee[] = []
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  for (const one of guests) one.leave()
  await stage.close()
})

/** A group's board with notes over its questions, in turn. */
const boardOf = async (group: string, count: number): Promise<LiveDoc> => {
  const someone = await Attendee.join(stage.url, stage.codeOf('member'), 'Kreisverband 3', group)
  guests.push(someone)
  const board = await someone.open({ kind: 'group', group: group as GroupId })
  write(board, group, 0, count)
  await board.until('all notes', (doc) => notesOf(doc).size === count)
  return board
}
const write = ({ doc }: LiveDoc, group: string, from: number, count: number) =>
  doc.transact(() => {
    for (let at = from; at < from + count; at++)
      addNote(doc, {
        id: `n${at}` as NoteId,
        question: `${group}${(at % 2) + 1}` as QuestionId,
        kind: 'idea' as KindId,
        createdAt: at + 1,
        blocks: parseNoteText(`Karte ${at} mit einem Gedanken, der über zwei Zeilen reicht`),
      })
  })
const card = (page: Page, at: number) => page.locator(`#note-n${at}`)
const come = async (group: string, names: readonly string[], view: 'wand' | 'liste'): Promise<Actor[]> => {
  const actors: Actor[] = []
  for (const name of names) {
    const actor = await stage.join('member', { name, group })
    await actor.page.goto(`${stage.url}/gruppe/${group}?ansicht=${view}`)
    await card(actor.page, 0).waitFor()
    actors.push(actor)
  }
  return actors
}
const centreOf = async (place: Locator) => {
  const box = await place.boundingBox()
  if (!box) throw new Error('It is not on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
/** x, y and zoom of the wall in whole pixels and percents. */
const viewOf = (page: Page) =>
  page.evaluate(() => {
    const { e, f, a } = new DOMMatrix(
      document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '',
    )
    return [Math.round(e), Math.round(f), Math.round(a * 100)]
  })
const isNear = (one: readonly number[], other: readonly number[]) =>
  one.every((value, at) => Math.abs(value - (other[at] ?? Number.NaN)) <= 2)
/** What has happened to the page so far can be seen, and was answered by whoever watches sizes and scrolling. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
const choose = async (page: Page, name: RegExp) => {
  await page.getByRole('button', { name: 'Menü', exact: true }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('W15 twenty notes arrive above while one types, and while one reads: nothing moves', async () => {
  const board = await boardOf('A', 40)
  const [anna, ben] = (await come('A', ['Kreisverband 1', 'Kreisverband 2'], 'liste')) as [Actor, Actor]
  // Not every browser keeps the place by itself.
  const cleo = await stage.join('member', { name: 'Kreisverband 4', group: 'A' })
  await cleo.page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS)
    CSS.supports = (name: string, value?: string) =>
      name !== 'overflow-anchor' && (value === undefined ? supports(name) : supports(name, value))
    document.addEventListener('DOMContentLoaded', () =>
      document.documentElement.style.setProperty('overflow-anchor', 'none'),
    )
  })
  await cleo.page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await card(cleo.page, 0).waitFor()
  const middle = card(anna.page, 25)
  await middle.scrollIntoViewIfNeeded()
  await middle.click()
  const field = anna.page.getByRole('textbox', { name: /Text der Karte/ })
  await field.waitFor()
  const caretAt = () => anna.page.evaluate(() => getSelection()?.focusOffset)
  await expect
    .poll(async () => {
      await anna.page.keyboard.press('Control+Home')
      return caretAt()
    })
    .toBe(0)
  for (let step = 0; step < 5; step++) await anna.page.keyboard.press('ArrowRight')
  await expect.poll(caretAt).toBe(5)
  for (const { page } of [ben, cleo])
    await card(page, 30).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  for (const { page } of [anna, ben, cleo]) await drawn(page)
  const placeOf = async (page: Page, at: number) => Math.round((await card(page, at).boundingBox())?.y ?? 0)
  const places = async () => [
    await placeOf(anna.page, 25),
    await placeOf(ben.page, 30),
    await placeOf(cleo.page, 30),
  ]
  const before = await places()
  const scrolled = await ben.page.evaluate(() => window.scrollY)
  // Older than all others: they stand above.
  for (let at = 0; at < 20; at++)
    addNote(board.doc, {
      id: `early${at}` as NoteId,
      question: 'A1' as QuestionId,
      kind: 'idea' as KindId,
      createdAt: -at,
      blocks: parseNoteText(`Eine Karte von anderen, Nummer ${at}`),
    })
  // Their numbers come later than they do, and all of it has been drawn.
  for (const { page } of [anna, ben, cleo]) {
    await page.locator('#note-early19 .id', { hasText: /-\d+$/ }).waitFor()
    await drawn(page)
  }
  expect(await places()).toEqual(before)
  expect(await ben.page.evaluate(() => window.scrollY)).toBeGreaterThan(scrolled + 500)
  expect(await anna.page.evaluate(() => document.activeElement?.closest('.note')?.id)).toBe('note-n25')
  await anna.page.keyboard.type('X')
  expect(await field.textContent()).toMatch(/^KarteX 25/)
  expect([...anna.complaints, ...ben.complaints, ...cleo.complaints]).toEqual([])
})

test('W15 five people: a card that one moves is marked for the others, and its text stays readable', async () => {
  await boardOf('B', 6)
  const names = ['Kreisverband 5', 'Kreisverband 6', 'Kreisverband 7', 'Kreisverband 8', 'Kreisverband 9']
  const [mover, other, ...more] = (await come('B', names, 'wand')) as [Actor, Actor, ...Actor[]]
  let steps = 0
  const point = async () => {
    steps++
    for (const [at, { page }] of more.entries()) {
      const { x, y } = await centreOf(card(page, at + 1))
      await page.mouse.move(x + (steps % 10), y)
    }
  }
  const from = await centreOf(card(mover.page, 0))
  await mover.page.mouse.move(from.x, from.y)
  await mover.page.mouse.down()
  await mover.page.mouse.move(from.x + 60, from.y + 160, { steps: 8 })
  await other.page.getByText('Kreisverband 5 verschiebt').waitFor()
  await other.page.locator('.others-ghost').waitFor()
  // Over a card there are initials, and no name. A mouse that rests is gone after ten seconds: they go on moving.
  const cursors = other.page.locator('.board-cursor')
  const pointed = async () => {
    await point()
    return (await cursors.count()) >= 3 && (await cursors.filter({ hasText: 'K7' }).count()) === 1
  }
  await expect.poll(pointed).toBe(true)
  expect(await other.page.locator('.board-cursor').filter({ hasText: 'Kreisverband 7' }).count()).toBe(0)
  // Taking it as well is told and not refused.
  const { x, y } = await centreOf(card(other.page, 0))
  await other.page.mouse.move(x, y)
  // Who rests for ten seconds moves it no more.
  await mover.page.mouse.move(from.x + 64, from.y + 160)
  await other.page.mouse.down()
  await other.page.mouse.move(x + 30, y + 20, { steps: 4 })
  await other.page.getByText(/wird gerade verschoben, von Kreisverband 5/).waitFor()
  await other.page.mouse.up()
  await mover.page.mouse.up()
  await expect.poll(() => other.page.locator('.others-drag').count()).toBe(0)
  await other.page.getByRole('button', { name: 'Menü', exact: true }).click()
  await other.page.getByRole('menuitemcheckbox', { name: 'Mauszeiger der anderen' }).click()
  await other.page.keyboard.press('Escape')
  await expect.poll(() => other.page.locator('.board-cursor').count()).toBe(0)
  await other.page.reload()
  await card(other.page, 0).waitFor()
  await mover.page.mouse.move(from.x + 100, from.y + 200)
  await other.page.waitForTimeout(500)
  expect(await other.page.locator('.board-cursor').count()).toBe(0)
  for (const { complaints } of [mover, other, ...more]) expect(complaints).toEqual([])
})

test('W15 one follows another until one moves oneself, and hears an invitation that moves nothing', async () => {
  await boardOf('C', 60)
  const [anna, ben] = (await come('C', ['Kreisverband 1', 'Kreisverband 2'], 'wand')) as [Actor, Actor]
  // A clock that can be stopped: what counts as right after another is not the machine's business.
  await ben.page.addInitScript(() => {
    const now = Date.now
    Date.now = () => (window as { stoppedAt?: number }).stoppedAt ?? now()
  })
  await ben.page.reload()
  await card(ben.page, 0).waitFor()
  await anna.page.getByRole('button', { name: /ansehen und folgen/ }).click()
  await anna.page.getByRole('menuitem', { name: 'Kreisverband 2 folgen' }).click()
  await anna.page.getByText('Sie folgen Kreisverband 2', { exact: true }).waitFor()
  await ben.page.mouse.move(700, 400)
  await ben.page.mouse.wheel(0, 500)
  await expect.poll(async () => (await viewOf(anna.page))[1]).toBeLessThan(-200)
  await expect.poll(async () => isNear(await viewOf(anna.page), await viewOf(ben.page))).toBe(true)
  // An own step ends it.
  await anna.page.mouse.move(700, 400)
  await anna.page.mouse.wheel(0, -200)
  await expect.poll(() => anna.page.getByText('Sie folgen Kreisverband 2').count()).toBe(0)
  await ben.page.mouse.wheel(0, 400)
  await anna.page.waitForTimeout(800)
  const own = await viewOf(anna.page)
  expect(isNear(own, await viewOf(ben.page))).toBe(false)

  await ben.page.evaluate(() => void Object.assign(window, { stoppedAt: Date.now() }))
  await choose(ben.page, /Hierher schauen/)
  const pill = anna.page.locator('.together-pill')
  await pill.getByText(/Kreisverband 2 bittet: Schauen Sie auf/).waitFor()
  expect(await viewOf(anna.page)).toEqual(own)
  await choose(ben.page, /Hierher schauen/)
  await ben.page.getByText('Sie haben eben erst gebeten.').waitFor()
  await ben.page.evaluate(() => void Object.assign(window, { stoppedAt: undefined }))
  await pill.getByRole('button', { name: 'Nein, danke' }).press('Enter')
  await expect.poll(() => pill.count()).toBe(0)
  expect(await viewOf(anna.page)).toEqual(own)

  await ben.page.waitForTimeout(5_000)
  await card(ben.page, 0).evaluate((element) => element.focus())
  await card(ben.page, 0).getByRole('button', { name: /Menü/ }).press('Enter')
  await ben.page.getByRole('menuitem', { name: 'Alle hierher bitten' }).press('Enter')
  await pill.getByText('Kreisverband 2 bittet: Schauen Sie auf C-01').waitFor()
  await pill.getByRole('button', { name: 'Zeigen' }).press('Enter')
  await expect.poll(() => anna.page.evaluate(() => document.activeElement?.id)).toBe('note-n0')
  expect([...anna.complaints, ...ben.complaints]).toEqual([])
})

test('W15 in the list one follows to the question the other looks at, and whoever only reads does the same', async () => {
  await boardOf('D', 30)
  const anna = await stage.join('member', { name: 'Kreisverband 1', group: 'A' })
  const [ben] = (await come('D', ['Kreisverband 2'], 'liste')) as [Actor]
  await anna.page.goto(`${stage.url}/gruppe/D?ansicht=liste`)
  await card(anna.page, 0).waitFor()
  await anna.page.getByRole('button', { name: /ansehen und folgen/ }).click()
  await anna.page.getByRole('menuitem', { name: 'Kreisverband 2 folgen' }).click()
  const topOf = (page: Page) =>
    page.locator('.zone[data-question="D2"]').evaluate((zone) => Math.round(zone.getBoundingClientRect().top))
  expect(await topOf(anna.page)).toBeGreaterThan(600)
  await card(ben.page, 21).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await expect.poll(() => topOf(anna.page)).toBeLessThan(200)
  await anna.page.keyboard.press('PageUp')
  await expect.poll(() => anna.page.getByText('Sie folgen Kreisverband 2').count()).toBe(0)
  expect([...anna.complaints, ...ben.complaints]).toEqual([])
})
