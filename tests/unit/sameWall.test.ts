import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addCluster, addNote, clustersOf, notesOf, type Side } from '#shared/board.ts'
import type { ClusterId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { parkingLotKind, type Group } from '#shared/template.ts'
import { boardActions } from '../../client/board/boardActions.ts'
import { boardStore } from '../../client/board/boardStore.ts'
import { noteColumns } from '../../client/board/noteColumns.ts'
import { shownColumns } from '../../client/board/shownColumns.ts'
import type { BoardLayout } from '../../client/board/wall/boardLayout.ts'
import { boardLayoutStore } from '../../client/board/wall/boardLayoutStore.ts'
import { boardMetrics } from '../../client/board/wall/boardMetrics.ts'
import { dropCluster, dropNotes } from '../../client/board/wall/dropOnBoard.ts'
import type { Measure } from '../../client/board/wall/measureNotes.ts'
import { openUndo } from '../../client/editor/openUndo.ts'

vi.stubGlobal('requestAnimationFrame', () => 1)
vi.stubGlobal('cancelAnimationFrame', () => undefined)

const metrics = boardMetrics()
const questions = ['Q1', 'Q2'] as QuestionId[]
const [q1, q2] = questions as [QuestionId, QuestionId]
const clusters = ['k', 'l', 'm'] as ClusterId[]
const plan = {
  noteKinds: ['idea', parkingLotKind].map((id) => ({ id, isDefault: id === 'idea' })),
} as never

/** Every browser has letters of its own. */
const measureWith = (line: number): Measure => ({
  notes: () => undefined,
  sizeOf: (blocks) => ({ height: 40 + line * Math.ceil(plainText(blocks).length / 10), isCut: false }),
  foot: () => line,
  clusterHead: () => 14 + line,
  zoneHeads: () => 60 + line,
  forget: () => undefined,
  close: () => undefined,
})
const textOf = (words: number) =>
  [{ type: 'paragraph', spans: [{ text: 'Wort '.repeat(words + 1) }] }] as const

/** One browser with the board open; `line` is how high a line of its letters is. */
const open = (doc: Y.Doc, line = 20, withWall = true) => {
  const undo = openUndo([notesOf(doc), clustersOf(doc)])
  const store = boardStore(doc, { questions })
  const wall = boardLayoutStore({
    store,
    group: { id: 'Q', questions: [] } as unknown as Group,
    metrics,
    measure: measureWith(line),
    minHeight: 400,
    clusterTitle: (title) => title,
    clusterCount: String,
  })
  const shown = shownColumns(store.arrangement.get, store.note, () => (withWall ? wall.get() : null))
  let made = 0
  const random = () => new Uint8Array(10).fill(0).map((_, at) => (at < 2 ? doc.clientID >> (8 * at) : ++made))
  let time = 0
  const actions = boardActions({ doc, undo, plan, shown, random, now: () => (time += 10) })
  return { doc, undo, store, wall, actions }
}
type Browser = ReturnType<typeof open>
const freshDoc = (client: number) => {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}
const send = (from: Y.Doc, to: Y.Doc) =>
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))

/** Which zone, column and order everything has, whatever its height. */
const orderOn = ({ zones }: BoardLayout) =>
  zones.map(({ question, items }) => ({
    question,
    sheets: items
      .flatMap((item) => ('key' in item ? [item] : []))
      .sort((one, other) => one.box.y - other.box.y)
      .map(({ id }) => id),
    columns: [0, 1].map((column) =>
      items
        .flatMap((item) => ('key' in item || item.column !== column ? [] : [item]))
        .map(({ id, cluster }) => `${cluster}/${id}`),
    ),
  }))
const columnsOn = ({ wall }: Browser) =>
  new Map([...wall.get().notes].map(([id, { column }]) => [id, column]))

