import { randomInt } from 'node:crypto'
import type { PersonId } from '#shared/ids.ts'
import { plainCode } from './codes.ts'

const lifeMs = 10 * 60_000
/** Wrong tries from anywhere in the life of a code; then all that are open are void. */
const mostWrong = 200

/**
 * Six digits that bring somebody to another device: once, and for ten minutes. Kept in memory only: after a restart
 * one asks for new ones.
 */
export class Transfers {
  readonly #now: () => number
  readonly #isTaken: (code: string) => boolean
  readonly #open = new Map<string, { readonly person: PersonId; readonly expiresAt: number }>()
  #wrong = 0

  /** `isTaken`: codes that mean something else. */
  constructor(now: () => number, isTaken: (code: string) => boolean) {
    this.#now = now
    this.#isTaken = isTaken
  }

  /** A new code; the one this person had is void. */
  offer(person: PersonId): { code: string; expiresAt: number } {
    this.#tidy()
    for (const [code, open] of this.#open) if (open.person === person) this.#open.delete(code)
    let code: string
    do code = String(randomInt(1_000_000)).padStart(6, '0')
    while (this.#open.has(code) || this.#isTaken(code))
    const expiresAt = this.#now() + lifeMs
    this.#open.set(code, { person, expiresAt })
    return { code, expiresAt }
  }

  has(typed: string): boolean {
    this.#tidy()
    return this.#open.has(plainCode(typed))
  }

  /** Who is behind it; it is used up then. */
  take(typed: string): PersonId | null {
    this.#tidy()
    const code = plainCode(typed)
    const found = this.#open.get(code)
    if (found) {
      this.#open.delete(code)
      return found.person
    }
    if (this.#open.size > 0 && ++this.#wrong >= mostWrong) this.#open.clear()
    return null
  }

  #tidy(): void {
    const now = this.#now()
    for (const [code, { expiresAt }] of this.#open) if (expiresAt <= now) this.#open.delete(code)
    if (this.#open.size === 0) this.#wrong = 0
  }
}
