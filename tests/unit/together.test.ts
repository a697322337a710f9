import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { NoteId, PersonId, QuestionId } from '#shared/ids.ts'
import { boardMetrics } from '../../client/board/wall/boardMetrics.ts'
import { boardLayout } from '../../client/board/wall/boardLayout.ts'
import { openTogether, type Together } from '../../client/board/together/openTogether.ts'
import { readCall, readDrags, readSight } from '../../client/board/together/presenceFields.ts'
import { sightOf, viewOfSight } from '../../client/board/together/sightView.ts'

type Seat = { readonly awareness: Awareness; readonly together: Together }
let seats: Seat[] = []

/** Somebody in the room; the names are written here, as the server does. */
const enter = (id: string): Seat => {
  const awareness = new Awareness(new Y.Doc())
  const user = { id, name: `Kreisverband ${id}`, role: 'member', colour: 1 }
  awareness.setLocalState({ user })
  const seat = { awareness, together: openTogether(awareness, id as PersonId) }
  for (const other of seats) {
    for (const [from, to] of [
      [other, seat],
      [seat, other],
    ] as const) {
      const tell = () =>
        applyAwarenessUpdate(
          to.awareness,
          encodeAwarenessUpdate(from.awareness, [from.awareness.clientID]),
          'wire',
        )
      tell()
      from.awareness.on('update', (_changes: unknown, by: unknown) => by === 'local' && tell())
    }
  }
  seats.push(seat)
  return seat
}
const leave = ({ awareness }: Seat) => awareness.setLocalState(null)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const { together, awareness } of seats) {
    together.close()
    awareness.destroy()
  }
  seats = []
  vi.useRealTimers()
})

const a = 'a' as NoteId
const b = 'b' as NoteId
const drag = (seat: Seat, notes: readonly NoteId[] | null, x = 10) =>
  seat.awareness.setLocalStateField('drags', notes && { notes, x, y: 20 })

test('B48 cards that others move carry their name until they let go, leave or stop for ten seconds', () => {
  const [anna, ben, cleo] = [enter('1'), enter('2'), enter('3')]
  drag(ben, [a, b])
  expect(anna.together.moverOf(b)).toMatchObject({ person: '2', name: 'Kreisverband 2' })
  expect(ben.together.drags.get()).toEqual([])
  drag(cleo, ['c' as NoteId])
  expect(anna.together.drags.get().map(({ name }) => name)).toEqual(['Kreisverband 2', 'Kreisverband 3'])
  drag(ben, null)
  expect(anna.together.moverOf(a)).toBeNull()
  leave(cleo)
  expect(anna.together.drags.get()).toEqual([])
  drag(ben, [a])
  vi.advanceTimersByTime(9_000)
  drag(ben, [a], 11)
  vi.advanceTimersByTime(9_000)
  expect(anna.together.moverOf(a)?.name).toBe('Kreisverband 2')
  vi.advanceTimersByTime(2_000)
  expect(anna.together.moverOf(a)).toBeNull()
})

test('B48 taking a card that somebody moves is told once a drag, and refused to nobody', () => {
  const [anna, ben] = [enter('1'), enter('2')]
  const told: string[] = []
  anna.together.onClash((note, { name }) => told.push(`${note} ${name}`))
  drag(ben, [a])
  drag(anna, [b])
  drag(anna, null)
  expect(told).toEqual([])
  drag(anna, [a])
  drag(anna, [a], 30)
  expect(told).toEqual(['a Kreisverband 2'])
  expect(ben.together.moverOf(a)?.name).toBe('Kreisverband 1')
})

const sight = { question: 'A1' as QuestionId, on: null, x: 100, y: 200, width: 800, height: 600 }

test('B49 what is in view reaches followers, and following ends when the person is gone for ten seconds', () => {
  const [anna, ben, cleo] = [enter('1'), enter('2'), enter('3')]
  expect(ben.together.isFollowed.get()).toBe(false)
  anna.together.follow({ id: '2' as PersonId, name: 'Kreisverband 2' })
  expect([ben.together.isFollowed.get(), cleo.together.isFollowed.get()]).toEqual([true, false])
  ben.together.showSight(sight)
  expect(anna.together.sight.get()).toEqual(sight)
  expect(cleo.together.sight.get()).toBeNull()
  leave(ben)
  vi.advanceTimersByTime(9_000)
  expect(anna.together.following.get()?.id).toBe('2')
  vi.advanceTimersByTime(2_500)
  expect(anna.together.following.get()).toBeNull()
  expect(anna.awareness.getLocalState()).toMatchObject({ follows: null })
})

