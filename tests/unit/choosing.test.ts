import { Awareness } from 'y-protocols/awareness'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { NoteFact } from '#shared/api.ts'
import { clustersOf, notesOf, type Note } from '#shared/board.ts'
import type { ClusterId, GroupId, KindId, LevelId, NoteId, QuestionId } from '#shared/ids.ts'
import { plainText, type Block } from '#shared/note.ts'
import { parkingLotKind, type Group, type NoteKind } from '#shared/template.ts'
import { boardActions } from '../../client/board/boardActions.ts'
import { boardStore } from '../../client/board/boardStore.ts'
import { allAround } from '../../client/board/choosing/allAround.ts'
import { chosenActions } from '../../client/board/choosing/chosenActions.ts'
import { kindOfKey } from '../../client/board/choosing/kindKey.ts'
import { addChosen, chooseMore, keepStanding } from '../../client/board/choosing/noteSelection.ts'
import { openSearch } from '../../client/board/choosing/openSearch.ts'
import { hitBeside } from '../../client/board/choosing/stepHits.ts'
import { noFilter, type NoteFilter } from '../../client/board/noteFilter.ts'
import { sendDrags } from '../../client/board/wall/sendDrags.ts'
import { openUndo } from '../../client/editor/openUndo.ts'
import { valueStore } from '../../client/sync/valueStore.ts'

const noteKinds = [
  { id: 'idea', isDefault: true },
  { id: 'measure' },
  { id: parkingLotKind },
] as unknown as NoteKind[]
const [A1, A2] = ['A1', 'A2'] as QuestionId[] as [QuestionId, QuestionId]
const questions: Group['questions'] = [
  { id: A1, text: '' },
  { id: A2, text: '' },
]
const text = (words: string): Block[] => [{ type: 'paragraph', spans: [{ text: words }] }]
const none: ReadonlySet<NoteId> = new Set()

const openBoard = () => {
  const doc = new Y.Doc()
  const undo = openUndo([notesOf(doc), clustersOf(doc)])
  let count = 0
  const actions = boardActions({
    doc,
    undo,
    plan: { noteKinds },
    now: () => ++count,
    random: () => new Uint8Array(10).fill(++count),
  })
  const store = boardStore(doc, { questions: [A1, A2], changesMade: () => count })
  const write = (words: string, question: QuestionId | null = A1) =>
    actions.create({ question, blocks: text(words) })
  const many = chosenActions({ store, actions, group: { questions } as Group })
  const filter = valueStore<NoteFilter>(noFilter)
  const facts = valueStore<ReadonlyMap<NoteId, NoteFact>>(new Map())
  const search = openSearch({ group: 'A' as GroupId, store, filter, facts })
  const find = (wanted: Partial<NoteFilter>) => {
    filter.set({ ...noFilter, ...wanted })
    return search.hits.get()?.inOrder.map((id) => plainText(store.note(id)?.blocks ?? [])) ?? null
  }
  return { doc, undo, actions, store, write, many, filter, facts, search, find }
}
/** One step of undo takes all of it back. */
const isOneStep = ({ doc, undo, store }: ReturnType<typeof openBoard>, act: () => void) => {
  const before = store.notes()
  let transactions = 0
  const count = ({ changed }: Y.Transaction) => {
    if (changed.size > 0) transactions++
  }
  doc.on('afterTransaction', count)
  act()
  doc.off('afterTransaction', count)
  expect(store.notes()).not.toEqual(before)
  expect(transactions).toBe(1)
  undo.undo()
  expect(store.notes()).toEqual(before)
  undo.redo()
}
afterEach(() => vi.useRealTimers())

test('B32 words are found in any order, without regard to case, accents and ß', () => {
  const { find, write } = openBoard()
  write('Die Straße überqueren')
  write('Brückenfonds für Kommunen')
  expect(find({ text: 'STRASSE die' })).toEqual(['Die Straße überqueren'])
  expect(find({ text: 'bruckenf' })).toEqual(['Brückenfonds für Kommunen'])
  expect(find({ text: 'für' })).toEqual(['Brückenfonds für Kommunen'])
  expect(find({ text: 'Straße Brücke' })).toEqual([])
  expect(find({ text: '  ' })).toBeNull()
})

test('B32 a number is found, and what is one’s own, before the server has numbered it as well', () => {
  const { find, write, facts, store, search } = openBoard()
  const [first, second] = [write('Eins'), write('Zwei')]
  const fact = (id: NoteId, number: number, isMine: boolean): [NoteId, NoteFact] => [
    id,
    { id, number, author: 'Kreisverband 12', isMine },
  ]
  expect(store.touchedAt(second)).toBeGreaterThan(0)
  expect(find({ isMine: true })).toEqual(['Eins', 'Zwei'])
  facts.set(new Map([fact(first, 7, false), fact(second, 8, true)]))
  expect(search.hits.get()?.inOrder).toEqual([second])
  expect(find({ text: 'a-07' })).toEqual(['Eins'])
  expect(find({ isMine: true })).toEqual(['Zwei'])
})

