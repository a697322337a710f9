import { refusalEnglish } from './refusalEnglish.ts'
import { refusalGerman } from './refusalGerman.ts'
import type { RefusalText } from './refusal.ts'
import type { Language } from './template.ts'

/** For whoever speaks both: the server. A page fetches one. */
export const refusalSentences: Readonly<Record<Language, RefusalText>> = {
  de: refusalGerman,
  en: refusalEnglish,
}
