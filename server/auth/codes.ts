import { randomInt } from 'node:crypto'
import { userRoles, type UserRole } from '#shared/roles.ts'

const letters = '23456789abcdefghjkmnpqrstuvwxyz'
const letterCode = () => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')

/** Codes of a new event: six digits to type from the wall for members, unguessable ones for everyone else. */
export const newCodes = (): Record<UserRole, string> => ({
  member: String(randomInt(1_000_000)).padStart(6, '0'),
  moderator: letterCode(),
  staff: letterCode(),
  beamer: letterCode(),
})

/** People type spaces and dashes, and capitals. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toLowerCase()

export const roleOfCode = (codes: Readonly<Record<UserRole, string>>, typed: string): UserRole | null => {
  const code = plainCode(typed)
  return userRoles.find((role) => codes[role] === code) ?? null
}