test('B32 of several fields all must fit, of several values of one field any', () => {
  const { find, write, actions, store } = openBoard()
  const [a, b, c] = [write('a'), write('b'), write('c')] as [NoteId, NoteId, NoteId]
  actions.setKind(b, 'measure' as KindId)
  actions.setLevel(b, 'kv' as LevelId, true)
  actions.setLevel(c, 'lv' as LevelId, true)
  actions.markForPlenum(c)
  const cluster = actions.newCluster('Vor Ort', A1, [a, b])
  expect(find({ levels: ['kv', 'lv'] as LevelId[] })).toEqual(['b', 'c'])
  expect(find({ levels: ['kv', 'lv'] as LevelId[], kinds: ['measure'] as KindId[] })).toEqual(['b'])
  expect(find({ clusters: [cluster] })).toEqual(['a', 'b'])
  expect(find({ clusters: [cluster], isMarked: true })).toEqual([])
  actions.trash(b)
  expect(find({ levels: ['kv'] as LevelId[] })).toEqual([])
  expect(store.arrangement.get().trashed).toEqual([b])
})

test('B32 what is found is told in reading order, the Themenspeicher last, and only when it changes', () => {
  const { find, write, actions, search } = openBoard()
  const later = write('Karte drüben', A2)
  const here = write('Karte hier')
  const parked = write('Karte daneben')
  actions.park(parked)
  const other = write('Etwas anderes')
  expect(find({ text: 'karte' })).toEqual(['Karte hier', 'Karte drüben', 'Karte daneben'])
  expect(search.hits.get()?.total).toBe(4)
  let told = 0
  search.hits.subscribe(() => told++)
  actions.setKind(here, 'measure' as KindId)
  actions.setLevel(other, 'kv' as LevelId, true)
  expect(told).toBe(0)
  actions.trash(later)
  expect(told).toBe(1)
  expect(search.hits.get()?.inOrder).toEqual([here, parked])
  search.clear()
  expect(search.hits.get()).toBeNull()
})

test('B32 from hit to hit, round and round, also from a card that is none', () => {
  const inOrder = ['a', 'b', 'c'] as NoteId[]
  const hits = { ids: new Set(inOrder), inOrder, total: 9 }
  expect(hitBeside(hits, null, 1)).toBe('a')
  expect(hitBeside(hits, 'c' as NoteId, 1)).toBe('a')
  expect(hitBeside(hits, 'a' as NoteId, -1)).toBe('c')
  expect(hitBeside(hits, 'x' as NoteId, -1)).toBe('c')
  expect(hitBeside({ ...hits, inOrder: [] }, null, 1)).toBeNull()
})

test('B33 what is laid away, put together, emptied or erased leaves the selection by itself', () => {
  const { doc, write, actions, store, undo } = openBoard()
  const ids = ['a', 'b', 'c', 'd', 'e'].map((words) => write(words)) as [
    NoteId,
    NoteId,
    NoteId,
    NoteId,
    NoteId,
  ]
  const [a, b, c, d, e] = ids
  const selection = valueStore<ReadonlySet<NoteId>>(new Set(ids))
  const end = keepStanding(store, selection)
  actions.trash(a)
  expect([...selection.get()]).toEqual([b, c, d, e])
  notesOf(doc).delete(b)
  expect([...selection.get()]).toEqual([c, d, e])
  actions.merge([c, d])
  expect([...selection.get()]).toEqual([e])
  // Moved is not gone.
  actions.park(e)
  expect([...selection.get()]).toEqual([e])
  // What comes back is not chosen again: nobody would see it.
  actions.trash(e)
  undo.undo()
  expect(selection.get().size).toBe(0)
  end()
})

test('B33 "all" is the cluster of the card, or its zone; once that is chosen, the board; while searching, the hits', () => {
  const { write, actions, store } = openBoard()
  const [a, b, c] = [write('a'), write('b'), write('c')] as [NoteId, NoteId, NoteId]
  const d = write('d', A2)
  const parked = write('e')
  actions.park(parked)
  const cluster = actions.newCluster('Vor Ort', A1, [a, b])
  const now = store.arrangement.get()
  expect(allAround(now, { note: a, question: A2 }, none)).toEqual([a, b])
  expect(allAround(now, { note: c }, none)).toEqual([a, b, c])
  expect(allAround(now, { note: parked, question: A1 }, none)).toEqual([parked])
  expect(allAround(now, { cluster: cluster as ClusterId, question: A2 }, none)).toEqual([a, b])
  expect(allAround(now, { question: A2 }, none)).toEqual([d])
  expect(allAround(now, { note: a }, new Set([a, b]))).toEqual([a, b, c, d, parked])
  expect(allAround(now, {}, none)).toEqual([a, b, c, d, parked])
  expect(allAround(now, { note: a }, none, (id) => id !== b)).toEqual([a])
})

