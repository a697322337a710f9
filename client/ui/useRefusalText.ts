import { useCallback } from 'react'
import { hasText } from './i18n.ts'
import type { TextKey } from './translator.ts'
import { useTexts } from './useTexts.ts'

type Refused = { readonly code?: unknown; readonly params?: unknown }

/** The sentence for a refused call; for anything else that went wrong, the general one. */
export const useRefusalText = (): ((error: unknown) => string) => {
  const t = useTexts()
  return useCallback(
    (error) => {
      const { code, params } = (typeof error === 'object' && error !== null ? error : {}) as Refused
      const key = typeof code === 'string' && hasText(`refusal:${code}`) ? code : 'badRequest'
      return t(`refusal:${key}` as TextKey, params as Record<string, string> | undefined)
    },
    [t],
  )
}
