import type { BeamerShow } from '../day/beamerScreen.ts'
import { partsOfRef, type GroupId } from '../ids.ts'
import type { EventPlan } from '../template.ts'
import type { Presented, Presenting } from './presenting.ts'

/** Id of the phase of the Plenum in which the groups present. */
export const presentPhase = 'plenum-present'
const usualMinutes = 4

/** All groups in the order in which they present: as chosen, then as in the plan. */
export const presentingOrder = (
  plan: Pick<EventPlan, 'groups'>,
  chosen: readonly GroupId[],
): readonly GroupId[] => {
  const known = plan.groups.map(({ id }) => id)
  return [...new Set([...chosen.filter((id) => known.includes(id)), ...known])]
}

/** How long a group presents, in minutes: its share of the phase. */
export const presentingMinutes = (plan: Pick<EventPlan, 'groups' | 'plenumPhases'>): number => {
  const phase = plan.plenumPhases.find(({ id }) => id === presentPhase)
  if (!phase || plan.groups.length === 0) return usualMinutes
  return Math.max(1, Math.floor(phase.minutes / plan.groups.length))
}

export type TimerMove =
  | { readonly do: 'start'; readonly group: GroupId; readonly minutes?: number | undefined }
  | { readonly do: 'stop' }
  | { readonly do: 'extend'; readonly minutes: number }

const minuteMs = 60_000

/**
 * The clock after a step. It begins with a group that was not the one before, runs on while that group's notes are shown,
 * and ends when somebody else or something else has the floor; unless somebody says otherwise. `at`: server time in ms.
 */
export const timerAfter = (
  { now: before, timer }: Pick<Presenting, 'now' | 'timer'>,
  now: Presented | null,
  move: TimerMove | undefined,
  minutes: number,
  at: number,
): Presenting['timer'] => {
  if (move?.do === 'start') return { group: move.group, endsAt: at + (move.minutes ?? minutes) * minuteMs }
  if (move?.do === 'stop') return null
  // One minute more is a whole one, also when the time was up before; it never ends before now.
  if (move)
    return timer && { ...timer, endsAt: Math.max(at, Math.max(timer.endsAt, at) + move.minutes * minuteMs) }
  if (now?.kind !== 'group') return null
  if (before?.kind === 'group' && before.group === now.group) return timer
  return { group: now.group, endsAt: at + minutes * minuteMs }
}

/** What the first screen shows of it. */
export const beamerShowOf = (now: Presented): BeamerShow => {
  switch (now.kind) {
    case 'group':
      return { kind: 'group', group: now.group, view: 'plenum', note: now.note && partsOfRef(now.note).note }
    case 'result':
      return { kind: 'result', id: now.id }
    case 'block':
      return { kind: 'group', group: now.group, view: 'plenum', note: null }
    case 'points':
      return { kind: 'points', stage: 'plenum' }
    case 'closing':
      return { kind: 'today' }
  }
}

/** The minutes tell who had the floor and what was spoken about, not each card that was shown. */
export const isNewTopic = (before: Presented | null, now: Presented | null): now is Presented => {
  if (!now) return false
  if (before?.kind === 'group' && now.kind === 'group') return before.group !== now.group
  return !isSameShown(before, now)
}

export const isSameShown = (one: Presented | null, other: Presented | null): boolean =>
  JSON.stringify(one && keyOf(one)) === JSON.stringify(other && keyOf(other))
const keyOf = (now: Presented) => {
  if (now.kind === 'group') return [now.kind, now.group, now.note]
  if (now.kind === 'result') return [now.kind, now.id]
  return now.kind === 'block' ? [now.kind, now.group] : [now.kind]
}
