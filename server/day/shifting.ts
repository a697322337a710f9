import type { Person } from '#shared/api.ts'
import type { ShiftDay } from '#shared/day/phaseCommands.ts'
import { shiftedPhase } from '#shared/day/phaseMoves.ts'
import type { PhaseState } from '#shared/day/phaseState.ts'
import { shiftPlan } from '#shared/day/shiftPlan.ts'
import { Refusal } from '#shared/refusal.ts'
import { may } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import type { RecordChange } from '../records.ts'
import type { Day } from './day.ts'

/** All timers that run and the rest of the agenda, in one commit. What comes again with the same key counts once. */
export const shiftDay = (day: Day, person: Person, { minutes, key }: ShiftDay): Promise<void> =>
  day.inOrder(async () => {
    if (!may(person, 'shapeAgenda')) throw new Refusal('forbidden')
    const { plan, records, now, newId } = day.ports
    if (key !== undefined && records.get('shift', 'last')?.key === key) return
    const at = now()
    const timers = records.all('phase').flatMap(([id, state]): RecordChange[] => {
      const next: PhaseState = shiftedPhase(state, minutes, at)
      return next === state ? [] : [{ table: 'phase', id, value: next }]
    })
    await records.commit([
      ...timers,
      ...restOfPlan(day, plan, minutes, at),
      { table: 'shift', id: 'last', value: { key: key ?? newId(), minutes, at } },
    ])
  })

/** The plan's times, if its day has not passed. */
const restOfPlan = (day: Day, plan: EventPlan, minutes: number, at: number): RecordChange[] => {
  const event = day.ports.records.get('event', 'event')
  const { date, time } = clockIn(plan.timezone, at)
  if (!event || date > plan.date) return []
  const template = shiftPlan(event.template as object, minutes, date === plan.date ? time : null)
  if (!template) throw new Refusal('beyondDay')
  return [{ table: 'event', id: 'event', value: { ...event, template } }]
}

/** Day and time of day at the event. */
const clockIn = (timeZone: string, at: number): { date: string; time: string } => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const [date = '', time = ''] = format.format(at).split(' ')
  return { date, time }
}
