import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useLanguage } from './useLanguage.ts'

/** React Aria speaks the language of the page, not of the browser. */
export function AriaLocale({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useLanguage() === 'en' ? 'en-GB' : 'de-DE'}>{children}</I18nProvider>
}
