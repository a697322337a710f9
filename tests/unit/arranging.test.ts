import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import type { Note } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import { keyOverview } from '../../client/board/arranging/keyOverview.ts'
import { happeningOf, newsBundle, stronger, type News } from '../../client/board/arranging/newsBundle.ts'
import { newsTeller } from '../../client/board/arranging/newsTeller.ts'
import { boardLayout, type BoardLayout } from '../../client/board/wall/boardLayout.ts'
import { boardMetrics } from '../../client/board/wall/boardMetrics.ts'
import { contains } from '../../client/board/wall/boxes.ts'
import { dropTarget } from '../../client/board/wall/dropTarget.ts'
import {
  movePlaces,
  moveStart,
  moveStep,
  placeRank,
  type MoveColumns,
} from '../../client/board/wall/movePlaces.ts'
import type { Direction } from '../../client/board/wall/neighbourOf.ts'
import type { Translate } from '../../client/ui/translator.ts'

const metrics = boardMetrics()
type Sketch = {
  readonly loose?: readonly string[]
  readonly clusters?: Readonly<Record<string, readonly string[]>>
}

const lay = (questions: readonly Sketch[], parked: readonly string[] = []): BoardLayout =>
  boardLayout({
    zones: [
      ...questions.map(({ loose = [], clusters = {} }, at) => ({
        question: `Q${at + 1}` as QuestionId,
        loose: loose as NoteId[],
        clusters: Object.entries(clusters).map(([id, notes]) => ({
          id: id as ClusterId,
          title: id,
          notes: notes as NoteId[],
        })),
      })),
      { question: null, clusters: [], loose: parked as NoteId[] },
    ],
    metrics,
    headHeight: 72,
    minHeight: 700,
    heightOf: () => 100,
    clusterHeadHeight: () => 32,
    noteAt: () => null,
    columnOf: () => null,
    clusterAt: () => null,
  })
const start = (layout: BoardLayout, key: string) => {
  const columns = movePlaces(layout, metrics, key)
  const note = layout.notes.get(key as NoteId)
  const cluster = [...layout.clusters.values()].find(({ id }) => id === note?.cluster)
  const own = note ?? layout.clusters.get(key)!
  return { columns, from: moveStart(columns, { question: own.question, cluster: cluster ?? null }, own.box) }
}
const ways: readonly Direction[] = ['left', 'right', 'up', 'down']
const nameOf = (columns: MoveColumns, { column, row }: { column: number; row: number }) => {
  const { target } = columns[column]![row]!
  return target.cluster?.key ?? target.question ?? 'parked'
}

const wall = [{ loose: ['a', 'b', 'c'], clusters: { k: ['d'], l: [] } }, {}]

test('B45 arrows carry a card from cluster to cluster, to free places, into zones and the Themenspeicher, and back', () => {
  const { columns, from } = start(lay(wall, ['p']), 'a')
  const walk = (...steps: Direction[]) =>
    nameOf(
      columns,
      steps.reduce((at, way) => moveStep(columns, at, way), from),
    )
  expect(walk()).toBe('Q1')
  expect(walk('up')).toBe('Q1/l')
  expect(walk('up', 'up', 'up')).toBe('Q1/k')
  // Out of a cluster that reaches over both columns.
  expect(walk('up', 'right')).toBe('Q2')
  expect(walk('right', 'right', 'right', 'right', 'right')).toBe('parked')
  expect(walk('right', 'right', 'right', 'right', 'left')).toBe('Q2')
  expect(walk('left')).toBe('Q1')
})

