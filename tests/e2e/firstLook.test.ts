import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCluster, addNote, notesOf, type NewNote } from '#shared/board.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { ClusterId, GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { UserRole } from '#shared/roles.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import type { LiveDoc } from '../../server/demo/liveDoc.ts'
import { axe } from '../kit/axe.ts'
import { desktop, openStage, phone, type Actor, type Stage } from '../kit/stage.ts'

const group = 'A' as GroupId
const heading = 'cluster-bridges' as ClusterId
const long = 'Beratung und Begleitung in allen Lebenslagen, erreichbar und verlässlich. '.repeat(6)

let stage: Stage
let writer: Attendee
let moderator: Attendee
let board: LiveDoc
const put = (id: string, text: string, more: Partial<NewNote> = {}) =>
  addNote(board.doc, {
    id: id as NoteId,
    question: 'A1' as QuestionId,
    kind: 'idea' as KindId,
    createdAt: notesOf(board.doc).size + 1,
    blocks: parseNoteText(text),
    ...more,
  })

beforeAll(async () => {
  stage = await openStage()
  writer = await Attendee.join(stage.url, stage.codeOf('member'), 'Kreisverband 3', group)
  moderator = await Attendee.join(stage.url, stage.codeOf('moderator'), 'Moderation A', group)
  board = await writer.open({ kind: 'group', group })
  addCluster(board.doc, { id: heading, title: 'Brücken bauen', question: 'A1' as QuestionId })
  for (const at of [0, 1, 2]) put(`in-${at}`, `Unter der Überschrift ${at}`, { cluster: heading })
  for (const at of [0, 1, 2, 3, 4]) put(`flows-${at}`, `Gedanke ${at}\n- erstens\n- zweitens`)
  put('long', long, { kind: 'measure' as KindId, levels: ['kv', 'lv'] })
  put('placed', 'Hierher gelegt', { question: 'A2' as QuestionId, at: { x: 230, y: 160 } })
  for (const at of [0, 1, 2]) put(`beside-${at}`, `Daneben ${at}`, { question: 'A2' as QuestionId })
  put('one', 'Erste Fassung', { question: 'A2' as QuestionId })
  put('other', 'Zweite Fassung', { question: 'A2' as QuestionId })
  put('merged', 'Beide Fassungen', { question: 'A2' as QuestionId })
  for (const id of ['one', 'other']) notesOf(board.doc).get(id)?.set('mergedInto', 'merged')
  notesOf(board.doc).get('flows-1')?.set('forPlenum', 'a0')
  put('aside', 'Für später', { question: null })
  // What others see is on disk, and numbered.
  const seen = await moderator.open({ kind: 'group', group })
  await seen.until('all cards', (doc) => notesOf(doc).get('aside') !== undefined)
})
afterAll(async () => {
  writer.leave()
  moderator.leave()
  await stage.close()
})

type Seen = { readonly name: string; readonly box: readonly number[] }
/** Cards, sheets, heads of zones and the bar of phases that the window shows, to the pixel. */
const seenOn = (page: Page): Promise<Seen[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.note, .board-cluster, .cluster-head, .board-zone-head, .zone-head, .phase-bar, .dock, .msg',
      ),
    ]
      .filter((one) => !one.closest('.board-measure, .zone-docked'))
      .flatMap((one) => {
        const { x, y, width, height } = one.getBoundingClientRect()
        if (y > innerHeight || x > innerWidth || height === 0) return []
        const kind = one.classList[0] ?? ''
        const text = one.matches('.note') ? one.querySelector('.blocks')?.textContent : ''
        return [{ name: `${kind} ${text}`, box: [x, y, width, height].map(Math.round) }]
      })
      .sort((one, other) =>
        one.name === other.name ? (one.box[1] ?? 0) - (other.box[1] ?? 0) : one.name < other.name ? -1 : 1,
      ),
  )

/** The page's own script comes only when it is let. */
const heldBack = async ({ page }: Actor, what: RegExp) => {
  let letGo = () => {}
  const free = new Promise<void>((done) => (letGo = done))
  await page.route(what, async (route) => {
    await free
    await route.continue()
  })
  return letGo
}
/** In other letters, because these come late, a look stands elsewhere. */
const lettersCame = (page: Page) =>
  page.evaluate(async () => {
    await Promise.all([...document.fonts].map((face) => face.load()))
  })
