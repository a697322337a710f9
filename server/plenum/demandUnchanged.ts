import { Refusal } from '#shared/refusal.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Two people change one list or one field at the same moment: who comes second has not seen what stands there now, and is
 * told. What stands there already, as when a request comes twice, is no conflict.
 */
export const demandUnchanged = (known: object, change: Fields, was: Fields = {}): void => {
  const now = known as Fields
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  for (const [field, value] of Object.entries(was))
    if (!isSame(now[field], value) && !isSame(now[field], change[field])) throw new Refusal('outdated')
}
