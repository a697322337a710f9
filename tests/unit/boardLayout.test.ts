import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Side, Spot } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import { boardLayout, type BoardLayout, type LayoutInput } from '../../client/board/wall/boardLayout.ts'
import { boardMetrics, clusterWidth, zoneWidth } from '../../client/board/wall/boardMetrics.ts'
import { boardNodes, type BoardNode } from '../../client/board/wall/boardNodes.ts'
import { bottom, collide, right, type Box } from '../../client/board/wall/boxes.ts'
import { dropTarget, spotIn } from '../../client/board/wall/dropTarget.ts'
import { neighbourOf } from '../../client/board/wall/neighbourOf.ts'
import {
  maxZoom,
  openingZoom,
  panInto,
  viewOn,
  wholeZoom,
  withinWall,
} from '../../client/board/wall/viewport.ts'

const metrics = boardMetrics()
const head = 72
const left = metrics.zonePad + metrics.clusterPad
const second = left + metrics.noteWidth + metrics.gap

type Sketch = {
  readonly loose?: readonly string[]
  readonly clusters?: Readonly<Record<string, readonly string[]>>
}
type More = {
  readonly heights?: Readonly<Record<string, number>>
  readonly at?: Readonly<Record<string, Spot>>
  readonly columns?: Readonly<Record<string, Side>>
  readonly unit?: number
}
const inputOf = (
  zones: readonly Sketch[],
  { heights = {}, at = {}, columns = {}, unit }: More = {},
): LayoutInput => ({
  zones: zones.map(({ loose = [], clusters = {} }, index) => ({
    question: `Q${index + 1}` as QuestionId,
    loose: loose as NoteId[],
    clusters: Object.entries(clusters).map(([id, notes]) => ({
      id: id as ClusterId,
      title: id,
      notes: notes as NoteId[],
    })),
  })),
  metrics: unit ? boardMetrics(unit) : metrics,
  headHeight: head,
  minHeight: 600,
  heightOf: (id) => heights[id] ?? 100,
  clusterHeadHeight: () => 32,
  noteAt: (id) => at[id] ?? null,
  columnOf: (id) => columns[id] ?? null,
  clusterAt: (id) => at[id] ?? null,
})
const lay = (zones: readonly Sketch[], more: More = {}) => boardLayout(inputOf(zones, more))
const note = (layout: BoardLayout, id: string) => layout.notes.get(id as NoteId)?.box as Box
const cornerOf = (layout: BoardLayout, id: string) => {
  const { x, y } = note(layout, id)
  return [x, y]
}

test('B20 a zone a Teilfrage: equal, two cards wide, beside each other, as high as the highest and the window', () => {
  const layout = lay([{ loose: ['a', 'b', 'c'] }, {}, { loose: ['d'] }], { heights: { b: 900 } })
  expect(layout.zones.map(({ box }) => box.x)).toEqual([0, 1, 2].map((at) => at * (zoneWidth(metrics) + 16)))
  expect(new Set(layout.zones.map(({ box }) => box.width))).toEqual(new Set([454]))
  expect(new Set(layout.zones.map(({ box }) => box.height))).toEqual(new Set([head + 900 + metrics.zoneFoot]))
  expect(lay([{}]).zones[0]?.box.height).toBe(600)
  expect(layout.width).toBe(3 * 454 + 2 * 16)
})

test('B21 what nobody has placed flows in reading order, each card in the column in which it was put', () => {
  const more: More = { heights: { a: 100, b: 250, c: 60 }, columns: { a: 0, b: 1, c: 0, d: 0, e: 1 } }
  const layout = lay([{ loose: ['a', 'b', 'c', 'd', 'e'] }], more)
  expect(cornerOf(layout, 'a')).toEqual([left, head])
  expect(cornerOf(layout, 'b')).toEqual([second, head])
  expect(cornerOf(layout, 'c')).toEqual([left, head + 108])
  expect(cornerOf(layout, 'd')).toEqual([left, head + 108 + 68])
  expect(cornerOf(layout, 'e')).toEqual([second, head + 258])
  expect(layout.zones[0]?.ends).toEqual([head + 108 + 68 + 108, head + 258 + 108])
})