const layoutWith = (heights: Readonly<Record<string, number>>) =>
  boardLayout({
    zones: [
      { question: 'A1' as QuestionId, clusters: [], loose: [a, b] },
      { question: 'A2' as QuestionId, clusters: [], loose: ['c' as NoteId] },
    ],
    metrics: boardMetrics(),
    headHeight: 72,
    minHeight: 4000,
    heightOf: (id) => heights[id] ?? 100,
    clusterHeadHeight: () => 32,
    noteAt: (id) => (id === b ? { x: 0, y: 500 } : null),
    columnOf: () => null,
    clusterAt: () => null,
  })

test('B49 a follower sees the same card in the middle, in a window of another size and with other heights', () => {
  const theirs = layoutWith({ b: 100 })
  const mine = layoutWith({ a: 900, b: 120 })
  const box = theirs.notes.get(b)?.box
  const seen = sightOf(
    theirs,
    { x: 400 - (box?.x ?? 0) - 50, y: 300 - (box?.y ?? 0) - 40, zoom: 1 },
    { width: 800, height: 600 },
    'A1' as QuestionId,
  )
  expect(seen).toMatchObject({ on: 'b', x: 50, y: 40, width: 800, height: 600 })
  const size = { width: 400, height: 300 }
  const view = viewOfSight(mine, boardMetrics(), seen, size, { zoom: 1, minZoom: 0.1 })
  const own = mine.notes.get(b)?.box
  expect(view?.zoom).toBe(0.5)
  expect(((own?.y ?? 0) + 40) * 0.5 + (view?.y ?? 0)).toBeCloseTo(150)
  const inList = { ...seen, on: null, width: 0, height: 0, question: 'A2' as QuestionId }
  const there = viewOfSight(mine, boardMetrics(), inList, size, { zoom: 1, minZoom: 0.1 })
  const zone = mine.zones[1]?.box
  expect((zone?.x ?? 0) + (zone?.width ?? 0) / 2 + (there?.x ?? 0)).toBeCloseTo(200, 0)
})

test('B50 an invitation reaches the others for a minute at most, once in five seconds, until they answer', () => {
  const [anna, ben, cleo] = [enter('1'), enter('2'), enter('3')]
  const where = { ...sight, on: a }
  expect(anna.together.invite(where)).toBe(true)
  expect(anna.together.call.get()).toBeNull()
  // Nor in one's own second window.
  expect(enter('1').together.call.get()).toBeNull()
  expect(ben.together.call.get()).toMatchObject({ name: 'Kreisverband 1', on: 'a' })
  expect(anna.together.invite({ ...where, on: b })).toBe(false)
  expect(ben.together.call.get()?.on).toBe('a')
  ben.together.answer(ben.together.call.get()?.id ?? '')
  expect(ben.together.call.get()).toBeNull()
  expect(cleo.together.call.get()?.on).toBe('a')
  vi.advanceTimersByTime(5_000)
  expect(anna.together.invite({ ...where, on: b })).toBe(true)
  expect([ben.together.call.get()?.on, cleo.together.call.get()?.on]).toEqual(['b', 'b'])
  vi.advanceTimersByTime(61_000)
  expect([ben.together.call.get(), cleo.together.call.get()]).toEqual([null, null])
  expect(anna.awareness.getLocalState()).toMatchObject({ call: null })
  expect(anna.together.following.get()).toBeNull()
})

test.each([
  null,
  7,
  'x',
  [],
  {},
  { notes: 'a', x: 1, y: 1 },
  { notes: ['../x'], x: 1, y: 1 },
  { notes: ['a'], x: Number.NaN, y: 1 },
])('B48, B49, B50 what strangers say in presence reads as nothing: %j', (value) => {
  expect([readDrags(value), readSight(value), readCall(value)]).toEqual([null, null, null])
})
