import { labelOf, type EventPlan, type Language } from '#shared/template.ts'

/** Who takes an open point: a level by its name, else the words as they were written. */
export const addresseeName = (to: string, plan: EventPlan, language: Language): string => {
  const level = plan.levels.find(({ id }) => id === to)
  return level ? labelOf(level, language) : to
}