const standing = ({ wall }: Browser) => [...wall.get().notes.keys()]
const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(
    ...'write write write trash restore zone park cluster merge unmerge drop flow sheet dissolve undo send send'.split(
      ' ',
    ),
  ),
  at: fc.nat(40),
  to: fc.nat(40),
  words: fc.nat(12),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const act = (browser: Browser, { what, at, to, words }: Step) => {
  const { actions, store, wall, undo, doc } = browser
  const ids = standing(browser)
  const id = ids[at % Math.max(1, ids.length)]
  const question = questions[to % 2] as QuestionId
  const cluster = ([...clusters, null] as const)[to % 4] ?? null
  const layout = wall.get()
  if (what === 'write') actions.create({ question, cluster: to > 10 ? cluster : null, blocks: textOf(words) })
  if (what === 'undo') undo.undo()
  const sheet = [...layout.clusters.values()][at % Math.max(1, layout.clusters.size)]
  if (what === 'sheet' && sheet)
    dropCluster({ actions, store }, layout, metrics, sheet, { question, cluster: null }, { x: 0, y: to * 25 })
  if (what === 'dissolve' && at < 4) actions.dissolveCluster(clusters[at % 3] as ClusterId)
  const laidAway = store.arrangement.get().trashed[0]
  if (what === 'restore' && laidAway) actions.restore(laidAway)
  if (!id) return
  if (what === 'trash') actions.trash(id)
  if (what === 'zone') actions.moveToQuestion(id, question)
  if (what === 'park') actions.park(id)
  if (what === 'cluster' && (cluster === null || clustersOf(doc).has(cluster)))
    actions.setCluster(id, cluster)
  if (what === 'merge') actions.merge([id, ids[to % ids.length] as NoteId])
  if (what === 'unmerge') actions.unmerge(id)
  if (what === 'flow') actions.place(id, null)
  if (what === 'drop')
    dropNotes(
      { actions },
      layout,
      metrics,
      id,
      [id],
      { question, cluster: null },
      {
        x: (layout.zones.find((zone) => zone.question === question)?.box.x ?? 0) + to * 6,
        y: words * 60,
      },
    )
}

const openThree = () => {
  const first = freshDoc(1)
  for (const id of clusters) addCluster(first, { id, title: id, question: id === 'm' ? q2 : q1 })
  // Written by a script that knows nothing of columns.
  for (let at = 0; at < 10; at++)
    addNote(first, {
      id: `old${at}` as NoteId,
      question: q1,
      kind: 'idea' as KindId,
      cluster: ([...clusters, null] as const)[at % 4] ?? null,
      createdAt: at,
      blocks: [...textOf(at)],
    })
  const docs = [first, freshDoc(2), freshDoc(3)] as const
  send(first, docs[1])
  send(first, docs[2])
  // The last one works in the list.
  return [open(docs[0]), open(docs[1], 27), open(docs[2], 15, false)] as const
}

test('B60 walls with different pasts show the same as each other and as a fresh one, in letters of any height', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      const browsers = openThree()
      for (const one of steps) {
        const browser = browsers[one.who] as Browser
        if (one.what === 'send') send(browser.doc, (browsers[one.to % 3] as Browser).doc)
        else act(browser, one)
      }
      for (let round = 0; round < 2; round++)
        for (const from of browsers) for (const to of browsers) if (from !== to) send(from.doc, to.doc)
      const doc = freshDoc(9)
      send(browsers[0].doc, doc)
      const [like, other] = [open(doc), open(doc, 33)]
      expect(browsers[0].wall.get().notes).toEqual(like.wall.get().notes)
      expect(browsers[0].wall.get().clusters).toEqual(like.wall.get().clusters)
      for (const { wall } of [...browsers, other])
        expect(orderOn(wall.get())).toEqual(orderOn(like.wall.get()))
    }),
    { numRuns: 150 },
  )
})

test('B61 cards keep their column while one comes, goes or is moved; at most one more closes a hole', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), step, (steps, last) => {
      const [browser] = openThree()
      for (const one of steps) if (one.what !== 'send') act(browser, one)
      const before = columnsOn(browser)
      const flows = new Map(
        [...browser.wall.get().notes].map(([id, note]) => [id, `${note.question} ${note.cluster}`]),
      )
      if (['undo', 'send', 'merge', 'unmerge', 'dissolve', 'sheet'].includes(last.what)) return
      act(browser, last)
      const moved = [...browser.wall.get().notes.values()].filter(
        ({ id, question, cluster, column }) =>
          flows.get(id) === `${question} ${cluster}` && before.get(id) !== null && before.get(id) !== column,
      )
      // One that was placed itself stands in no column any more.
      expect(moved.filter(({ column }) => column !== null).length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 200 },
  )
})

