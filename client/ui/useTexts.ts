import { useTranslation } from 'react-i18next'

const namespaces = [
  'app',
  'refusal',
  'join',
  'today',
  'staff',
  'privacy',
  'group',
  'board',
  'merge',
  'plenum',
  'beamer',
  'debug',
] as const

/** Every sentence of the house, with its owner in front: `t('group:writeNote')`. */
export const useTexts = () => useTranslation(namespaces).t
