import type { PersonId } from '../ids.ts'
import type { Phase } from '../template.ts'
import type { PhaseState } from './phaseState.ts'

/** What a stage remembers when no phase runs any more: rounds go on counting, and the rapporteur stays. */
export type StageMemory = { readonly round: number; readonly rapporteur: PersonId | null }

export const minuteMs = 60_000
/** A timer never counts further than this, however often it is extended. */
export const longestMs = 12 * 60 * minuteMs

/** A phase begins, at whatever comes before it: the next, an earlier one, or the same again. */
export const startedPhase = (
  phase: Phase,
  before: PhaseState | undefined,
  memory: StageMemory | undefined,
  now: number,
): PhaseState => ({
  phase: phase.id,
  startedAt: now,
  endsAt: now + phase.minutes * minuteMs,
  round: Math.max(before?.round ?? 0, memory?.round ?? 0) + 1,
  members: phase.rules.members,
  isHidden: phase.rules.hidden,
  rapporteur: before ? before.rapporteur : (memory?.rapporteur ?? null),
})

/** Minutes more count from now on where the time is already up; minutes less end now at the earliest. */
export const extendedPhase = (state: PhaseState, minutes: number, now: number): PhaseState => {
  const { endsAt } = state
  const ms = minutes * minuteMs
  const next =
    ms > 0
      ? Math.min(Math.max(endsAt, now) + ms, now + longestMs)
      : Math.max(endsAt + ms, Math.min(endsAt, now))
  return next === endsAt ? state : { ...state, endsAt: next }
}

/** All timers move together; what was over already stays over. */
export const shiftedPhase = (state: PhaseState, minutes: number, now: number): PhaseState =>
  state.endsAt > now ? extendedPhase(state, minutes, now) : state

export const memoryOf = ({ round, rapporteur }: PhaseState): StageMemory => ({ round, rapporteur })

/** What is said about a timer when it passes this mark: five minutes, one, none. */
export type TimerMark = 'five' | 'one' | 'over'
const marks: readonly (readonly [TimerMark, number])[] = [
  ['over', 0],
  ['one', minuteMs],
  ['five', 5 * minuteMs],
]
/** The last mark that was passed between two looks at a timer; null when it was none, or the timer was put back. */
export const passedMark = (before: number, left: number): TimerMark | null =>
  marks.find(([, at]) => left <= at && before > at)?.[0] ?? null
