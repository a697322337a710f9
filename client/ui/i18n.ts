import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languages, type Language } from '#shared/template.ts'
import type { german } from './texts/german.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof german
  }
}

const storageKey = 'leitwand.language'
const asLanguage = (value: string | null | undefined): Language | null =>
  languages.find((language) => value?.toLowerCase().startsWith(language)) ?? null

/** The language this person chose on this device. A browser that keeps nothing is no error. */
const chosenLanguage = (): Language | null => {
  try {
    return asLanguage(localStorage.getItem(storageKey))
  } catch {
    return null
  }
}
const browserLanguage = (): Language | null =>
  navigator.languages.map(asLanguage).find((language) => language !== null) ?? null

const texts = {
  de: async () => (await import('./texts/german.ts')).german,
  en: async () => (await import('./texts/english.ts')).english,
} satisfies Record<Language, () => Promise<Record<keyof typeof german, object>>>

/** A language is fetched when somebody reads it, and stays. */
const showLanguage = async (language: Language): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'app'))
    for (const [namespace, sentences] of Object.entries(await texts[language]()))
      i18next.addResourceBundle(language, namespace, sentences)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** Before the first sentence is shown. */
export const startTexts = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    resources: {},
    lng: 'cimode',
    defaultNS: 'app',
    // React escapes; our keys are flat; every language is complete.
    interpolation: { escapeValue: false },
    keySeparator: false,
    fallbackLng: false,
    react: { useSuspense: false },
  })
  await showLanguage(chosenLanguage() ?? browserLanguage() ?? 'de')
}

export const setLanguage = (language: Language): void => {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Kept for this page only.
  }
  void showLanguage(language).catch(() => {})
}

/** The event speaks first; who has chosen a language keeps it. */
export const followEventLanguage = (language: Language): void => {
  if (chosenLanguage() === null && i18next.language !== language) void showLanguage(language).catch(() => {})
}
