import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import {
  addCluster,
  addNote,
  clustersOf,
  notesOf,
  readClusters,
  readNotes,
  type Spot,
} from '#shared/board.ts'
import type { ClusterId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parkingLotKind } from '#shared/template.ts'
import { boardActions } from '../../client/board/boardActions.ts'
import { boardStore, type BoardStore } from '../../client/board/boardStore.ts'
import { moveCluster } from '../../client/board/moveCluster.ts'
import { tidy, type TidyInput } from '../../client/board/tidy.ts'
import { boardLayout, type BoardLayout } from '../../client/board/wall/boardLayout.ts'
import { boardMetrics } from '../../client/board/wall/boardMetrics.ts'
import { bottom, collide } from '../../client/board/wall/boxes.ts'
import { dropCluster, dropNotes } from '../../client/board/wall/dropOnBoard.ts'
import { dropTarget } from '../../client/board/wall/dropTarget.ts'
import { openUndo } from '../../client/editor/openUndo.ts'

const questions = ['A1', 'A2'] as QuestionId[]
const kinds = ['idea', 'task', 'open'] as KindId[]
const plan = {
  noteKinds: [...kinds, parkingLotKind].map((id) => ({ id, isDefault: id === 'idea' })),
} as never
const metrics = boardMetrics()

type Sketch = {
  readonly kind?: string | undefined
  readonly question?: string | undefined
  readonly cluster?: string | undefined
  readonly at?: Spot | undefined
}

const openBoard = (
  sketch: Readonly<Record<string, Sketch>>,
  clusters: Readonly<Record<string, Spot | null>> = {},
) => {
  const doc = new Y.Doc()
  for (const [id, at] of Object.entries(clusters))
    addCluster(doc, { id: id as ClusterId, title: id, question: 'A1' as QuestionId, at })
  Object.entries(sketch).forEach(([id, { kind = 'idea', question = 'A1', cluster, at }], order) =>
    addNote(doc, {
      id: id as NoteId,
      kind: kind as KindId,
      question: question as QuestionId,
      cluster: (cluster ?? null) as ClusterId | null,
      at: at ? { x: at.x, y: at.y } : null,
      createdAt: order + 1,
      blocks: [{ type: 'paragraph', spans: [{ text: id }] }],
    }),
  )
  const undo = openUndo([notesOf(doc), clustersOf(doc)])
  const store = boardStore(doc, { questions })
  return { doc, undo, store, actions: boardActions({ doc, undo, plan }) }
}

const heightOf = (id: NoteId) => 60 + (id.charCodeAt(id.length - 1) % 5) * 30
const lay = (store: BoardStore): BoardLayout => {
  const { zones, parked } = store.arrangement.get()
  return boardLayout({
    zones: [...zones, { question: null, clusters: [], loose: parked }],
    metrics,
    headHeight: 72,
    minHeight: 1200,
    heightOf,
    clusterHeadHeight: () => 32,
    noteAt: (id) => store.note(id)?.at ?? null,
    columnOf: (id) => store.note(id)?.column ?? null,
    clusterAt: (id, question) => {
      const cluster = store.clusters.get().find((one) => one.id === id)
      return cluster?.question === question ? cluster.at : null
    },
  })
}
const inputOf = (store: BoardStore, more: Partial<TidyInput> = {}): TidyInput => {
  const { zones, parked } = store.arrangement.get()
  return {
    zones: [...zones, { question: null, clusters: [], loose: parked }],
    ids: 'all',
    order: 'kind',
    metrics,
    heightOf,
    madeAt: (id) => store.note(id)?.createdAt ?? 0,
    columnOf: (id) => store.note(id)?.column ?? null,
    rankOf: (id) => kinds.indexOf(store.note(id)?.kind ?? kinds[0]!),
    layout: lay(store),
    ...more,
  }
}
const tidyUp = ({ store, actions }: ReturnType<typeof openBoard>, more: Partial<TidyInput> = {}) => {
  const { notes, columns, clusters } = tidy(inputOf(store, more))
  actions.together(() => {
    for (const [id, at] of notes) actions.place(id, at)
    for (const [id, column] of columns) actions.setColumn(id, column)
    for (const id of clusters) actions.placeCluster(id, 'A1' as QuestionId, null)
  })
}
/** From top to bottom, left before right. */
const readFrom = (layout: BoardLayout, ids: readonly string[]) =>
  ids
    .map((id) => layout.notes.get(id as NoteId)!)
    .sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x)
    .map(({ id }) => id)

