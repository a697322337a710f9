import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addCluster, addNote, bodyOf, clustersOf, notesOf } from '#shared/board.ts'
import type { ClusterId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import type { Group } from '#shared/template.ts'
import { boardStore } from '../../client/board/boardStore.ts'
import { boardLayoutStore } from '../../client/board/wall/boardLayoutStore.ts'
import { boardMetrics } from '../../client/board/wall/boardMetrics.ts'
import type { Measure } from '../../client/board/wall/measureNotes.ts'

const frames = new Map<number, () => void>()
let lastFrame = 0
vi.stubGlobal('requestAnimationFrame', (frame: () => void) => {
  frames.set(++lastFrame, frame)
  return lastFrame
})
vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id))
const nextFrame = () => {
  const due = [...frames.values()]
  frames.clear()
  for (const frame of due) frame()
}
afterEach(() => frames.clear())

const questions = ['Q1', 'Q2', 'Q3'] as QuestionId[]
const clusters = ['c1', 'c2'] as ClusterId[]
const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as NoteId[]

/** Ten letters a line, and eight pixels a line. */
const measure: Measure = {
  notes: () => undefined,
  sizeOf: (blocks) => ({ height: 60 + 8 * Math.ceil(plainText(blocks).length / 10), isCut: false }),
  foot: () => 24,
  clusterHead: (title) => 30 + title.length,
  zoneHeads: () => 72,
  forget: () => undefined,
  close: () => undefined,
}

const board = () => {
  const doc = new Y.Doc()
  for (const [at, id] of ids.entries())
    addNote(doc, {
      id,
      question: questions[at % 2] as QuestionId,
      kind: 'idea' as KindId,
      createdAt: at,
      blocks: [{ type: 'paragraph', spans: [{ text: id }] }],
    })
  for (const id of clusters) addCluster(doc, { id, title: id, question: 'Q1' as QuestionId })
  return doc
}
const openLayout = (doc: Y.Doc) => {
  const store = boardStore(doc, { questions })
  const layout = boardLayoutStore({
    store,
    group: { id: 'Q', questions: [] } as unknown as Group,
    metrics: boardMetrics(1),
    measure,
    minHeight: 400,
    clusterTitle: (title) => title,
    clusterCount: String,
  })
  return { store, layout }
}

const step = fc.record({
  note: fc.constantFrom(...ids),
  other: fc.constantFrom(...ids),
  cluster: fc.constantFrom(...clusters, null),
  question: fc.constantFrom(...questions, null),
  size: fc.nat(60),
  what: fc.constantFrom(
    'place',
    'flow',
    'type',
    'zone',
    'cluster',
    'merge',
    'tray',
    'title',
    'sheet',
    'live',
    'hold',
  ),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** One thing that somebody does; `layouts` are the walls on which it is seen. */
const act = (
  doc: Y.Doc,
  { note, other, cluster, question, size, what }: Step,
  layouts: ReturnType<typeof openLayout>[],
) => {
  const map = notesOf(doc).get(note)
  const sheet = cluster && clustersOf(doc).get(cluster)
  const paragraph = map && bodyOf(map)?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (what === 'place') map?.set('at', { x: size * 3, y: size * 7 })
  if (what === 'flow') map?.set('at', null)
  if (what === 'type' && text instanceof Y.XmlText) text.insert(0, 'x'.repeat(size))
  if (what === 'zone') map?.set('question', question)
  if (what === 'cluster') map?.set('cluster', cluster)
  if (what === 'merge') map?.set('mergedInto', other === note ? null : other)
  if (what === 'tray') map?.set('trashedAt', size % 2 ? size : null)
  if (what === 'title' && sheet) sheet.set('title', 'x'.repeat(size))
  if (what === 'sheet' && sheet) sheet.set('at', { x: 0, y: size * 9 })
  if (what === 'live')
    for (const { layout } of layouts) layout.setLiveHeight(note, size % 3 ? 50 + size : null)
}

test('B24 zones in which nothing changed are taken over, and what changes is laid out as if all were', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const doc = board()
      const [once, again] = [openLayout(doc), openLayout(doc)]
      for (const one of steps) {
        const goOn = one.what === 'hold' ? [once, again].map(({ layout }) => layout.hold()) : []
        act(doc, one.what === 'hold' ? { ...one, what: 'place' } : one, [once, again])
        for (const end of goOn) end()
        // Several things may happen within one frame.
        if (one.size % 3 === 0) continue
        nextFrame()
        again.layout.measureAgain(false)
        expect(once.layout.get()).toEqual(again.layout.get())
      }
    }),
    { numRuns: 150 },
  )
})

test('B24 a move in one zone leaves the boxes of the others the same objects', () => {
  const doc = board()
  const { layout } = openLayout(doc)
  const before = layout.get()
  notesOf(doc).get('a')?.set('at', { x: 10, y: 30 })
  const after = layout.get()
  expect(after.zones[0]?.items).not.toBe(before.zones[0]?.items)
  expect(after.zones.slice(1).map(({ items }) => items)).toEqual(
    before.zones.slice(1).map(({ items }) => items),
  )
  expect(after.zones[1]?.items).toBe(before.zones[1]?.items)
  expect(after.notes.get('b' as NoteId)).toBe(before.notes.get('b' as NoteId))
  expect([...after.notes.keys()].toSorted()).toEqual(ids)
})

test('B24 text that comes in the same frame as a move elsewhere is laid out along', () => {
  const doc = board()
  const { layout } = openLayout(doc)
  const heightOf = (id: string) => layout.get().notes.get(id as NoteId)?.box.height ?? 0
  const before = heightOf('a')
  const paragraph = bodyOf(notesOf(doc).get('a')!)!.get(0) as Y.XmlElement
  const text = paragraph.get(0) as Y.XmlText
  text.insert(0, 'x'.repeat(40))
  notesOf(doc).get('b')?.set('at', { x: 10, y: 30 })
  nextFrame()
  expect(heightOf('a')).toBeGreaterThan(before)
})
