import type { Language } from '#shared/template.ts'
import type { german } from './texts/german.ts'
import type { germanAcross } from './texts/germanAcross.ts'
import type { germanCollecting } from './texts/germanCollecting.ts'
import type { germanConsent } from './texts/germanConsent.ts'
import type { germanControl } from './texts/germanControl.ts'
import type { germanDebug } from './texts/germanDebug.ts'
import type { germanFates } from './texts/germanFates.ts'
import type { germanInside } from './texts/germanInside.ts'
import type { germanKeys } from './texts/germanKeys.ts'
import type { germanPeople } from './texts/germanPeople.ts'
import type { germanToday } from './texts/germanToday.ts'
import type { germanPhases } from './texts/germanPhases.ts'
import type { germanPlenum } from './texts/germanPlenum.ts'
import type { germanPoints } from './texts/germanPoints.ts'
import type { germanPresenting } from './texts/germanPresenting.ts'
import type { germanProposals } from './texts/germanProposals.ts'
import type { germanSetUp } from './texts/germanSetUp.ts'
import type { germanWall } from './texts/germanWall.ts'

type Texts = typeof german &
  typeof germanAcross &
  typeof germanInside &
  typeof germanPlenum &
  typeof germanCollecting &
  typeof germanDebug &
  typeof germanKeys &
  typeof germanPoints &
  typeof germanConsent &
  typeof germanSetUp &
  typeof germanPeople &
  typeof germanToday &
  typeof germanPhases &
  typeof germanControl &
  typeof germanPresenting &
  typeof germanProposals &
  typeof germanFates &
  typeof germanWall
/** A sentence that depends on a number has a form for each: `notes_one`, `notes_other`, and `notes_zero` where wanted. */
type Stem<Name> = Name extends `${infer Rest}_${'zero' | 'one' | 'other'}` ? Rest : Name

/** Every sentence of the house, with its owner in front: `group:writeNote`. */
export type TextKey = {
  [Owner in keyof Texts]: `${Owner}:${Stem<keyof Texts[Owner]> & string}`
}[keyof Texts]

/** What stands for `{{name}}` in a sentence; `count` chooses its form as well. */
export type TextValues = Readonly<Record<string, string | number | null | undefined>>
export type Translate = (key: TextKey, values?: TextValues) => string

/** Sentences of one language by their key, each form apart. */
export type Sentences = ReadonlyMap<string, string>

export const translator = (language: Language, sentences: Sentences): Translate => {
  const rules = new Intl.PluralRules(language)
  const formOf = (key: string, count: unknown): string | undefined => {
    if (typeof count !== 'number') return sentences.get(key)
    const special = count === 0 ? sentences.get(`${key}_zero`) : undefined
    return special ?? sentences.get(`${key}_${rules.select(count)}`) ?? sentences.get(key)
  }
  return (key, values = {}) =>
    (formOf(key, values['count']) ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    )
}
