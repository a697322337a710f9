import { Refusal } from '#shared/refusal.ts'
import type { UserRole } from '#shared/roles.ts'
import { roleOfCode } from './codes.ts'
import type { GuessLimit } from './guessLimit.ts'

type Codes = Readonly<Record<UserRole, string>>

/** Answers the role of a code; an address that has guessed too often must wait, even with the six digits of the members. */
export const codeGuesses = (codes: () => Codes | undefined, limit: GuessLimit) => {
  return (code: string, address: string | undefined): UserRole => {
    const known = codes()
    const role = known && roleOfCode(known, code)
    // Letters are beyond guessing: nobody in the room can lock out those who run it.
    if (role && role !== 'member') return role
    limit.check(address)
    if (role) return role
    limit.count(address)
    throw new Refusal('codeUnknown')
  }
}
