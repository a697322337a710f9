import type { AgendaItem, EventPlan } from '#shared/template.ts'
import type { DayNow } from '../today/dayNow.ts'

export const talksOf = ({ agenda }: EventPlan): readonly AgendaItem[] =>
  agenda.filter(({ hasQuestions }) => hasQuestions)

/** The talk somebody asked for, else the one that runs or comes next, else the last one. */
export const talkInFocus = (plan: EventPlan, day: DayNow, wanted: string | null): AgendaItem | null => {
  const talks = talksOf(plan)
  const asked = talks.find(({ id }) => id === wanted)
  if (asked) return asked
  if (day.kind !== 'running') return (day.kind === 'before' ? talks[0] : talks.at(-1)) ?? null
  return talks.find(({ end }) => end > day.time) ?? talks.at(-1) ?? null
}
