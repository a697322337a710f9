import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/template.ts'

/** The language of the page, which labels of the template follow. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'de')