const mixed = { a: { kind: 'open' }, b: { kind: 'idea' }, c: { kind: 'task' }, d: { kind: 'idea' } }

test('B43 by kind cards follow the kinds of the template, right below the sheets; by time all flow again', () => {
  const board = openBoard(
    {
      ...mixed,
      x: { kind: 'task', cluster: 'k' },
      y: { kind: 'idea', cluster: 'k' },
      z: { kind: 'idea', cluster: 'k' },
    },
    { k: { x: 0, y: 900 } },
  )
  tidyUp(board)
  const layout = lay(board.store)
  expect(readFrom(layout, ['a', 'b', 'c', 'd'])).toEqual(['b', 'd', 'c', 'a'])
  expect(readFrom(layout, ['x', 'y', 'z'])).toEqual(['y', 'z', 'x'])
  const sheet = layout.clusters.get('A1/k')!.box
  expect(sheet.y).toBe(72)
  expect(layout.notes.get('b' as NoteId)!.box.y - bottom(sheet)).toBe(metrics.clusterGap)
  // The list reads the same within the cluster.
  expect(board.store.arrangement.get().zones[0]!.clusters[0]!.notes).toEqual(['y', 'z', 'x'])
  tidyUp(board, { order: 'time' })
  expect(readNotes(board.doc).every(({ at }) => at === null)).toBe(true)
  expect(board.store.arrangement.get().zones[0]!.clusters[0]!.notes).toEqual(['x', 'y', 'z'])
})

test('B43 tidying up is one step of undo, clusters included', () => {
  const at = { x: 30, y: 700 }
  const board = openBoard({ ...mixed, e: { at }, x: { cluster: 'k' } }, { k: { x: 0, y: 300 } })
  tidyUp(board)
  expect(board.store.note('e' as NoteId)?.at).not.toEqual(at)
  board.undo.undo()
  expect(readNotes(board.doc).map((note) => note.at)).toEqual([null, null, null, null, at, null])
  expect(readClusters(board.doc)[0]?.at).toEqual({ x: 0, y: 300 })
})

test('B43 only what is meant moves; in a cluster the others keep their rank', () => {
  const sketch = {
    ...mixed,
    e: { at: { x: 230, y: 40 } },
    w: { kind: 'open', cluster: 'k' },
    x: { kind: 'task', cluster: 'k' },
    y: { kind: 'idea', cluster: 'k' },
  }
  const board = openBoard(sketch, { k: { x: 0, y: 10 } })
  tidyUp(board, { ids: new Set(['a', 'b', 'w', 'y'] as NoteId[]) })
  const { store } = board
  expect(['c', 'd', 'e'].map((id) => store.note(id as NoteId)?.at)).toEqual([null, null, { x: 230, y: 40 }])
  expect(store.clusters.get()[0]?.at).toEqual({ x: 0, y: 10 })
  expect(store.arrangement.get().zones[0]!.clusters[0]!.notes).toEqual(['y', 'x', 'w'])
  expect(readFrom(lay(store), ['a', 'b'])).toEqual(['b', 'a'])
})

const wildBoard = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds, parkingLotKind),
    question: fc.constantFrom('A1', 'A2'),
    cluster: fc.constantFrom('k', 'l', undefined, undefined),
    at: fc.option(
      fc.record({ x: fc.integer({ min: -50, max: 500 }), y: fc.integer({ min: -50, max: 900 }) }),
      {
        nil: undefined,
      },
    ),
  }),
  { minLength: 1, maxLength: 24 },
)
const named = (notes: readonly Partial<Sketch>[]) =>
  Object.fromEntries(notes.map((note, at) => [`n${at}`, note as Sketch]))

