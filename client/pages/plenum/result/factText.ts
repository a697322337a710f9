import type { Due, Lead } from '#shared/result.ts'
import { hasAllLevels, levelNames, type EventPlan, type Language } from '#shared/template.ts'

/** Words first, as in "Prüfauftrag, Landesverband"; words alone where they stand for all levels. */
export const leadText = (
  { levels, text }: Lead,
  plan: EventPlan,
  language: Language,
  all: string,
): string => {
  const names = hasAllLevels(plan, levels) ? all : levelNames(plan, levels, language).join(', ')
  return [text, text && hasAllLevels(plan, levels) ? '' : names].filter(Boolean).join(', ')
}

/** Modell 30.11.2020 */
export const dueText = ({ date, text }: Due, language: Language): string =>
  [text, date && dayText(date, language)].filter(Boolean).join(' ')

const dayText = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'de-DE', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
