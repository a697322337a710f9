import type { PersonId, ResultId } from '#shared/ids.ts'

/** A begun proposal: the text that was there, and as it should read. */
export type Begun = { readonly base: string; readonly after: string; readonly reason: string }

const keyOf = (person: PersonId, result: ResultId) => `leitwand.proposal.${person}.${result}`

/** It stays on this device through a reload, one a result. */
export const readBegun = (person: PersonId, result: ResultId): Begun | null => {
  try {
    const { base, after, reason } = JSON.parse(
      localStorage.getItem(keyOf(person, result)) ?? '{}',
    ) as Partial<Begun>
    return base === undefined || after === undefined ? null : { base, after, reason: reason ?? '' }
  } catch {
    return null
  }
}
export const keepBegun = (person: PersonId, result: ResultId, begun: Begun | null): void => {
  try {
    if (begun === null) localStorage.removeItem(keyOf(person, result))
    else localStorage.setItem(keyOf(person, result), JSON.stringify(begun))
  } catch {
    // Then it lasts as long as the page.
  }
}
