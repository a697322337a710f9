import { expect, test } from 'vitest'
import type { GroupId, NoteRef, ResultId } from '#shared/ids.ts'
import { apartAfter, clockMark, followMove, type FollowState } from '#shared/plenum/following.ts'
import type { Presented } from '#shared/plenum/presenting.ts'
import {
  beamerShowOf,
  isNewTopic,
  presentingMinutes,
  presentingOrder,
  timerAfter,
} from '#shared/plenum/presentingMoves.ts'
import { nextTopic, presentingSteps, stepFrom } from '#shared/plenum/presentingSteps.ts'
import { discussCount, toDiscuss } from '#shared/plenum/toDiscuss.ts'

const id = (name: string) => name as GroupId
const group = (name: string, note: string | null = null): Presented => ({
  kind: 'group',
  group: id(name),
  note: note as NoteRef | null,
})
const result = (name: string): Presented => ({ kind: 'result', id: name as ResultId })
const block = (name: string): Presented => ({ kind: 'block', group: id(name) })
const closing: Presented = { kind: 'closing' }
const minute = 60_000

test('P42 the clock of a group begins with it, and informs: notes, extending and stopping', () => {
  const after = (
    now: Presented | null,
    move?: Parameters<typeof timerAfter>[2],
    before: Parameters<typeof timerAfter>[0] = { now: null, timer: null },
  ) => timerAfter(before, now, move, 4, 1000)
  const runs = { now: group('A'), timer: { group: id('A'), endsAt: 90_000 } }
  expect(after(group('A'))).toEqual({ group: 'A', endsAt: 1000 + 4 * minute })
  expect(after(group('A', 'A/n1'), undefined, runs)).toBe(runs.timer)
  expect(after(group('B'), undefined, runs)).toEqual({ group: 'B', endsAt: 1000 + 4 * minute })
  for (const now of [null, result('r1'), block('A'), closing]) expect(after(now, undefined, runs)).toBe(null)
  expect(after(group('A'), { do: 'extend', minutes: 1 }, runs)?.endsAt).toBe(90_000 + minute)
  // Over for a while: one minute more is a whole one.
  const over = { ...runs, timer: { group: id('A'), endsAt: 10 } }
  expect(after(group('A'), { do: 'extend', minutes: 1 }, over)?.endsAt).toBe(1000 + minute)
  expect(after(group('A'), { do: 'extend', minutes: -9 }, runs)?.endsAt).toBe(1000)
  expect(after(group('A'), { do: 'extend', minutes: 1 })).toBe(null)
  expect(after(group('A'), { do: 'stop' }, runs)).toBe(null)
  // Stopped, it stays stopped while that group presents.
  expect(after(group('A', 'A/n1'), undefined, { ...runs, timer: null })).toBe(null)
  expect(after(null, { do: 'start', group: id('C'), minutes: 2 })).toEqual({
    group: 'C',
    endsAt: 1000 + 2 * minute,
  })
})

test('P42 each group has its share of the phase, four minutes where the plan says nothing', () => {
  const groups = ['A', 'B', 'C', 'D'].map((name) => ({ id: id(name) })) as never
  const phases = (minutes: number, name = 'plenum-present') => [{ id: name, minutes }] as never
  expect(presentingMinutes({ groups, plenumPhases: phases(16) })).toBe(4)
  expect(presentingMinutes({ groups, plenumPhases: phases(22) })).toBe(5)
  expect(presentingMinutes({ groups, plenumPhases: phases(2) })).toBe(1)
  expect(presentingMinutes({ groups, plenumPhases: phases(16, 'other') })).toBe(4)
  expect(presentingMinutes({ groups: [] as never, plenumPhases: phases(16) })).toBe(4)
  expect(presentingOrder({ groups }, [id('C'), id('Z'), id('C')])).toEqual(['C', 'A', 'B', 'D'])
})

test('P42 a clock is said at one minute and at its end, once each, and again after time was added', () => {
  expect(clockMark(61_000, 60_000)).toBe('one')
  expect(clockMark(60_000, 59_000)).toBe(null)
  expect(clockMark(1000, 0)).toBe('over')
  expect(clockMark(0, -1000)).toBe(null)
  // A page that slept through both says what counts now.
  expect(clockMark(70_000, -5000)).toBe('over')
  expect(clockMark(-5000, 55_000)).toBe(null)
})

test('P41 the minutes tell who had the floor and what was spoken about, not each card', () => {
  expect(isNewTopic(null, group('A'))).toBe(true)
  expect(isNewTopic(group('A'), group('A', 'A/n1'))).toBe(false)
  expect(isNewTopic(group('A', 'A/n1'), group('B', 'B/n1'))).toBe(true)
  expect(isNewTopic(result('r1'), result('r1'))).toBe(false)
  expect(isNewTopic(result('r1'), result('r2'))).toBe(true)
  expect(isNewTopic(block('A'), group('A'))).toBe(true)
  expect(isNewTopic(group('A'), null)).toBe(false)
})

