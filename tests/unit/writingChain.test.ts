import { afterEach, expect, test, vi } from 'vitest'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import type { Spot } from '#shared/board.ts'
import { isTypingKey } from '../../client/board/isTypingKey.ts'
import { nextInList } from '../../client/board/nextInList.ts'
import { singleKeys } from '../../client/board/singleKeys.ts'
import { boardLayout } from '../../client/board/wall/boardLayout.ts'
import { boardMetrics } from '../../client/board/wall/boardMetrics.ts'
import { nextOnWall } from '../../client/board/wall/nextOnWall.ts'
import type { Way } from '../../client/editor/noteExtensions.ts'

const A1 = 'A1' as QuestionId
const A2 = 'A2' as QuestionId
const cluster = 'sheet' as ClusterId
const ids = (words: string) => words.split(' ') as NoteId[]
const arrangement = {
  zones: [
    { question: A1, clusters: [{ id: cluster, title: 'Ort', notes: ids('in1 in2') }], loose: ids('a b c') },
    { question: A2, clusters: [], loose: ids('z') },
  ],
  parked: ids('later'),
  trashed: [],
  marked: [],
  originals: new Map(),
}
const metrics = boardMetrics()
const layoutOf = (
  spots: Readonly<Record<string, Spot>> = {},
  heights: Readonly<Record<string, number>> = {},
) =>
  boardLayout({
    zones: arrangement.zones,
    metrics,
    headHeight: 60,
    minHeight: 0,
    heightOf: (id) => heights[id] ?? 80,
    clusterHeadHeight: () => 30,
    noteAt: (id) => spots[id] ?? null,
    columnOf: (id) => (id === 'b' || id === 'c' ? 1 : null),
    clusterAt: () => null,
  })
const from = (layout: ReturnType<typeof layoutOf>) => (id: string, way: Way) =>
  nextOnWall(layout, metrics, id as NoteId, way)

test('B30 in the list writing goes on in the order of its place, and a new card comes at its end', () => {
  const next = (id: string, way: Way) => nextInList(arrangement, id as NoteId, way)
  expect(next('a', 'right')).toBe('b')
  expect(next('a', 'below')).toBe('b')
  expect(next('c', 'left')).toBe('b')
  expect(next('c', 'right')).toBe('new')
  // The last of a cluster is followed by a new one in the cluster, not by the first loose card.
  expect(next('in2', 'right')).toBe('new')
  expect(next('in1', 'left')).toBeNull()
  expect(next('later', 'below')).toBe('new')
})

test('B30 on the wall it goes to what stands there: beside, below, in the same cluster', () => {
  // a left, b right, c below it
  const next = from(layoutOf({}, { a: 200 }))
  expect(next('a', 'right')).toBe('b')
  expect(next('b', 'below')).toBe('c')
  expect(next('c', 'above')).toBe('b')
  expect(next('c', 'left')).toBe('a')
  expect(next('in1', 'right')).toBe('in2')
  // Above the first loose card stands a cluster, and beside the last column another question: neither counts.
  expect(next('a', 'above')).toBeNull()
  expect(next('b', 'right')).toBe('c')
  expect(next('z', 'left')).toBeNull()
})

test('B30 where nothing stands, a flowing card is followed by one that flows, a placed one by a neighbour', () => {
  const flowing = from(layoutOf())
  expect(flowing('c', 'right')).toEqual({ at: null })
  expect(flowing('in2', 'below')).toEqual({ at: null })
  const placed = from(layoutOf({ a: { x: 7, y: 400 } }))
  expect(placed('a', 'right')).toEqual({ at: { x: 7 + 208 + 8, y: 400 } })
  expect(placed('a', 'below')).toEqual({ at: { x: 7, y: 400 + 80 + 8 } })
  // A place outside of the zone is none.
  expect(placed('a', 'left')).toBeNull()
})

afterEach(() => vi.unstubAllGlobals())

const key = (name: string, more: object = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test('B30 letters typed on a chosen card begin to write, the page’s own keys only while they are off', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
  for (const letter of ['b', 'ß', 'Ä', '(', '€']) expect(isTypingKey(key(letter))).toBe(true)
  expect(isTypingKey(key('N', { shiftKey: true }))).toBe(true)
  // AltGr is told in several ways, and writes what is on the key.
  const altGr = { getModifierState: (name: string) => name === 'AltGraph' }
  for (const held of [{ ctrlKey: true, altKey: true }, altGr, { altKey: true, ...altGr }])
    for (const sign of ['@', '€', '²', '{']) expect(isTypingKey(key(sign, held))).toBe(true)
  for (const held of [{ altKey: true }, { ctrlKey: true }, { metaKey: true, ...altGr }])
    for (const sign of ['e', '€', 'Dead']) expect(isTypingKey(key(sign, held))).toBe(false)
  expect(isTypingKey(key('Dead'))).toBe(true)
  expect(isTypingKey(key('Dead', altGr))).toBe(true)
  for (const own of ['n', 'm', '3', '?', '/', '+', '-', ' ', 'N'])
    expect(isTypingKey(key(own, { shiftKey: own === '?' || own === '/' }))).toBe(false)
  // An input method begins to write as well.
  expect(isTypingKey(key('Process'))).toBe(true)
  for (const other of ['Enter', 'ArrowUp', 'F2']) expect(isTypingKey(key(other))).toBe(false)
  expect(isTypingKey(key('b', { ctrlKey: true }))).toBe(false)
  singleKeys.set(false)
  expect([...kept.values()]).toEqual(['off'])
  for (const letter of ['n', 'm', '3']) expect(isTypingKey(key(letter))).toBe(true)
  singleKeys.set(true)
  expect(kept.size).toBe(0)
})
