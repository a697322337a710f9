import { useSyncExternalStore } from 'react'
import type { Language } from '#shared/template.ts'
import { onLanguage, shownLanguage } from './i18n.ts'

/** The language of the page, which labels of the template follow. */
export const useLanguage = (): Language => useSyncExternalStore(onLanguage, shownLanguage)
