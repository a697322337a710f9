import { expect, test } from 'vitest'
import type { Spot } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import type { BoardActions } from '../../client/board/boardActions.ts'
import { boardLayout, type BoardLayout } from '../../client/board/wall/boardLayout.ts'
import { boardMetrics } from '../../client/board/wall/boardMetrics.ts'
import type { Point } from '../../client/board/wall/boxes.ts'
import { dropNotes } from '../../client/board/wall/dropOnBoard.ts'
import { dropTarget } from '../../client/board/wall/dropTarget.ts'
import { movedWith, notesMovedWith } from '../../client/board/wall/movedWith.ts'

const metrics = boardMetrics()
type Place = { question: QuestionId | null; cluster: ClusterId | null; at: Spot | null }
type Board = Record<string, Place>

const lay = (board: Board): BoardLayout => {
  const ids = Object.keys(board) as NoteId[]
  const of = (question: string | null, cluster: string | null) =>
    ids.filter((id) => board[id]?.question === question && board[id]?.cluster === cluster)
  return boardLayout({
    zones: ['A1', 'A2', 'A3', null].map((question) => ({
      question: question as QuestionId | null,
      loose: of(question, null),
      clusters:
        question === 'A3' || of(question, 'c').length > 0
          ? [{ id: 'c' as ClusterId, title: 'c', notes: of(question, 'c') }]
          : [],
    })),
    metrics,
    headHeight: 72,
    minHeight: 1200,
    heightOf: () => 100,
    clusterHeadHeight: () => 32,
    noteAt: (id) => board[id]?.at ?? null,
    columnOf: () => null,
    clusterAt: () => null,
    previous: null,
  })
}
/** What the drop does to a board of plain places. */
const drop = (
  board: Board,
  held: string,
  ids: readonly string[],
  by: Point,
): { board: Board; steps: number } => {
  const layout = lay(board)
  const box = layout.notes.get(held as NoteId)?.box
  if (!box) throw new Error('It is not on the wall.')
  const next = structuredClone(board)
  let steps = 0
  const actions = {
    together: (act: () => void) => {
      steps++
      act()
    },
    moveToQuestion: (id: NoteId, question: QuestionId) => (next[id] = { question, cluster: null, at: null }),
    setCluster: (id: NoteId, cluster: ClusterId | null) => Object.assign(next[id] as Place, { cluster }),
    park: (id: NoteId) => (next[id] = { question: null, cluster: null, at: null }),
    place: (id: NoteId, at: Spot) => Object.assign(next[id] as Place, { at }),
  } as unknown as BoardActions
  const corner = { x: box.x + by.x, y: box.y + by.y }
  const target = dropTarget(layout, { x: corner.x + 20, y: corner.y + 20 })
  if (!target) throw new Error('There is no zone.')
  dropNotes({ actions }, layout, metrics, held as NoteId, ids as NoteId[], target, corner)
  return { board: next, steps }
}
const offsets = (board: Board, ids: readonly string[]) => {
  const layout = lay(board)
  const first = layout.notes.get(ids[0] as NoteId)?.box
  return ids.map((id) => {
    const box = layout.notes.get(id as NoteId)?.box
    return box && first && [box.x - first.x, box.y - first.y]
  })
}
const loose = (question: string, at: Spot | null = null): Place => ({
  question: question as QuestionId,
  cluster: null,
  at,
})
const zoneStep = 454 + 16

test('B35 cards that are dragged together lie to each other as before, at the new question and further down', () => {
  const board = { a: loose('A1'), b: loose('A1'), c: loose('A1') }
  const ids = ['b', 'a', 'c']
  const moved = drop(board, 'b', ids, { x: zoneStep, y: 240 })
  expect(Object.values(moved.board).map(({ question }) => question)).toEqual(['A2', 'A2', 'A2'])
  expect(offsets(moved.board, ids)).toEqual(offsets(board, ids))
  expect(moved.steps).toBe(1)
})