test('B21 a cluster is a sheet as wide as its zone; its notes flow inside, loose ones below', () => {
  const layout = lay([{ clusters: { c1: ['a', 'b', 'c'], c2: [] }, loose: ['d'] }], {
    at: { a: { x: 0, y: 900 } },
  })
  const [c1, c2] = [...layout.clusters.values()].map(({ box }) => box) as [Box, Box]
  expect(c1).toEqual({
    x: 8,
    y: head,
    width: clusterWidth(metrics),
    height: 32 + 100 + 8 + 100 + metrics.clusterFoot,
  })
  expect(cornerOf(layout, 'a')).toEqual([c1.x + metrics.clusterPad, c1.y + 32])
  expect(cornerOf(layout, 'c')).toEqual([c1.x + metrics.clusterPad, c1.y + 32 + 108])
  expect(c2.y).toBe(bottom(c1) + metrics.clusterGap)
  expect(cornerOf(layout, 'd')).toEqual([left, bottom(c2) + metrics.clusterGap])
  expect(layout.zones[0]?.stops).toEqual(['Q1/c1', 'a', 'b', 'c', 'Q1/c2', 'd'])
})

test('B21 a cluster that reaches over two zones stands in both, with the notes of each', () => {
  const layout = lay([{ clusters: { c: ['a'] } }, { clusters: { c: ['b'] } }])
  expect([...layout.clusters.keys()]).toEqual(['Q1/c', 'Q2/c'])
  expect(note(layout, 'b').x).toBe(note(layout, 'a').x + zoneWidth(metrics) + 16)
})

test('B22 a stored place counts from its zone, is kept inside it, and the zone grows downwards', () => {
  const zones = [{}, { loose: ['a', 'b', 'c'] }]
  const layout = lay(zones, { at: { a: { x: 100, y: 50 }, b: { x: 9000, y: -70 }, c: { x: -5, y: 2000 } } })
  const { origin, box } = layout.zones[1] as BoardLayout['zones'][number]
  expect(cornerOf(layout, 'a')).toEqual([origin.x + 100, origin.y + 108])
  expect(cornerOf(layout, 'b')).toEqual([origin.x + 438 - 208, origin.y])
  expect(cornerOf(layout, 'c')).toEqual([origin.x, origin.y + 2000])
  expect(box.height).toBe(head + 2000 + 100 + metrics.zoneFoot)
  const large = lay(zones, { at: { c: { x: 10, y: 200 } }, unit: 1.5 })
  expect(note(large, 'c')).toMatchObject({ x: large.zones[1]!.origin.x + 15, y: head + 300, width: 312 })
})

test('B22 a sheet with free room above it keeps its place; loose notes begin below those without', () => {
  const layout = lay([{ clusters: { c1: ['a'], c2: [] }, loose: ['b'] }], { at: { c2: { x: 0, y: 900 } } })
  const [c1, c2] = [...layout.clusters.values()].map(({ box }) => box) as [Box, Box]
  expect(c2.y).toBe(head + 900)
  expect(note(layout, 'b').y).toBe(bottom(c1) + metrics.clusterGap)
})

const sizes = fc.record({
  heights: fc.array(fc.integer({ min: 40, max: 300 }), { minLength: 9, maxLength: 9 }),
  spots: fc.array(
    fc.option(fc.record({ x: fc.integer({ min: -50, max: 500 }), y: fc.integer({ min: -50, max: 900 }) })),
    {
      minLength: 9,
      maxLength: 9,
    },
  ),
})
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'c1', 'c2']
const wild = [{ clusters: { c1: ['a', 'b', 'c'], c2: ['d'] }, loose: ['e', 'f', 'g'] }]
const moreOf = ({ heights, spots }: { heights: number[]; spots: (Spot | null)[] }): More => ({
  heights: Object.fromEntries(names.map((name, at) => [name, heights[at] as number])),
  at: Object.fromEntries(names.flatMap((name, at) => (spots[at] ? [[name, spots[at]]] : []))),
})

