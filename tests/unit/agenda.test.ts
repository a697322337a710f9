import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeAgenda, minutesOf, type AgendaChange, type Timetable } from '#shared/day/agenda.ts'
import type { AgendaItem } from '#shared/template.ts'

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const item = (id: string, start: string, end: string): AgendaItem => ({
  id,
  start,
  end,
  kind: 'item',
  title: `Punkt ${id}`,
  speaker: null,
  organisation: null,
  hasQuestions: false,
})
const phase = (id: string, start: string, end: string) =>
  ({
    id,
    start,
    end,
    de: id,
    en: id,
    minutes: 1,
    goal: '',
    rules: {},
  }) as unknown as Timetable['phases'][number]
const table = (agenda: readonly AgendaItem[], more: Partial<Timetable> = {}): Timetable => ({
  start: agenda[0]?.start ?? '09:00',
  end: agenda.at(-1)?.end ?? '16:00',
  agenda,
  phases: [],
  plenumPhases: [],
  ...more,
})
const day = table(
  [
    item('talk', '10:00', '11:00'),
    item('lunch', '11:00', '12:00'),
    item('groups', '12:00', '14:00'),
    item('plenum', '14:30', '16:00'),
  ],
  { phases: [phase('collect', '12:10', '12:30')], plenumPhases: [phase('present', '14:30', '15:00')] },
)
const edit = (id: string, change: Partial<AgendaChange>, now: string | null = null, from = day) =>
  changeAgenda(
    from,
    from.agenda.find((one) => one.id === id) as AgendaItem,
    { moveFollowing: false, ...change },
    now,
  )
const timesOf = (outcome: ReturnType<typeof edit>) =>
  'fault' in outcome
    ? outcome.fault
    : outcome.timetable.agenda.map(({ start, end }) => `${start}–${end}`).join(' ')

test('T1 what follows moves by the same minutes, its phases and the end of the day with it', () => {
  const outcome = edit('talk', { end: '11:10', moveFollowing: true })
  expect(timesOf(outcome)).toBe('10:00–11:10 11:10–12:10 12:10–14:10 14:40–16:10')
  if ('fault' in outcome) throw new Error(outcome.fault)
  expect(outcome.timetable.phases[0]).toMatchObject({ start: '12:20', end: '12:40' })
  expect(outcome.timetable.plenumPhases[0]).toMatchObject({ start: '14:40', end: '15:10' })
  expect(outcome.timetable.end).toBe('16:10')
  // A new start alone keeps the length of the item.
  expect(timesOf(edit('plenum', { start: '14:00' }))).toBe('10:00–11:00 11:00–12:00 12:00–14:00 14:00–15:30')
  expect(timesOf(edit('lunch', { start: '10:50', end: '12:00', moveFollowing: true }))).toBe('agendaOverlap')
})

test('T1 without what follows, only the named item moves, and what is in the way is told', () => {
  const inWay = edit('talk', { end: '11:10' })
  expect(inWay).toMatchObject({ fault: 'agendaOverlap', other: { id: 'lunch' } })
  expect(edit('lunch', { start: '10:50' })).toMatchObject({ fault: 'agendaOverlap', other: { id: 'talk' } })
  expect(timesOf(edit('talk', { end: '10:50' }))).toBe('10:00–10:50 11:00–12:00 12:00–14:00 14:30–16:00')
  expect(timesOf(edit('talk', { start: '16:00', end: '17:00' }))).toBe('agendaOrder')
  expect(timesOf(edit('talk', { end: '10:00' }))).toBe('agendaEnd')
  expect(timesOf(edit('plenum', { end: '23:59' }))).toContain('14:30–23:59')
  expect(timesOf(edit('groups', { end: '22:00', moveFollowing: true }))).toBe('agendaDay')
})

test('T1 what has begun stays, unless it is named', () => {
  const longer = { end: '14:20', moveFollowing: true }
  expect(timesOf(edit('groups', longer, '14:10'))).toBe('10:00–11:00 11:00–12:00 12:00–14:20 14:50–16:20')
  expect(timesOf(edit('groups', longer, '14:30'))).toBe('10:00–11:00 11:00–12:00 12:00–14:20 14:30–16:00')
  expect(timesOf(edit('talk', { end: '10:50', moveFollowing: true }, '11:30'))).toBe('agendaOverlap')
})

const agendas = fc
  .array(fc.record({ gap: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 1, max: 90 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((spans) => {
    let at = 8 * 60
    return table(
      spans.map(({ gap, length }, i) => {
        const start = at + gap
        at = start + length
        return item(`i${i}`, clock(start), clock(at))
      }),
    )
  })
const changes = fc.record({
  at: fc.nat(7),
  start: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: undefined }),
  end: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: undefined }),
  moveFollowing: fc.boolean(),
  now: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: null }),
})

test('T1 laws: order kept, no overlap made, the past stays, lengths stay, all by the same minutes', () => {
  fc.assert(
    fc.property(agendas, changes, (before, { at, start, end, moveFollowing, now }) => {
      const named = before.agenda[at % before.agenda.length] as AgendaItem
      const outcome = edit(
        named.id,
        {
          moveFollowing,
          ...(start === undefined ? {} : { start: clock(start) }),
          ...(end === undefined ? {} : { end: clock(end) }),
        },
        now === null ? null : clock(now),
        before,
      )
      if ('fault' in outcome) return
      const after = outcome.timetable.agenda
      expect(after.map(({ id }) => id)).toEqual(before.agenda.map(({ id }) => id))
      after.forEach((one, i) => {
        const next = after[i + 1]
        expect(one.start < one.end).toBe(true)
        if (next) expect(one.end <= next.start).toBe(true)
        const old = before.agenda[i] as AgendaItem
        if (one.id === named.id) return
        const by = minutesOf(one.start) - minutesOf(old.start)
        expect(minutesOf(one.end) - minutesOf(old.end)).toBe(by)
        const moved = after.find(({ id }) => id === named.id) as AgendaItem
        const follows = moveFollowing && old.start >= named.end && (now === null || old.start > clock(now))
        expect(by).toBe(follows ? minutesOf(moved.end) - minutesOf(named.end) : 0)
      })
      expect(outcome.timetable.start <= (after[0] as AgendaItem).start).toBe(true)
      expect(outcome.timetable.end >= (after.at(-1) as AgendaItem).end).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
