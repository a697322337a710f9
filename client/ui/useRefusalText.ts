import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useTexts } from './useTexts.ts'

type Refused = { readonly code?: unknown; readonly params?: unknown }

/** The sentence for a refused call; for anything else that went wrong, the general one. */
export const useRefusalText = (): ((error: unknown) => string) => {
  const t = useTexts()
  const { i18n } = useTranslation()
  return useCallback(
    (error) => {
      const { code, params } = (typeof error === 'object' && error !== null ? error : {}) as Refused
      const key = typeof code === 'string' && i18n.exists(`refusal:${code}`) ? code : 'badRequest'
      return t(`refusal:${key as 'noteTaken'}`, {
        result: '',
        note: '',
        ...(params as Record<string, string>),
      })
    },
    [t, i18n],
  )
}