test('B33 the first card added with Shift or Ctrl takes the focused one along; Shift and arrows only add', () => {
  const [a, b, c] = ['a', 'b', 'c'] as NoteId[] as [NoteId, NoteId, NoteId]
  const selection = valueStore<ReadonlySet<NoteId>>(new Set())
  chooseMore(selection, b, a)
  expect([...selection.get()]).toEqual([a, b])
  chooseMore(selection, a, b)
  expect([...selection.get()]).toEqual([b])
  addChosen(selection, [b, c])
  expect([...selection.get()]).toEqual([b, c])
  const before = selection.get()
  addChosen(selection, [b])
  expect(selection.get()).toBe(before)
})

test('B34 moving, heading, kind, levels, marking, laying away: each one change and one step of undo', () => {
  const board = openBoard()
  const { write, actions, many, store } = board
  const ids = [write('a'), write('b'), write('c', A2)]
  const parked = write('d')
  actions.park(parked)
  const cluster = actions.newCluster('Vor Ort', A2, [])
  const all = [...ids, parked]
  const fields = <Field extends keyof Note>(field: Field) => all.map((id) => store.note(id)?.[field])
  isOneStep(board, () => many.putInto(all, cluster))
  expect(fields('cluster')).toEqual(all.map(() => cluster))
  // A heading keeps the questions, and takes out of the Themenspeicher.
  expect(fields('question')).toEqual([A1, A1, A2, A2])
  expect(store.arrangement.get().parked).toEqual([])
  isOneStep(board, () => many.move(all, A2))
  expect(fields('question')).toEqual([A2, A2, A2, A2])
  expect(fields('cluster')).toEqual([null, null, cluster, cluster])
  isOneStep(board, () => many.setKind(all, 'measure' as KindId))
  expect(fields('kind')).toEqual(all.map(() => 'measure'))
  const levels = new Map([['kv' as LevelId, true]])
  isOneStep(board, () => many.setLevels(all, levels))
  expect(fields('levels')).toEqual(all.map(() => ['kv']))
  isOneStep(board, () => many.move(all, null))
  expect(store.arrangement.get().parked).toHaveLength(4)
  isOneStep(board, () => many.trash(all))
  expect(store.arrangement.get().trashed).toHaveLength(4)
  isOneStep(board, () => many.restore(all))
  expect(store.arrangement.get().trashed).toEqual([])
})

test('B34 a new heading and its cards are one step; marked cards keep their place and others follow in order', () => {
  const board = openBoard()
  const { write, actions, many, store, undo } = board
  const ids = [write('a'), write('b'), write('c')] as [NoteId, NoteId, NoteId]
  isOneStep(board, () => many.putIntoNew(ids, ' Vor Ort '))
  expect(store.arrangement.get().zones[0]?.clusters).toMatchObject([{ title: 'Vor Ort', notes: ids }])
  undo.undo()
  expect(store.clusters.get()).toEqual([])
  actions.markForPlenum(ids[1])
  isOneStep(board, () => many.mark(ids))
  expect(store.arrangement.get().marked).toEqual([ids[1], ids[0], ids[2]])
  isOneStep(board, () => many.unmark(ids))
  expect(store.arrangement.get().marked).toEqual([])
})

test('B34 the digits are the kinds in the order of the template', () => {
  expect(kindOfKey({ noteKinds }, '1')?.id).toBe('idea')
  expect(kindOfKey({ noteKinds }, '3')?.id).toBe(parkingLotKind)
  expect([...'0489aN', '12', ''].map((key) => kindOfKey({ noteKinds }, key))).toEqual(
    Array.from({ length: 8 }, () => undefined),
  )
})

test('B35 others hear of a drag ten times a second at most, its end at once, and nothing when nobody is there', () => {
  vi.useFakeTimers()
  const awareness = new Awareness(new Y.Doc())
  let isHeard = true
  const told: unknown[] = []
  awareness.on('change', () => told.push(awareness.getLocalState()?.['drags']))
  const drags = sendDrags(awareness, () => isHeard)
  const a = 'a' as NoteId
  for (let at = 0; at < 50; at++) {
    drags.move([a], { x: at + 0.4, y: 0 })
    vi.advanceTimersByTime(20)
  }
  expect(told.length).toBeGreaterThan(5)
  expect(told.length).toBeLessThanOrEqual(11)
  expect(told.at(-1)).toMatchObject({ notes: [a], y: 0 })
  drags.move([a], { x: 99, y: 0 })
  drags.end()
  vi.advanceTimersByTime(1000)
  expect(told.at(-1)).toBeNull()
  const before = told.length
  isHeard = false
  drags.move([a], { x: 1, y: 1 })
  vi.advanceTimersByTime(1000)
  drags.end()
  expect(told).toHaveLength(before)
  awareness.destroy()
})