test('B45 every place can be reached, lies on its target, and dropping there means what was said', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 2 })
  fc.assert(
    fc.property(names, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), (ids, cut, parked) => {
      const layout = lay(
        [{ loose: ids.slice(cut + 1), clusters: { k: ids.slice(1, cut + 1), l: [] } }, {}],
        parked === 0 ? ids.slice(0, 1) : [],
      )
      const key = layout.notes.has(ids[0] as NoteId) ? ids[0]! : (ids[1] as string)
      if (!layout.notes.has(key as NoteId)) return
      const { columns, from } = start(layout, key)
      const seen = new Map([[`${from.column} ${from.row}`, from]])
      for (const at of seen.values())
        for (const way of ways) {
          const next = moveStep(columns, at, way)
          seen.set(`${next.column} ${next.row}`, next)
        }
      const clusters = [...layout.clusters.keys()]
      const reached = new Set([...seen.values()].map((at) => nameOf(columns, at)))
      for (const wanted of [...clusters, 'Q1', 'Q2', 'parked']) expect(reached).toContain(wanted)
      expect(seen.size).toBeGreaterThanOrEqual(columns.flat().length - clusters.length)
      for (const { target, corner } of columns.flat()) {
        const zone = layout.zones.find(({ question }) => question === target.question)!
        expect(contains(zone.box, corner)).toBe(true)
        const beneath = dropTarget(layout, { x: corner.x + 20, y: corner.y + 4 })
        if (target.cluster) expect(beneath?.cluster?.key).toBe(target.cluster.key)
      }
    }),
  )
})

test('B71 no two places to which keys carry something have the same name', () => {
  for (const key of ['a', 'd', 'Q1/k', 'p']) {
    const { columns } = start(lay(wall, ['p']), key)
    const names = new Map<string, string>()
    columns.forEach((places, column) =>
      places.forEach(({ target }, row) => {
        // A cluster reaches over both columns and is one place.
        const { side, rank } = placeRank(columns, { column, row })
        const name = target.cluster?.key ?? [target.question, side, rank].join(' ')
        const where = target.cluster?.key ?? `${column} ${row}`
        expect(names.get(name) ?? where, name).toBe(where)
        names.set(name, where)
      }),
    )
    expect(names.size).toBeGreaterThan(2)
  }
})

test('B45 a cluster goes before or behind each of the others, at every Teilfrage', () => {
  const layout = lay([{ clusters: { k: ['a'], l: ['b'], m: [] } }, { clusters: { n: ['c'] } }], ['p'])
  const { columns, from } = start(layout, 'Q1/l')
  expect(columns.map((places) => places.length)).toEqual([3, 2])
  expect(from).toEqual({ column: 0, row: 1 })
  const y = (key: string) => layout.clusters.get(key)!.box.y
  expect(columns[0]![0]!.corner.y).toBeLessThanOrEqual(y('Q1/k'))
  expect(columns[0]![2]!.corner.y).toBeGreaterThan(y('Q1/m'))
  expect(columns.flat().every(({ target }) => target.question !== null && target.cluster === null)).toBe(true)
})

const note = (id: string, more: Partial<Note> = {}): Note =>
  ({
    id,
    question: 'A1',
    kind: 'idea',
    at: null,
    cluster: null,
    forPlenum: null,
    trashedAt: null,
    isEmpty: false,
    blocks: [{ type: 'paragraph', spans: [{ text: id }] }],
    ...more,
  }) as Note

test('B46 a change is told for what it means, and an empty card for nothing', () => {
  const before = note('a')
  const happenings = [
    happeningOf(null, before),
    happeningOf(note('a', { isEmpty: true }), before),
    happeningOf(null, note('a', { isEmpty: true })),
    happeningOf(before, null),
    happeningOf(before, note('a', { question: 'A2' as QuestionId })),
    happeningOf(before, note('a', { at: { x: 1, y: 2 } })),
    happeningOf(before, note('a', { forPlenum: 'V' })),
    happeningOf(before, note('a', { trashedAt: 5 })),
    happeningOf(note('a', { trashedAt: 5 }), before),
    happeningOf(before, note('a', { blocks: [] })),
    happeningOf(before, note('a')),
  ]
  expect(happenings).toEqual([
    'written',
    'written',
    null,
    null,
    'moved',
    'moved',
    'marked',
    'trashed',
    'restored',
    'changed',
    null,
  ])
  expect([
    stronger('written', 'moved'),
    stronger('moved', 'changed'),
    stronger('written', 'trashed'),
  ]).toEqual(['written', 'changed', 'trashed'])
})

