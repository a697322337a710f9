import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BeamerShow } from '#shared/day/beamerScreen.ts'
import type { Vote, VotesAnswer } from '#shared/day/vote.ts'
import type { GroupId, NoteId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import shipped from '#shared/templates/zukunft-wohlfahrt.json' with { type: 'json' }
import { pageQuestions } from '../../client/pages/beamer/pageQuestions.ts'
import { plainBlocks } from '../../client/pages/beamer/plainBlocks.ts'
import { closedPoints } from '../../client/pages/beamer/useClosedPoints.ts'
import { wallText } from '../../client/pages/beamer/wallText.ts'
import { lastPage, turnShow } from '../../client/pages/beamerDesk/turnShow.ts'
import { inOrder } from '../../client/pages/questions/useHeldOrder.ts'
import { talkInFocus } from '../../client/pages/questions/talkInFocus.ts'

const plan = parseTemplate(shipped)
const board = (group: string, view: string): BeamerShow => ({
  kind: 'group',
  group: group as GroupId,
  view,
  note: null,
})
const everything = () => true
const turn = (
  show: BeamerShow,
  page: number,
  pages: number,
  by: -1 | 1,
  isAllowed = everything as (one: BeamerShow) => boolean,
) => turnShow({ show, page }, pages, by, plan, isAllowed)

test('Q12 turning goes page by page, then to the next view, then to the next group, and back', () => {
  expect(turn(board('A', 'A1'), 0, 3, 1)).toEqual({ page: 1 })
  expect(turn(board('A', 'A1'), 2, 3, 1)).toEqual({ show: board('A', 'A2'), page: 0 })
  expect(turn(board('A', 'A2'), 0, 3, -1)).toEqual({ show: board('A', 'A1'), page: lastPage })
  expect(turn(board('A', 'plenum'), 0, 1, 1)).toEqual({ show: board('B', 'B1'), page: 0 })
  // A page beyond all others is the last one.
  expect(turn(board('A', 'A1'), lastPage, 3, -1)).toEqual({ page: 1 })
  expect(turn(board('A', 'A1'), 0, 1, -1)).toBeNull()
  expect(turn(board('D', 'plenum'), 0, 1, 1)).toBeNull()
  expect(turn({ kind: 'welcome' }, 0, 1, 1)).toBeNull()
  expect(turn({ kind: 'timer', stage: 'D' as GroupId }, 0, 1, 1)).toEqual({
    show: { kind: 'timer', stage: 'plenum' },
    page: 0,
  })
  expect(turn({ kind: 'questions', item: 'impulse-1' }, 0, 1, 1)).toEqual({
    show: { kind: 'questions', item: 'impulse-2' },
    page: 0,
  })
  const onlyA = (show: BeamerShow) => show.kind === 'group' && show.group === 'A'
  expect(turn(board('A', 'plenum'), 0, 1, 1, onlyA)).toBeNull()
})

test('Q12 from any place turning on and back again leads to it, and turning on ends', () => {
  const views = plan.groups.flatMap(({ id, questions }) =>
    [...questions.map((one) => one.id), 'speicher', 'plenum'].map((view) => board(id, view)),
  )
  fc.assert(
    fc.property(fc.constantFrom(...views), (show) => {
      const next = turn(show, 0, 1, 1)
      if (next?.show) expect(turn(next.show, 0, 1, -1)).toEqual({ show, page: lastPage })
      let steps = 0
      for (let at: BeamerShow | undefined = show; at; at = turn(at, 0, 1, 1)?.show) steps++
      expect(steps).toBeLessThanOrEqual(views.length)
    }),
  )
})

test('Q12 points stand on the wall when the last vote is closed, and not before', () => {
  const vote = (id: string, closedAt: number | null, totals: Record<string, number>): Vote => ({
    id,
    stage: 'A' as GroupId,
    kind: 'points',
    items: ['n1', 'n2'],
    budget: 5,
    most: 2,
    openedAt: 1,
    closedAt,
    byHand: closedAt === null ? {} : { n1: 2 },
    tally: closedAt === null ? null : ({ voters: 3, totals, spread: {}, byLevel: [] } as never),
  })
  const points = (...votes: Vote[]) => {
    const of = closedPoints({ votes } as unknown as VotesAnswer)
    return ['n1', 'n2', 'n3'].map((id) => of(id as NoteId))
  }
  const closed = vote('one', 9, { n1: 4 })
  expect(points(closed)).toEqual([6, 0, null])
  expect(points(closed, vote('two', null, {}))).toEqual([null, null, null])
  expect(points(closed, { ...vote('three', 9, {}), kind: 'resistance' })).toEqual([6, 0, null])
  expect(closedPoints(undefined)('n1' as NoteId)).toBeNull()
})

test('Q12 larger letters make more pages, and nothing is lost', () => {
  const text = 'Eine Frage, die länger ist als eine Zeile auf der Wand. '.repeat(20)
  const squeezed = (words: string) => words.replace(/\s+/g, '')
  let before = 0
  for (const zoom of [0.66, 1, 1.15, 1.5, 1.75]) {
    const { pages } = wallText(plainBlocks(text), zoom)
    expect(pages.length).toBeGreaterThanOrEqual(before)
    before = pages.length
    expect(squeezed(pages.map((page) => plainText(page)).join(''))).toBe(squeezed(text))
  }
  expect(before).toBeGreaterThan(1)
})

test('Q12 every question stands in full on one page, in order, five to a page at the most', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 500 })), fc.constantFrom(0.66, 1, 1.75), (texts, zoom) => {
      const questions = texts.map((text) => ({ text }))
      const pages = pageQuestions(questions, zoom)
      expect(pages.flat()).toEqual(questions)
      for (const page of pages) {
        expect(page.length).toBeGreaterThan(0)
        expect(page.length).toBeLessThanOrEqual(5)
      }
    }),
  )
  expect(
    pageQuestions(Array.from({ length: 7 }, () => ({ text: 'Kurz?' }))).map((page) => page.length),
  ).toEqual([5, 2])
})

test('Q4 while somebody taps in the list, known questions keep their places and new ones come last', () => {
  const rows = (text: string) => [...text].map((id) => ({ id }))
  const order = (now: string, held: string) =>
    inOrder(rows(now), [...held])
      .map(({ id }) => id)
      .join('')
  expect(order('cab', 'abc')).toBe('abc')
  expect(order('xcyab', 'abc')).toBe('abcxy')
  expect(order('ca', 'abc')).toBe('ac')
  expect(order('cab', '')).toBe('cab')
})

test('Q1 the page opens with the talk that runs or comes next', () => {
  const at = (time: string) => ({ kind: 'running', time, current: null, next: null, minutesLeft: 0 }) as const
  const talk = (time: string, wanted: string | null = null) => talkInFocus(plan, at(time), wanted)?.id
  expect(talk('09:40')).toBe('impulse-1')
  expect(talk('10:30')).toBe('impulse-1')
  expect(talk('11:10')).toBe('impulse-2')
  expect(talk('15:30')).toBe('impulse-2')
  expect(talk('15:30', 'impulse-1')).toBe('impulse-1')
  expect(talk('15:30', 'never')).toBe('impulse-2')
  expect(talkInFocus(plan, { kind: 'before', isToday: true }, null)?.id).toBe('impulse-1')
  expect(talkInFocus({ ...plan, agenda: [] }, at('10:30'), null)).toBeNull()
})
