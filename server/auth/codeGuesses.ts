import { ipKeyGenerator } from 'express-rate-limit'
import { Refusal } from '#shared/refusal.ts'
import type { UserRole } from '#shared/roles.ts'
import { roleOfCode } from './codes.ts'

const windowMs = 60_000
/** Wrong codes a minute from one address; right ones do not count, so a whole venue can join at once. */
const wrongPerWindow = 25

type Codes = Readonly<Record<UserRole, string>>

/** Answers the role of a code; an address that has guessed too often must wait, even with the six digits of the members. */
export const codeGuesses = (codes: () => Codes | undefined, now: () => number) => {
  const wrong = new Map<string, number>()
  let since = -Infinity

  return (code: string, address: string | undefined): UserRole => {
    const age = now() - since
    if (age < 0 || age >= windowMs) {
      since = now()
      wrong.clear()
    }
    const known = codes()
    const role = known && roleOfCode(known, code)
    // Letters are beyond guessing: nobody in the room can lock out those who run it.
    if (role && role !== 'member') return role
    const from = ipKeyGenerator(address ?? '')
    const count = wrong.get(from) ?? 0
    if (count >= wrongPerWindow) throw new Refusal('tooManyTries')
    if (role) return role
    wrong.set(from, count + 1)
    throw new Refusal('codeUnknown')
  }
}