test('B46 names stand where one or two did it, and counts alone where many did', () => {
  const happenings = new Map(['a', 'b', 'c', 'd'].map((id) => [id as NoteId, 'written' as const]))
  const by = (names: Record<string, string>) => newsBundle(happenings, (id) => names[id] ?? null)
  expect(by({ a: 'KV 5', b: 'KV 5', c: 'LV 1', d: 'LV 1' })).toEqual([
    { what: 'written', count: 2, name: 'KV 5' },
    { what: 'written', count: 2, name: 'LV 1' },
  ])
  expect(by({ a: 'KV 5', b: 'KV 6', c: 'LV 1', d: 'LV 1' })).toEqual([
    { what: 'written', count: 4, name: null },
  ])
})

afterEach(() => void vi.useRealTimers())

const openTeller = () => {
  vi.useFakeTimers()
  const notes = new Map<string, Note>([['a', note('a')]])
  const told: (readonly News[])[] = []
  const own: string[] = []
  let isHeard = true
  let listener: (changed: ReadonlySet<NoteId>, isLocal: boolean) => void = () => {}
  const end = newsTeller({
    store: {
      notes: () => [...notes.values()],
      note: (id) => notes.get(id) ?? null,
      subscribeNotes: (tell) => {
        listener = tell
        return () => (listener = () => {})
      },
    },
    nameOf: () => null,
    writerOf: () => 'KV 5',
    tellOthers: (news) => told.push(news),
    tellOwn: (_, after) => own.push(after.id),
    isHeard: () => isHeard,
  })
  const change = (id: string, more: Partial<Note>, isLocal = false) => {
    notes.set(id, note(id, more))
    listener(new Set([id as NoteId]), isLocal)
  }
  return { told, own, change, end, hear: (hears: boolean) => (isHeard = hears) }
}

test('B46 at most one telling in five seconds, each card once, own changes apart and at once', () => {
  const { told, own, change, end } = openTeller()
  change('b', {})
  change('b', { blocks: [] })
  change('b', { at: { x: 1, y: 1 } })
  change('a', { forPlenum: 'V' })
  change('a', { forPlenum: null }, true)
  expect([told, own]).toEqual([[], ['a']])
  vi.advanceTimersByTime(4999)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([
    [
      { what: 'written', count: 1, name: 'KV 5' },
      { what: 'marked', count: 1, name: 'KV 5' },
    ],
  ])
  change('b', { trashedAt: 1 })
  vi.advanceTimersByTime(3000)
  change('b', { trashedAt: null })
  change('b', { trashedAt: 1 })
  vi.advanceTimersByTime(1000)
  expect(told.length).toBe(1)
  vi.advanceTimersByTime(1000)
  expect(told[1]).toEqual([{ what: 'trashed', count: 1, name: 'KV 5' }])
  change('d', {})
  vi.advanceTimersByTime(4999)
  expect(told.length).toBe(2)
  vi.advanceTimersByTime(1)
  change('c', {})
  end()
  vi.advanceTimersByTime(9000)
  expect(told.length).toBe(3)
})

test('B46 what happens while nobody looks is not told, not even later', () => {
  const { told, change, hear } = openTeller()
  hear(false)
  change('b', {})
  vi.advanceTimersByTime(5000)
  hear(true)
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual([])
  change('b', { trashedAt: 1 })
  vi.advanceTimersByTime(5000)
  expect(told).toEqual([[{ what: 'trashed', count: 1, name: 'KV 5' }]])
})

test('B47 the overview names the keys that work: none for writing to readers, no single keys while they are off', () => {
  const t: Translate = (key) => key
  const keysOf = (mayWrite: boolean, withSingle: boolean) =>
    keyOverview(t, mayWrite, withSingle).flatMap(({ lines }) =>
      lines.flatMap(({ keys }) => keys.map((chord) => chord.join('+'))),
    )
  const isSingle = (key: string) => /^\S$/.test(key)
  expect(keysOf(true, true)).toEqual(expect.arrayContaining(['N', 'M', '?', '/', '0', 'keys:keyDelete']))
  expect(keysOf(true, false).filter(isSingle)).toEqual([])
  expect(keysOf(false, true)).not.toEqual(expect.arrayContaining(['N']))
  expect(keysOf(false, true)).not.toEqual(expect.arrayContaining(['keys:keyDelete']))
  expect(keysOf(false, true)).toEqual(expect.arrayContaining(['keys:keyArrows', '?']))
})