const own = '[id^="note-"]'
/** Counts the frames without a card, once there was one: as many as the eye sees. */
const countBareFrames = (page: Page) =>
  page.addInitScript(() => {
    const seen = { cards: false, bare: 0 }
    Object.assign(window, { seen })
    const look = () => {
      const has = document.querySelector('.note') !== null
      seen.cards ||= has
      if (seen.cards && !has) seen.bare++
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
const bareFrames = (page: Page) =>
  page.evaluate(() => (window as unknown as { seen: { bare: number } }).seen.bare)

const screens = [
  { view: 'wand', size: 'desktop' },
  { view: 'wand', size: 'phone' },
  { view: 'liste', size: 'phone' },
] as const
type Someone = { readonly who: string; readonly role: UserRole; readonly seat: string }
const people: readonly Someone[] = [
  { who: 'a member', role: 'member', seat: 'A' },
  { who: 'the moderator', role: 'moderator', seat: 'A' },
  { who: 'a member of another group', role: 'member', seat: 'B' },
]
const phases = ['no phase', 'arrive'] as const
const cases = phases.flatMap((phase) =>
  screens.flatMap((screen) => people.map((one) => ({ ...one, ...screen, phase }))),
)

test.each(cases)(
  'B86 a first look stands before the page ($view, $size, $who, $phase), and nothing moves when the page takes over',
  async ({ role, seat, view, size, phase }) => {
    if (phase !== 'no phase') await startPhase()
    const actor = await stage.join(role, {
      name: role === 'member' ? 'Kreisverband 1' : 'Moderation A',
      group: seat,
      viewport: size === 'phone' ? phone : desktop,
      touch: size === 'phone',
    })
    const { page, complaints } = actor
    const letLook = await heldBack(actor, /\/look$/)
    const letGo = await heldBack(actor, /assets\/main-/)
    await countBareFrames(page)
    await page.goto(`${stage.url}/gruppe/A?ansicht=${view}`)
    await lettersCame(page)
    letLook()
    await page.locator('#look .note').first().waitFor()
    expect(await page.locator(own).count()).toBe(0)
    const first = await seenOn(page)
    expect(first.filter(({ name }) => name.startsWith('note')).length).toBeGreaterThan(3)
    letGo()
    await page.locator(own).first().waitFor()
    expect(await page.locator('#look').count()).toBe(0)
    const isRough = view === 'wand' && size === 'phone'
    // Parts that the page fetches for itself, such as its bars, may take their room a moment later.
    await expect
      .poll(async () => (isRough ? withinPixel(await seenOn(page), first) : await seenOn(page)))
      .toEqual(first)
    expect(await bareFrames(page)).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  },
)

/** React Flow puts the wall between two pixels once its tools have their second row: one pixel beside is there. */
const withinPixel = (now: readonly Seen[], first: readonly Seen[]): Seen[] =>
  now.map(({ name, box }, at) => ({
    name,
    box: box.map((one, side) => {
      const was = first[at]?.box[side] ?? NaN
      return Math.abs(one - was) <= 1 ? was : one
    }),
  }))

let started = false
const startPhase = async () => {
  if (started) return
  started = true
  await moderator.send('POST', '/stages/A/phase', { phase: 'arrive', round: 0 })
}

test('B86 a board that is still on its way goes on showing its first look in the page', async () => {
  const actor = await stage.join('member', { name: 'Kreisverband 2', group: 'A' })
  const { page, complaints } = actor
  await page.routeWebSocket(/\/sync\//, () => {})
  // A page that is faster than its first look shows none.
  const letGo = await heldBack(actor, /assets\/main-/)
  await page.goto(`${stage.url}/gruppe/A?ansicht=wand`)
  await page.locator('#look .note').first().waitFor()
  letGo()
  await page.locator('.look-space .note').first().waitFor()
  await page.getByRole('button', { name: 'Menü' }).or(page.getByRole('heading')).first().waitFor()
  expect(await page.locator('#look').count()).toBe(0)
  expect(await page.getByText('Lädt').count()).toBe(0)
  expect(complaints).toEqual([])
  await page.close()
})

test('B86 a first look is for eyes only: nothing of it can be focused or is read out, and axe finds nothing', async () => {
  const actor = await stage.join('member', { name: 'Kreisverband 4', group: 'A' })
  const { page, complaints } = actor
  const letGo = await heldBack(actor, /assets\/main-/)
  await page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await page.locator('#look .note').first().waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  expect(await page.getByRole('article').count()).toBe(0)
  const { violations } = await axe(page).disableRules(['page-has-heading-one', 'landmark-one-main']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  letGo()
  await page.locator(own).first().waitFor()
  expect(complaints).toEqual([])
  await page.close()
})

test('B86 a phase opens its view with the first look, once', async () => {
  const { round } = (await moderator.get<DayAnswer>('/day')).phases[group] ?? { round: 0 }
  await moderator.send('POST', '/stages/A/phase', { phase: 'formulate', round })
  const actor = await stage.join('member', { name: 'Kreisverband 5', group: 'A' })
  const { page, complaints } = actor
  const letGo = await heldBack(actor, /assets\/main-/)
  await page.goto(`${stage.url}/gruppe/A`)
  await page.locator('#look[data-view="list"] .note').first().waitFor()
  letGo()
  await page.locator(`.group-page[data-view="list"] ${own}`).first().waitFor()
  await page.getByRole('button', { name: 'Als Wand' }).click()
  await page.locator(`.group-page[data-view="board"] ${own}`).first().waitFor()
  const letGoAgain = await heldBack(actor, /assets\/main-/)
  await page.reload()
  await page.locator('#look[data-view="board"] .note').first().waitFor()
  letGoAgain()
  await page.locator(`.group-page[data-view="board"] ${own}`).first().waitFor()
  expect(complaints).toEqual([])
  await page.close()
})
