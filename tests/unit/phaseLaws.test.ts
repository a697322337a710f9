import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missedQuestions } from '#shared/day/control.ts'
import { isNoticeText, noticeCommand } from '#shared/day/phaseCommands.ts'
import {
  extendedPhase,
  longestMs,
  memoryOf,
  minuteMs,
  passedMark,
  shiftedPhase,
  startedPhase,
  type StageMemory,
} from '#shared/day/phaseMoves.ts'
import type { PhaseState } from '#shared/day/phaseState.ts'
import { shiftPlan } from '#shared/day/shiftPlan.ts'
import type { PersonId } from '#shared/ids.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import { shippedTemplate } from '../kit/templates.ts'

const plan = parseTemplate(shippedTemplate())
const phase = fc.constantFrom(...plan.phases, ...plan.plenumPhases)
const minutes = fc.integer({ min: -120, max: 120 }).filter((value) => value !== 0)
/** What happens at a stage, a while after what came before. */
const move = fc.tuple(
  fc.integer({ min: 0, max: 40 * minuteMs }),
  fc.oneof(
    fc.record({ kind: fc.constant('start' as const), phase }),
    fc.record({ kind: fc.constant('extend' as const), minutes }),
    fc.record({ kind: fc.constant('shift' as const), minutes }),
    fc.record({ kind: fc.constant('end' as const) }),
    fc.record({ kind: fc.constant('name' as const), person: fc.constantFrom('p1', 'p2', null) }),
  ),
)

test('F1, F2 whatever happens in whatever order: rounds only count up, rules are the phase’s, timers end neither in the past nor never', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      let state: PhaseState | undefined
      let memory: StageMemory | undefined
      let now = 1_600_000_000_000
      let rounds = 0
      let named: string | null = null
      for (const [pause, what] of moves) {
        now += pause
        const before = state
        if (what.kind === 'start') {
          state = startedPhase(what.phase, state, memory, now)
          expect(state.round).toBe(++rounds)
          expect(state).toMatchObject({
            phase: what.phase.id,
            startedAt: now,
            endsAt: now + what.phase.minutes * minuteMs,
            members: what.phase.rules.members,
            isHidden: what.phase.rules.hidden,
          })
        } else if (what.kind === 'end') {
          if (state) memory = memoryOf(state)
          state = undefined
        } else if (before && what.kind === 'name') {
          named = what.person
          state = { ...before, rapporteur: named as PersonId | null }
        } else if (before && (what.kind === 'extend' || what.kind === 'shift')) {
          const moved = what.kind === 'extend' ? extendedPhase : shiftedPhase
          state = moved(before, what.minutes, now)
          expect({ ...state, endsAt: 0 }).toEqual({ ...before, endsAt: 0 })
          expect(state.endsAt).toBeLessThanOrEqual(Math.max(before.endsAt, now + longestMs))
          if (what.minutes > 0) expect(state.endsAt).toBeGreaterThanOrEqual(before.endsAt)
          else expect(state.endsAt).toBeGreaterThanOrEqual(Math.min(before.endsAt, now))
          if (what.kind === 'extend' && what.minutes > 0) expect(state.endsAt).toBeGreaterThan(now)
          if (what.kind === 'shift' && before.endsAt <= now) expect(state).toBe(before)
        }
        if (state) expect(state.rapporteur).toBe(named)
      }
    }),
  )
})

test('F2 a minute more after the end counts from now; a minute less than is left ends now', () => {
  const state = startedPhase(plan.phases[0]!, undefined, undefined, 0)
  expect(extendedPhase(state, 5, 13 * minuteMs).endsAt).toBe(18 * minuteMs)
  expect(extendedPhase(state, 5, minuteMs).endsAt).toBe(15 * minuteMs)
  expect(extendedPhase(state, -1, minuteMs).endsAt).toBe(9 * minuteMs)
  expect(extendedPhase(state, -5, 8 * minuteMs).endsAt).toBe(8 * minuteMs)
  expect(extendedPhase(state, -5, 20 * minuteMs)).toBe(state)
})