const columnsFor = (stored: readonly (Side | null)[], isWhole = true) => [
  ...noteColumns(
    stored.map((_, at) => `n${at}` as NoteId),
    (id) => stored[Number(id.slice(1))] ?? null,
    isWhole,
  ).values(),
]

test('B61 nobody leaves a hole: alone stands left, and beside a first card stands a second', () => {
  expect(columnsFor([0, 1, 0, 1])).toEqual([0, 1, 0, 1])
  expect(columnsFor([1])).toEqual([0])
  expect(columnsFor([1, 1, 1])).toEqual([0, 1, 1])
  expect(columnsFor([0, 0, 0])).toEqual([0, 1, 0])
  expect(columnsFor([null, null, null])).toEqual([0, 1, 0])
  expect(columnsFor([1, null, null])).toEqual([1, 0, 0])
  // Where something else stands there is no hole.
  expect(columnsFor([1], false)).toEqual([1])
  expect(columnsFor([])).toEqual([])
})

test('B61 of five cards the first and the fourth go: the others stay, for who deleted them and for all', () => {
  const here = open(freshDoc(1))
  const there = open(freshDoc(2))
  const ids = ['Eins', 'Zwei', 'Drei', 'Vier', 'Fünf'].map((text) => {
    const id = here.actions.create({ question: q1, blocks: [{ type: 'paragraph', spans: [{ text }] }] })
    send(here.doc, there.doc)
    return id
  })
  expect(ids.map((id) => columnsOn(here).get(id))).toEqual([0, 1, 0, 1, 0])
  for (const at of [0, 3]) here.actions.trash(ids[at] as NoteId)
  send(here.doc, there.doc)
  const fresh = open(freshDoc(3))
  send(here.doc, fresh.doc)
  for (const browser of [here, there, fresh])
    expect([1, 2, 4].map((at) => columnsOn(browser).get(ids[at] as NoteId))).toEqual([1, 0, 0])
  // The way back is the same for both.
  here.undo.undo()
  expect(columnsOn(here).get(ids[3] as NoteId)).toBe(1)
})

test('B62 a sheet goes where it is dropped among the others and stays there, whatever grows', () => {
  const browser = open(freshDoc(1))
  for (const id of ['a', 'b', 'c', 'd'] as ClusterId[])
    addCluster(browser.doc, { id, title: id, question: q1 })
  const order = () => orderOn(browser.wall.get())[0]?.sheets
  const drop = (id: string, y: (boxes: ReadonlyMap<string, { y: number; height: number }>) => number) => {
    const { clusters: laid } = browser.wall.get()
    const boxes = new Map([...laid.values()].map((sheet) => [sheet.id as string, sheet.box]))
    const held = laid.get(`Q1/${id}`)!
    dropCluster(
      browser,
      browser.wall.get(),
      metrics,
      held,
      { question: q1, cluster: null },
      { x: 0, y: y(boxes) },
    )
  }
  expect(order()).toEqual(['a', 'b', 'c', 'd'])
  drop('d', (boxes) => boxes.get('b')!.y - 1)
  expect(order()).toEqual(['a', 'd', 'b', 'c'])
  drop('a', (boxes) => boxes.get('c')!.y - 1)
  expect(order()).toEqual(['d', 'b', 'a', 'c'])
  for (let at = 0; at < 9; at++)
    browser.actions.create({ question: q1, cluster: 'd' as ClusterId, blocks: textOf(30) })
  expect(order()).toEqual(['d', 'b', 'a', 'c'])
  // Without room between them, and a new one behind.
  addCluster(browser.doc, { id: 'e' as ClusterId, title: 'e', question: q1 })
  expect(order()).toEqual(['d', 'b', 'a', 'c', 'e'])
  const foot = browser.wall.get().zones[0]!.foot
  drop('b', () => foot + 300)
  expect(order()).toEqual(['d', 'a', 'c', 'e', 'b'])
  expect(browser.wall.get().clusters.get('Q1/b')?.box.y).toBe(foot + 300)
  browser.undo.undo()
  expect(order()).toEqual(['d', 'b', 'a', 'c', 'e'])
})
