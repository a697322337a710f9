import type { AgendaItem, EventPlan } from '#shared/template.ts'
import { minutesBetween, momentIn } from '../eventTime.ts'

/** Where the day stands. `running` may lie between two items: then `current` is null. */
export type DayNow =
  | { readonly kind: 'before' | 'after'; readonly isToday: boolean }
  | {
      readonly kind: 'running'
      readonly time: string
      readonly current: AgendaItem | null
      readonly next: AgendaItem | null
      readonly minutesLeft: number
    }

export const dayNow = (plan: EventPlan, at: number): DayNow => {
  const { date, time } = momentIn(plan.timezone, at)
  if (date !== plan.date) return { kind: date < plan.date ? 'before' : 'after', isToday: false }
  const current = plan.agenda.findLast((item) => item.start <= time && time < item.end) ?? null
  const next = plan.agenda.find((item) => item.start > time) ?? null
  if (!current && next === plan.agenda[0]) return { kind: 'before', isToday: true }
  if (!current && !next) return { kind: 'after', isToday: true }
  return {
    kind: 'running',
    time,
    current,
    next,
    minutesLeft: current ? minutesBetween(time, current.end) : 0,
  }
}