test('F7 a timer says five, one and none once each, also after a nap, and again after more minutes', () => {
  const min = minuteMs
  expect(passedMark(5 * min + 1, 5 * min)).toBe('five')
  expect(passedMark(5 * min, 5 * min - 500)).toBeNull()
  expect(passedMark(min + 400, min - 100)).toBe('one')
  expect(passedMark(300, -200)).toBe('over')
  expect(passedMark(20 * min, -min)).toBe('over')
  expect(passedMark(20 * min, 30 * 1000)).toBe('one')
  expect(passedMark(2 * min, 7 * min)).toBeNull()
  fc.assert(
    fc.property(
      fc.integer({ min: 6 * min, max: 60 * min }),
      fc.integer({ min: 100, max: 2000 }),
      (from, tick) => {
        const said: string[] = []
        for (let left = from; left > -5000; left -= tick) {
          const mark = passedMark(left + tick, left)
          if (mark) said.push(mark)
        }
        expect(said).toEqual(['five', 'one', 'over'])
      },
    ),
  )
})

const time = fc
  .tuple(fc.integer({ min: 6, max: 20 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

test('F3 shifting moves what is to come and the end of what runs, by the same minutes, and nothing that has been', () => {
  const template = shippedTemplate() as { agenda: { id: string; start: string; end: string }[]; end: string }
  const inMinutes = (at: string) => Number(at.slice(0, 2)) * 60 + Number(at.slice(3))
  fc.assert(
    fc.property(time, fc.integer({ min: -90, max: 90 }), (clock, by) => {
      const shifted = shiftPlan(template, by, clock)
      if (!shifted) return expect(by).toBeGreaterThan(0)
      expect(() => parseTemplate(shifted)).not.toThrow()
      const moves = new Set<number>()
      for (const [at, item] of template.agenda.entries()) {
        const now = shifted.agenda[at]!
        expect({ ...now, start: '', end: '' }).toEqual({ ...item, start: '', end: '' })
        for (const edge of ['start', 'end'] as const)
          if (item[edge] <= clock) expect(now[edge]).toBe(item[edge])
          else {
            moves.add(inMinutes(now[edge]) - inMinutes(item[edge]))
            expect(now[edge] >= clock).toBe(true)
          }
      }
      expect(moves.size).toBeLessThanOrEqual(1)
      const [move = 0] = moves
      expect(by > 0 ? move === by || moves.size === 0 : move >= by && move <= 0).toBe(true)
    }),
  )
})

test('F3 a plan is moved as a whole before its day, and never beyond midnight', () => {
  const template = shippedTemplate() as {
    agenda: { start: string }[]
    phases: { start: string }[]
    end: string
  }
  const shifted = shiftPlan(template, 5, null)
  expect(shifted?.agenda[0]?.start).toBe('09:35')
  expect(shifted?.phases[1]?.start).toBe('13:15')
  expect(shifted?.end).toBe('16:05')
  expect(shiftPlan(template, 120, '15:59')?.end).toBe('18:00')
  expect(shiftPlan({ agenda: [{ start: '23:00', end: '23:50' }] }, 15, '22:00')).toBeNull()
})

test('F8 a Teilfrage without a card is missed once there should be one', () => {
  const first = plan.phases[0]!
  const notes = [
    { question: 'A1', count: 2 },
    { question: 'A2', count: 0 },
  ] as unknown as Parameters<typeof missedQuestions>[0]['notes']
  const missed = (state: PhaseState | null, now: number) =>
    missedQuestions({ phase: state, notes }, first.id, now)
  const arrive = startedPhase(first, undefined, undefined, 0)
  const later = startedPhase(plan.phases[2]!, arrive, undefined, 0)
  expect(missed(null, 0)).toEqual([])
  expect(missed(arrive, minuteMs)).toEqual([])
  expect(missed(arrive, 11 * minuteMs)).toEqual(['A2'])
  expect(missed(later, 0)).toEqual(['A2'])
  expect(missed({ ...later, isHidden: true }, 0)).toEqual([])
})

test('F9 a message has 1 to 300 characters that one can see, on one line', () => {
  const read = (text: string) => noticeCommand.parse({ text, to: null }).text
  expect(read('  Noch fünf\n Minuten ')).toBe('Noch fünf Minuten')
  expect(['', ' \n', '\u200b\u2060', 'x'.repeat(301)].map((text) => isNoticeText(read(text)))).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(['.', '🙂'.repeat(300)].map((text) => isNoticeText(read(text)))).toEqual([true, true])
})
