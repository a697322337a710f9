import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readNotes } from '#shared/board.ts'
import type { GroupId } from '#shared/ids.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import { keyboard, mouse, taps, type Hands } from '../kit/hands.ts'
import { openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

/** One of them is offline while the others sort. */
const offline = 1

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

/** With a word of its own that can be searched for. */
const textOf = (person: number, note: number) => `Gedanke ${'ABCDEFGHIJKL'[person]}${note + 1} für alle`
const card = (page: Page, text: string) => page.locator('.note', { hasText: text })

const enter = async (name: string, hands: Hands): Promise<Actor> => {
  const actor = await stage.join('member', {
    name,
    group: 'A',
    ...(hands === taps ? { viewport: phone, touch: true } : {}),
  })
  await actor.page.goto(`${stage.url}/gruppe/A${hands.view}`)
  await actor.page.getByText('Gesichert', { exact: true }).waitFor()
  return actor
}

const writes = async ({ page }: Actor, person: number, notes: readonly number[], hands: Hands) => {
  for (const note of notes) {
    const text = textOf(person, note)
    await hands.write(page, text)
    await card(page, text).first().waitFor({ state: 'attached' })
  }
}

/** Everything that stands, as the list tells it: question, cluster, number, text. */
const boardOn = async (page: Page): Promise<string[]> => {
  if (!page.url().includes('ansicht=liste')) await page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await page.locator('.note[id]').first().waitFor()
  return page.evaluate(() =>
    [...document.querySelectorAll('.zone[data-question] .note')].map((note) => {
      const zone = note.closest<HTMLElement>('.zone')?.dataset['question'] ?? ''
      const cluster = note.closest('.cluster')?.getAttribute('aria-label') ?? '–'
      const number = note.querySelector('.id')?.textContent ?? ''
      return [zone, cluster, number, note.querySelector('.blocks')?.textContent ?? ''].join(' | ')
    }),
  )
}

type Standing = { readonly text: string; readonly box: readonly number[] }
type WallSeen = { readonly cards: readonly Standing[]; readonly sheets: readonly Standing[] }
const whole = { width: 2400, height: 2200 }

/** Where every card and heading stands on the wall that this browser has had open all the time, in the wall's own pixels. */
const wallOn = async (page: Page, count: number): Promise<WallSeen> => {
  const size = page.viewportSize()
  await page.setViewportSize(whole)
  const isList = (await page.locator('.group-page').getAttribute('data-view')) === 'list'
  if (isList) await page.getByRole('button', { name: 'Als Wand' }).click()
  // The wall hears of the larger window a little later.
  const shown = async () => {
    await page.getByRole('button', { name: 'Alles zeigen' }).click()
    return page.locator('.react-flow__node-note').count()
  }
  await expect.poll(shown, { timeout: 20_000 }).toBe(count)
  const seen = await page.evaluate(() => {
    const boxesOf = (kind: string, words: string) =>
      [...document.querySelectorAll<HTMLElement>(`.react-flow__node-${kind}`)]
        .map((node) => {
          const { m41, m42 } = new DOMMatrix(node.style.transform)
          const text = node.querySelector(words)?.textContent ?? ''
          return { text, box: [m41, m42, node.offsetWidth, node.offsetHeight] }
        })
        .sort((one, other) => (one.text < other.text ? -1 : 1))
    return { cards: boxesOf('note', '.blocks'), sheets: boxesOf('cluster', 'h3') }
  })
  if (size) await page.setViewportSize(size)
  return seen
}
/** "Gesichert" stands there from before: all that was done is known when somebody else has it from the server. */
const allIsStored = async (all: number, headed: number, moved: number): Promise<void> => {
  const group = 'A' as GroupId
  const reader = await Attendee.join(stage.url, stage.codeOf('member'), 'Landesverband 5', group)
  const { until } = await reader.open({ kind: 'group', group })
  await until('all that was done', (doc) => {
    const notes = readNotes(doc).filter(({ isEmpty }) => !isEmpty)
    const under = notes.filter(({ cluster }) => cluster !== null).length
    const there = notes.filter(({ question }) => question === 'A2').length
    return notes.length === all && under === headed && there === moved
  })
  reader.leave()
}
/** From left to right the columns, in each the cards from top to bottom, whatever their heights. */
const columnsOf = ({ cards }: WallSeen): string[][] => {
  const lefts = [...new Set(cards.map(({ box }) => box[0] ?? 0))].sort((one, other) => one - other)
  return lefts.map((left) =>
    cards
      .filter(({ box }) => box[0] === left)
      .sort((one, other) => (one.box[1] ?? 0) - (other.box[1] ?? 0))
      .map(({ text }) => text),
  )
}

test.each<[string, number, number, (at: number) => Hands]>([
  ['twelve people write sixty notes', 12, 5, (at) => (at % 3 === 2 ? taps : mouse)],
  ['by keyboard alone, twelve people write sixty notes', 12, 5, () => keyboard],
  ['with one finger at 360 px, twelve people write sixty notes', 12, 5, () => taps],
])(
  'W17, B60 %s and sort them, one of them offline for a while: all see the same board and the same wall',
  async (_, people, each, handsOf) => {
    const crowd = await Promise.all(
      Array.from({ length: people }, (_, at) => enter(`Kreisverband ${at + 1}`, handsOf(at))),
    )
    const actor = (at: number) => crowd[at] as Actor
    const everyone = (notes: readonly number[]) =>
      Promise.all(crowd.map((one, at) => writes(one, at, notes, handsOf(at))))
    const [first, ...later] = Array.from({ length: each }, (_, note) => note) as [number, ...number[]]
    await everyone([first])
    await actor(offline).context.setOffline(true)
    await everyone(later)

    // One puts notes of others under a heading, another moves two of their own to the next question.
    const [sorter, mover] = [0, 3]
    const title = 'Was uns verbindet'
    await handsOf(sorter).gather(
      actor(sorter).page,
      [0, 2, 3].map((person) => textOf(person, 0)),
      title,
    )
    for (const note of [1, 2]) await handsOf(mover).moveOn(actor(mover).page, textOf(mover, note), 'A2')

    await actor(offline).context.setOffline(false)
    for (const { page } of crowd) await page.getByText('Gesichert', { exact: true }).waitFor()
    const all = people * each
    await allIsStored(all, 3, 2)
    const fresh = await enter('Landesverband 4', handsOf(0))
    const wall = await wallOn(fresh.page, all)
    expect(columnsOf(wall).flat()).toHaveLength(all)
    for (const { page } of crowd)
      await expect
        .poll(async () => columnsOf(await wallOn(page, all)), { timeout: 20_000 })
        .toEqual(columnsOf(wall))
    for (const { page } of crowd)
      await expect.poll(() => wallOn(page, all), { timeout: 20_000 }).toEqual(wall)
    // The numbers come apart from the cards.
    const numbersOf = (lines: readonly string[]) => new Set(lines.map((line) => line.split(' | ')[2]))
    await expect.poll(async () => numbersOf(await boardOn(fresh.page)).size, { timeout: 20_000 }).toBe(all)
    const board = await boardOn(fresh.page)
    const texts = board.map((line) => line.split(' | ').at(-1)).sort()
    const written = crowd
      .flatMap((_, at) => Array.from({ length: each }, (_, note) => textOf(at, note)))
      .sort()
    expect(texts).toEqual(written)
    expect(numbersOf(board).size, 'numbers').toBe(all)
    expect(board.filter((line) => line.startsWith(`A1 | ${title} |`))).toHaveLength(3)
    expect(board.filter((line) => line.startsWith('A2 |'))).toHaveLength(2)
    for (const { page } of crowd) await expect.poll(() => boardOn(page), { timeout: 20_000 }).toEqual(board)
    expect([...crowd, fresh].flatMap(({ complaints }) => complaints)).toEqual([])
  },
  240_000,
)