test('P41 the screen shows the same: a group with its notes, one of them, a result, the points, the programme', () => {
  expect(beamerShowOf(group('B'))).toEqual({ kind: 'group', group: 'B', view: 'plenum', note: null })
  expect(beamerShowOf(group('B', 'B/n7'))).toMatchObject({ group: 'B', note: 'n7' })
  expect(beamerShowOf(result('r1'))).toEqual({ kind: 'result', id: 'r1' })
  expect(beamerShowOf(closing)).toEqual({ kind: 'today' })
  expect(beamerShowOf({ kind: 'points' })).toEqual({ kind: 'points', stage: 'plenum' })
})

test('P45 the way leads from group to group with their notes, then to results and blocks, then to the end', () => {
  const steps = presentingSteps(
    [
      { id: id('A'), notes: ['A/n1', 'A/n2'] as NoteRef[], results: ['r1', 'r2'] as ResultId[] },
      { id: id('B'), notes: [], results: ['r3'] as ResultId[] },
    ],
    [id('B'), id('A')],
  )
  const way: Presented[] = [
    group('B'),
    group('A'),
    group('A', 'A/n1'),
    group('A', 'A/n2'),
    result('r1'),
    result('r2'),
    block('A'),
    result('r3'),
    closing,
  ]
  expect(steps).toEqual(way)
  let now: Presented | null = null
  for (const step of way) expect((now = stepFrom(steps, now, 1) ?? null)).toEqual(step)
  expect(stepFrom(steps, now, 1)).toBeUndefined()
  for (const step of way.toReversed().slice(1)) expect((now = stepFrom(steps, now, -1) ?? null)).toEqual(step)
  expect(stepFrom(steps, now, -1)).toBeUndefined()
  // Withdrawn while it was shown: on and back lead within its group.
  expect(stepFrom(steps, group('A', 'A/gone'), 1)).toEqual(group('A', 'A/n1'))
  expect(stepFrom(steps, group('A', 'A/gone'), -1)).toEqual(group('A'))
  expect(stepFrom(steps, result('gone'), 1)).toBeUndefined()
  expect(nextTopic(steps, group('B'))).toEqual(group('A'))
  expect(nextTopic(steps, group('A', 'A/n1'))).toEqual(result('r1'))
  expect(nextTopic(steps, result('r1'))).toBeUndefined()
})

test('P46 members are brought along; whoever looks elsewhere, leads or is busy is only told', () => {
  const with_: FollowState = {
    now: group('B'),
    here: group('A'),
    isLeading: false,
    isApart: false,
    isHeld: false,
  }
  expect(followMove(with_)).toBe('bring')
  expect(followMove({ ...with_, here: null })).toBe('bring')
  for (const more of [{ isLeading: true }, { isApart: true }, { isHeld: true }])
    expect(followMove({ ...with_, ...more })).toBe('offer')
  expect(followMove({ ...with_, here: group('B') })).toBe('stay')
  // Scrolled away within what is shown: the next step is offered, and so is following again.
  expect(followMove({ ...with_, isApart: true, here: group('B') })).toBe('offer')
  expect(followMove({ ...with_, isLeading: true, isApart: true, here: group('B') })).toBe('stay')
  expect(followMove({ ...with_, here: group('B', 'B/n1') })).toBe('bring')
  expect(followMove({ ...with_, now: null })).toBe('stay')
  expect(followMove({ ...with_, now: { kind: 'points' } })).toBe('stay')
})

test('P46 own scrolling and own ways break following, the pill and the same place bring it back', () => {
  const now = group('B')
  expect(apartAfter({ kind: 'scrolled' }, now)).toBe(true)
  expect(apartAfter({ kind: 'went', to: group('A') }, now)).toBe(true)
  expect(apartAfter({ kind: 'went', to: null }, now)).toBe(true)
  expect(apartAfter({ kind: 'went', to: group('B') }, now)).toBe(false)
  expect(apartAfter({ kind: 'back' }, now)).toBe(false)
  // Nobody is led anywhere: who reads about is brought along when it begins.
  expect(apartAfter({ kind: 'scrolled' }, null)).toBe(false)
  expect(apartAfter({ kind: 'went', to: group('A') }, null)).toBe(false)
})

test('P44 a result shall be discussed if it was marked, or a note that it was made of', () => {
  const one = { id: 'r1' as ResultId, sources: ['A/n1', 'B/n2'] as NoteRef[] }
  const two = { id: 'r2' as ResultId, sources: ['A/n3'] as NoteRef[] }
  const three = { id: 'constructor' as ResultId, sources: [] }
  expect([...toDiscuss([one, two, three], {})]).toEqual([])
  expect([...toDiscuss([one, two], { 'B/n2': 1 })]).toEqual(['r1'])
  expect([...toDiscuss([one, two], { r2: 3, 'A/n9': 1 })]).toEqual(['r2'])
  expect([...toDiscuss([one, two], { r1: 0, 'A/n1': 0 })]).toEqual([])
  expect(discussCount(one, { r1: 2, 'A/n1': 1, 'B/n2': 1, 'A/n3': 5 })).toBe(4)
  expect(discussCount({ ...two, sources: ['A/n3', 'A/n3'] as NoteRef[] }, { 'A/n3': 1 })).toBe(1)
})
