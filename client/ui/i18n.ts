import { languages, type Language } from '#shared/template.ts'
import { translator, type Translate } from './translator.ts'

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

type Owners = Readonly<Record<string, Readonly<Record<string, string>>>>
type Part = Readonly<Record<Language, () => Promise<Owners>>>

const allParts = {
  door: {
    de: async () => (await import('./texts/german.ts')).german,
    en: async () => (await import('./texts/english.ts')).english,
  },
  inside: {
    de: async () => (await import('./texts/germanInside.ts')).germanInside,
    en: async () => (await import('./texts/englishInside.ts')).englishInside,
  },
  plenum: {
    de: async () => (await import('./texts/germanPlenum.ts')).germanPlenum,
    en: async () => (await import('./texts/englishPlenum.ts')).englishPlenum,
  },
  setUp: {
    de: async () => (await import('./texts/germanSetUp.ts')).germanSetUp,
    en: async () => (await import('./texts/englishSetUp.ts')).englishSetUp,
  },
  debug: {
    de: async () => (await import('./texts/germanDebug.ts')).germanDebug,
    en: async () => (await import('./texts/englishDebug.ts')).englishDebug,
  },
  keys: {
    de: async () => (await import('./texts/germanKeys.ts')).germanKeys,
    en: async () => (await import('./texts/englishKeys.ts')).englishKeys,
  },
  points: {
    de: async () => (await import('./texts/germanPoints.ts')).germanPoints,
    en: async () => (await import('./texts/englishPoints.ts')).englishPoints,
  },
  phases: {
    de: async () => (await import('./texts/germanPhases.ts')).germanPhases,
    en: async () => (await import('./texts/englishPhases.ts')).englishPhases,
  },
  collecting: {
    de: async () => (await import('./texts/germanCollecting.ts')).germanCollecting,
    en: async () => (await import('./texts/englishCollecting.ts')).englishCollecting,
  },
  control: {
    de: async () => (await import('./texts/germanControl.ts')).germanControl,
    en: async () => (await import('./texts/englishControl.ts')).englishControl,
  },
  today: {
    de: async () => (await import('./texts/germanToday.ts')).germanToday,
    en: async () => (await import('./texts/englishToday.ts')).englishToday,
  },
  people: {
    de: async () => (await import('./texts/germanPeople.ts')).germanPeople,
    en: async () => (await import('./texts/englishPeople.ts')).englishPeople,
  },
  consent: {
    de: async () => (await import('./texts/germanConsent.ts')).germanConsent,
    en: async () => (await import('./texts/englishConsent.ts')).englishConsent,
  },
  presenting: {
    de: async () => (await import('./texts/germanPresenting.ts')).germanPresenting,
    en: async () => (await import('./texts/englishPresenting.ts')).englishPresenting,
  },
  across: {
    de: async () => (await import('./texts/germanAcross.ts')).germanAcross,
    en: async () => (await import('./texts/englishAcross.ts')).englishAcross,
  },
  proposals: {
    de: async () => (await import('./texts/germanProposals.ts')).germanProposals,
    en: async () => (await import('./texts/englishProposals.ts')).englishProposals,
  },
  wall: {
    de: async () => (await import('./texts/germanWall.ts')).germanWall,
    en: async () => (await import('./texts/englishWall.ts')).englishWall,
  },
  fates: {
    de: async () => (await import('./texts/germanFates.ts')).germanFates,
    en: async () => (await import('./texts/englishFates.ts')).englishFates,
  },
} satisfies Readonly<Record<string, Part>>
/** The parts that pages need by now, in whatever language is shown. */
const parts = new Set<Part>([allParts.door])

type Speech = { readonly sentences: Map<string, string>; readonly fetched: Set<Part>; readonly t: Translate }
const speechIn = (language: Language): Speech => {
  const sentences = new Map<string, string>()
  return { sentences, fetched: new Set(), t: translator(language, sentences) }
}
const speeches: Readonly<Record<Language, Speech>> = { de: speechIn('de'), en: speechIn('en') }

let wanted: Language = 'de'
let shown: Language = 'de'
const listeners = new Set<() => void>()

/** A language is fetched when somebody reads it, and stays. */
const fetchTexts = async (language: Language): Promise<void> => {
  const { sentences, fetched } = speeches[language]
  const fetchPart = async (part: Part) => {
    if (fetched.has(part)) return
    for (const [owner, texts] of Object.entries(await part[language]()))
      for (const [name, text] of Object.entries(texts)) sentences.set(`${owner}:${name}`, text)
    fetched.add(part)
  }
  await Promise.all([...parts].map(fetchPart))
}

const showLanguage = async (language: Language): Promise<void> => {
  wanted = language
  await fetchTexts(language)
  // Whoever chose again meanwhile is right.
  if (wanted !== language) return
  shown = language
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

/** Before the first sentence is shown. */
export const startTexts = (): Promise<void> => showLanguage(chosenLanguage() ?? browserLanguage() ?? 'de')

/** Before the first page that has sentences of this part. */
export const startTextsOf = (part: keyof typeof allParts): Promise<void> => {
  parts.add(allParts[part])
  return fetchTexts(wanted)
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
  if (chosenLanguage() === null && shown !== language) void showLanguage(language).catch(() => {})
}

export const onLanguage = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const shownLanguage = (): Language => shown
/** The same function until the language changes. */
export const shownTexts = (): Translate => speeches[shown].t
export const hasText = (key: string): boolean => speeches[shown].sentences.has(key)