test('B22, B42 and B43 nothing covers anything and columns are even, whatever was placed, parked and tidied up', () => {
  fc.assert(
    fc.property(wildBoard, fc.constantFrom('kind', 'time', null), (notes, order) => {
      const board = openBoard(named(notes), { k: { x: 0, y: 200 }, l: null })
      if (order) tidyUp(board, { order })
      const layout = lay(board.store)
      const loose = [...layout.notes.values()].filter(({ cluster }) => cluster === null)
      const all = [...[...layout.clusters.values()].map(({ box }) => box), ...loose.map(({ box }) => box)]
      for (const [at, box] of all.entries())
        expect(all.slice(at + 1).filter((other) => collide(box, other))).toEqual([])
      expect(layout.notes.size).toBe(notes.length)
      if (!order) return
      for (const zone of layout.zones) {
        const own = loose.filter(({ question }) => question === zone.question)
        const ends = [0, 1].map((column) =>
          Math.max(
            0,
            ...own
              .filter(({ box }) => box.x > zone.origin.x + 100 === (column === 1))
              .map(({ box }) => bottom(box)),
          ),
        )
        if (own.length > 1)
          expect(Math.abs(ends[0]! - ends[1]!)).toBeLessThanOrEqual(180 + 2 * metrics.clusterGap)
        const ranks = readFrom(
          layout,
          own.map(({ id }) => id),
        ).map((id) => kinds.indexOf(board.store.note(id)!.kind))
        if (order === 'kind') expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
      }
    }),
  )
})

test('B42 the Themenspeicher is the last zone: as wide as the others, its cards flow whatever places they had', () => {
  const board = openBoard({
    a: {},
    p: { kind: parkingLotKind, at: { x: 200, y: 800 } },
    q: { question: 'B9' },
  })
  const layout = lay(board.store)
  const [first, , last] = layout.zones
  expect([layout.zones.length, last?.question, last?.box.width]).toEqual([3, null, first?.box.width])
  expect(last?.stops).toEqual(['p', 'q'])
  expect(layout.notes.get('p' as NoteId)?.box).toMatchObject({
    x: last!.origin.x + metrics.clusterPad,
    y: 72,
  })
  expect(layout.notes.get('q' as NoteId)?.box.y).toBe(72)
})

test('B42 a card that is dropped there is parked and keeps its question, and comes back; a cluster stays with the Teilfragen', () => {
  const board = openBoard({ a: { cluster: 'k' }, b: {} }, { k: null })
  const layout = lay(board.store)
  const last = layout.zones.at(-1)!
  const inside = { x: last.origin.x + 50, y: 400 }
  const target = dropTarget(layout, inside)!
  expect(target).toEqual({ question: null, cluster: null })
  dropNotes(board, layout, metrics, 'a' as NoteId, ['a', 'b'] as NoteId[], target, inside)
  expect(board.store.arrangement.get().parked).toEqual(['a', 'b'])
  expect(board.store.note('a' as NoteId)).toMatchObject({
    question: 'A1',
    cluster: null,
    kind: parkingLotKind,
  })
  board.undo.undo()
  expect(board.store.arrangement.get().parked).toEqual([])
  board.undo.redo()
  const back = lay(board.store)
  dropNotes(board, back, metrics, 'a' as NoteId, ['a'] as NoteId[], dropTarget(back, { x: 600, y: 500 })!, {
    x: back.zones[1]!.origin.x + 10,
    y: 500,
  })
  expect(board.store.note('a' as NoteId)).toMatchObject({ question: 'A2', kind: 'idea' })

  const held = back.clusters.get('A1/k')!
  const nearest = dropTarget(back, inside, held.key)!
  expect(nearest.question).toBe('A2')
  dropCluster(board, back, metrics, held, { question: null, cluster: null }, inside)
  expect(board.store.clusters.get()[0]?.question).toBe('A1')
})

test('B44 a cluster moves with the cards of its sheet, in their order, in one step of undo', () => {
  const board = openBoard(
    { a: { kind: 'open', cluster: 'k' }, b: { cluster: 'k' }, c: { cluster: 'k', question: 'A2' }, d: {} },
    { k: { x: 0, y: 50 } },
  )
  tidyUp(board)
  board.actions.setColumn('a' as NoteId, 0)
  board.actions.setColumn('b' as NoteId, 1)
  const part = { id: 'k' as ClusterId, from: 'A1' as QuestionId, notes: ['b', 'a'] as NoteId[] }
  moveCluster(board, part, 'A2' as QuestionId, null)
  const { zones } = board.store.arrangement.get()
  expect(zones.map((zone) => zone.clusters.map(({ notes }) => notes))).toEqual([[], [['c', 'b', 'a']]])
  expect(board.store.clusters.get()[0]).toMatchObject({ question: 'A2', at: null })
  expect(zones[0]!.loose).toEqual(['d'])
  expect(['a', 'b'].map((id) => board.store.note(id as NoteId)?.column)).toEqual([0, 1])
  board.undo.undo()
  const before = board.store.arrangement.get().zones
  expect(before.map((zone) => zone.clusters.map(({ notes }) => notes))).toEqual([[['b', 'a']], [['c']]])
})