test('B22 nothing covers anything, and nothing leaves its zone, wherever things were put', () => {
  fc.assert(
    fc.property(sizes, (given) => {
      const layout = lay(wild, moreOf(given))
      const sheets = [...layout.clusters.values()].map(({ box }) => box)
      const loose = [...layout.notes.values()].filter(({ cluster }) => cluster === null).map(({ box }) => box)
      const all = [...sheets, ...loose]
      const zone = layout.zones[0]!.box
      for (const [at, box] of all.entries()) {
        expect(all.slice(at + 1).filter((other) => collide(box, other))).toEqual([])
        expect([box.x >= 0, box.y >= head, right(box) <= right(zone), bottom(box) < bottom(zone)]).toEqual([
          true,
          true,
          true,
          true,
        ])
      }
    }),
  )
})

test('B23 a growing text moves what lies below it, and sorts nothing anew', () => {
  fc.assert(
    fc.property(
      sizes,
      fc.constantFrom(...names.slice(0, 7)),
      fc.integer({ min: 40, max: 400 }),
      (given, grown, height) => {
        const more = moreOf(given)
        const before = lay(wild, more)
        const after = lay(wild, { ...more, heights: { ...more.heights, [grown]: height } })
        for (const [id, { box, column }] of before.notes) {
          expect(after.notes.get(id)?.column).toBe(column)
          if (column !== null) expect(after.notes.get(id)?.box.x).toBe(box.x)
        }
        const order = (layout: BoardLayout) =>
          [...layout.clusters.values()].sort((one, other) => one.box.y - other.box.y).map(({ key }) => key)
        expect(order(after)).toEqual(order(before))
      },
    ),
  )
})

const still = {
  seen: { x: 0, y: 0, width: 2000, height: 2000 },
  withNotes: true,
  kept: new Set<string>(),
  editing: null,
  canDrag: () => true,
  dragged: new Map(),
  target: null,
}

test('B24 what did not move stays the same node, and an unchanged wall the same list', () => {
  const zones = [{ loose: ['a', 'b', 'c'] }]
  const first = boardNodes(lay(zones), still, [])
  expect(boardNodes(lay(zones), still, first)).toBe(first)
  const next = boardNodes(lay(zones, { heights: { a: 160 } }), still, first)
  const isSame = (id: string) =>
    next.find((one) => one.id === id) === first.find((one: BoardNode) => one.id === id)
  expect(['zone/Q1', 'a', 'b', 'c'].map(isSame)).toEqual([true, false, true, false])
  const far = boardNodes(lay(zones), { ...still, withNotes: false, kept: new Set(['b']) }, first)
  expect(far.map(({ id }) => id)).toEqual(['zone/Q1', 'b'])
})

test('B24 nodes are only of what is in view, and of what is kept or dragged', () => {
  const layout = lay([{ loose: ['a', 'b', 'c'], clusters: { c1: ['d'] } }])
  const of = (id: string) => layout.notes.get(id as NoteId)!.box
  const seen = { x: of('c').x, y: of('c').y, width: 10, height: 10 }
  const ids = (more: object) => boardNodes(layout, { ...still, seen, ...more }, []).map(({ id }) => id)
  expect(ids({})).toEqual(['zone/Q1', 'c'])
  expect(ids({ kept: new Set(['a']) })).toEqual(['zone/Q1', 'a', 'c'])
  expect(ids({ dragged: new Map([['d', of('a')]]) })).toEqual(['zone/Q1', 'd', 'c'])
})

test('B25 what is dropped belongs to what lies beneath: a cluster, or the nearest zone', () => {
  const layout = lay([{ clusters: { c1: ['a'] } }, { loose: ['b'] }])
  expect(dropTarget(layout, { x: 100, y: head + 20 })).toEqual({
    question: 'Q1',
    cluster: { key: 'Q1/c1', id: 'c1' },
  })
  expect(dropTarget(layout, { x: 100, y: 500 })).toEqual({ question: 'Q1', cluster: null })
  expect(dropTarget(layout, { x: 456, y: 500 })?.question).toBe('Q1')
  expect(dropTarget(layout, { x: 468, y: 9000 })?.question).toBe('Q2')
  expect(dropTarget(lay([]), { x: 0, y: 0 })).toBe(null)
  const zone = layout.zones[1]!
  expect(spotIn(zone, { x: zone.origin.x + 12, y: zone.origin.y + 40.4 }, 208, metrics)).toEqual({
    x: 7,
    y: 40,
  })
  expect(spotIn(zone, { x: zone.origin.x + 100, y: 0 }, 208, metrics)).toEqual({ x: 100, y: 0 })
  expect(spotIn(zone, { x: -900, y: 300 }, clusterWidth(metrics), metrics)).toEqual({ x: 0, y: 300 - head })
})

