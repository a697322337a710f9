import type { EventPlan, Language } from '../template.ts'

const words: Readonly<Record<Language, { readonly impulse: string; readonly question: string }>> = {
  de: { impulse: 'Impuls', question: 'Frage' },
  en: { impulse: 'Talk', question: 'question' },
}

/** "Impuls 1", counted among the impulses that take questions; anything else by its title. */
export const talkName = (plan: EventPlan, item: string, language: Language = plan.language): string => {
  const known = plan.agenda.find(({ id }) => id === item)
  if (known?.kind !== 'impulse') return known?.title ?? item
  const talks = plan.agenda.filter(({ kind }) => kind === 'impulse')
  return `${words[language].impulse} ${talks.indexOf(known) + 1}`
}

/** Where a note came from: "Impuls 1, Frage 7". */
export const questionOrigin = (plan: EventPlan, item: string, number: number): string =>
  `${talkName(plan, item)}, ${words[plan.language].question} ${number}`
