import { useSyncExternalStore } from 'react'
import { onLanguage, shownTexts } from './i18n.ts'
import type { Translate } from './translator.ts'

/** Every sentence of the house, with its owner in front: `t('group:writeNote')`. */
export const useTexts = (): Translate => useSyncExternalStore(onLanguage, shownTexts)