test('B26 arrows lead to the nearest card in that direction, and from the edge on in reading order', () => {
  const layout = lay([{ loose: ['a', 'b', 'c', 'd'] }, { loose: ['e', 'f'] }])
  const stops = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key, box: note(layout, key) }))
  const walk = (from: string, ...ways: ('left' | 'right' | 'up' | 'down')[]) =>
    ways.reduce((at, way) => neighbourOf(stops, at, way), from)
  expect(walk('a', 'right')).toBe('b')
  expect(walk('a', 'down')).toBe('c')
  expect(walk('b', 'right')).toBe('e')
  expect(walk('f', 'left', 'left', 'left')).toBe('a')
  expect(walk('d', 'up')).toBe('b')
  expect(walk('d', 'down')).toBe('e')
  expect(walk('a', 'up')).toBe('a')
  expect(neighbourOf(stops, 'gone', 'down')).toBe('a')
  fc.assert(
    fc.property(sizes, (given) => {
      const wall = lay(wild, moreOf(given))
      const all = [...wall.notes.values()].map(({ id, box }) => ({ key: id as string, box }))
      const seen = new Set([all[0]!.key])
      for (const key of seen)
        for (const way of ['left', 'right', 'up', 'down'] as const) seen.add(neighbourOf(all, key, way))
      expect(seen.size).toBe(all.length)
    }),
  )
})

test('B27 the wall opens readable, with as many whole zones as fit, and never shows a void', () => {
  const size = { width: 1440, height: 740 }
  expect(openingZoom(size, 3, metrics)).toBe(1)
  expect(openingZoom({ width: 360, height: 600 }, 3, metrics)).toBeCloseTo(0.72)
  // Three Teilfragen and the Themenspeicher.
  expect(openingZoom({ width: 1920, height: 900 }, 3, metrics)).toBe(1)
  expect(openingZoom({ width: 2560, height: 1300 }, 3, metrics)).toBeCloseTo(1.33)
  // It makes nothing smaller where it does not fit.
  expect(openingZoom({ width: 1536, height: 740 }, 3, metrics)).toBe(1)
  expect(openingZoom({ width: 1440, height: 740 }, 5, metrics)).toBeLessThanOrEqual(maxZoom)
  const wall = { width: 1394, height: 3000 }
  const zoom = wholeZoom(size, wall, metrics)
  expect([wall.width * zoom < size.width, wall.height * zoom < size.height]).toEqual([true, true])
  expect(withinWall({ x: 500, y: 500, zoom: 1 }, size, wall, metrics)).toEqual({ x: 23, y: 16, zoom: 1 })
  expect(withinWall({ x: 0, y: -9000, zoom: 1 }, size, wall, metrics).y).toBe(740 - 3016)
  const near = viewOn([{ x: 100, y: 100, width: 208, height: 100 }], size, 0.1)
  expect([near.zoom, near.x + 204 * near.zoom, near.y + 150 * near.zoom]).toEqual([1.35, 720, 370])
  const wide = viewOn(
    [
      { x: 0, y: 0, width: 2000, height: 100 },
      { x: 0, y: 900, width: 9, height: 9 },
    ],
    size,
    0.1,
  )
  expect([2096 * wide.zoom <= size.width, wide.zoom > 0.6]).toEqual([true, true])
  const insets = { top: 40, bottom: 20, side: 10 }
  const view = { x: 0, y: 0, zoom: 1 }
  expect(panInto(view, size, { x: 100, y: 100, width: 208, height: 100 }, insets)).toBe(view)
  expect(panInto(view, size, { x: 100, y: 700, width: 208, height: 100 }, insets).y).toBe(-80)
  expect(panInto(view, size, { x: 100, y: 0, width: 208, height: 2000 }, insets).y).toBe(40)
})