test('B35 at the edge of a zone all stop together, and nobody is pressed out of line', () => {
  const board = { a: loose('A1'), b: loose('A1'), c: loose('A1') }
  // To the right there is no room for two columns.
  for (const by of [
    { x: 120, y: 300 },
    { x: -90, y: 300 },
    { x: 0, y: -400 },
  ]) {
    const moved = drop(board, 'a', ['a', 'b', 'c'], by)
    expect(offsets(moved.board, ['a', 'b', 'c'])).toEqual(offsets(board, ['a', 'b', 'c']))
    expect(Object.values(moved.board).every(({ question }) => question === 'A1')).toBe(true)
  }
})

test('B35 cards of several zones that stay near keep their questions', () => {
  const board = { a: loose('A1'), b: loose('A2') }
  const moved = drop(board, 'a', ['a', 'b'], { x: 0, y: 150 })
  expect(moved.board['a']?.question).toBe('A1')
  expect(moved.board['b']?.question).toBe('A2')
  expect(offsets(moved.board, ['a', 'b'])).toEqual(offsets(board, ['a', 'b']))
  expect(drop(board, 'a', ['a', 'b'], { x: 2 * zoneStep, y: 500 }).board).toMatchObject({
    a: { question: 'A3' },
    b: { question: 'A3' },
  })
})

test('B35 onto a cluster all go into it, and those in it already change nothing', () => {
  const cluster = 'c' as ClusterId
  const board = { a: loose('A1'), b: loose('A2'), c: { ...loose('A3'), cluster } }
  const layout = lay(board)
  const from = layout.notes.get('a' as NoteId)?.box
  const to = layout.notes.get('c' as NoteId)?.box
  if (!from || !to) throw new Error('They are not on the wall.')
  const by = { x: to.x - from.x, y: to.y - from.y }
  const moved = drop(board, 'a', ['a', 'b', 'c'], by)
  expect(moved.steps).toBe(1)
  for (const id of ['a', 'b', 'c'] as const)
    expect(moved.board[id]).toMatchObject({ question: 'A3', cluster })
  expect(drop(board, 'c', ['c'], { x: 0, y: 0 }).steps).toBe(0)
})

test('B35 into the Themenspeicher all go; what comes out of it gets a place, what stays in it flows', () => {
  const board = { a: loose('A1'), b: loose('A2'), c: { question: null, cluster: null, at: null } }
  const parked = drop(board, 'a', ['a', 'b', 'c'], { x: 3 * zoneStep, y: 300 })
  expect(Object.values(parked.board).map(({ question }) => question)).toEqual([null, null, null])
  expect(parked.steps).toBe(1)
  const stays = drop(board, 'a', ['a', 'c'], { x: 0, y: 200 })
  expect(stays.board).toMatchObject({ a: { question: 'A1' }, c: { question: null, at: null } })
  const out = drop(board, 'c', ['c', 'a'], { x: -zoneStep, y: 200 })
  expect(out.board).toMatchObject({ a: { question: 'A3' }, c: { question: 'A3' } })
  expect(out.board['c']?.at).not.toBeNull()
})

test('B35 a chosen card takes the other chosen ones along, one that is not chosen only itself, a cluster its cards', () => {
  const board = { a: loose('A1'), b: loose('A1'), c: { ...loose('A3'), cluster: 'c' as ClusterId } }
  const layout = lay(board)
  const chosen = new Set(['b', 'a', 'gone'] as NoteId[])
  expect(notesMovedWith(layout, chosen, 'a')).toEqual(['a', 'b'])
  expect(notesMovedWith(layout, chosen, 'c')).toEqual(['c'])
  expect(notesMovedWith(layout, chosen, 'A3/c')).toEqual(['c'])
  const [a, b] = ['a', 'b'].map((id) => layout.notes.get(id as NoteId)?.box as Point)
  const moved = movedWith(layout, chosen, 'a', { x: (a?.x ?? 0) + 30, y: (a?.y ?? 0) - 5 })
  expect(moved.get('b')).toEqual({ x: (b?.x ?? 0) + 30, y: (b?.y ?? 0) - 5 })
})
