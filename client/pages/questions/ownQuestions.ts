import { idOf } from '#shared/ids.ts'
import { valueStore } from '../../sync/valueStore.ts'

/** Anonymous questions of this device: only it knows that they are its own, and the word that takes them back. */
export type OwnQuestions = Readonly<Record<string, string>>

const storageKey = 'leitwand.questions'
const mostKept = 200

const remembered = (): OwnQuestions => {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof known === 'object' && known !== null ? (known as OwnQuestions) : {}
  } catch {
    return {}
  }
}

const known = valueStore<OwnQuestions>(remembered())
export const ownQuestions = known

const keep = (own: OwnQuestions) => {
  known.set(own)
  try {
    localStorage.setItem(storageKey, JSON.stringify(own))
  } catch {
    // Then it lasts as long as the page.
  }
}
export const rememberOwn = (id: string, key: string): void =>
  keep(Object.fromEntries([...Object.entries(known.get()), [id, key]].slice(-mostKept)))
export const forgetOwn = (id: string): void =>
  keep(Object.fromEntries(Object.entries(known.get()).filter(([own]) => own !== id)))

export const randomId = (): string => idOf(crypto.getRandomValues(new Uint8Array(10)))
