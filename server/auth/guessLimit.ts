import { ipKeyGenerator } from 'express-rate-limit'
import { Refusal } from '#shared/refusal.ts'

const windowMs = 60_000
/** Wrong codes a minute from one address; right ones do not count, so a whole venue can join at once. */
const wrongPerWindow = 25

export type GuessLimit = {
  /** Refuses an address that has guessed too often. */
  check(address: string | undefined): void
  count(address: string | undefined): void
}

/** Counts wrong codes by address, of whatever kind they are. */
export const guessLimit = (now: () => number): GuessLimit => {
  const wrong = new Map<string, number>()
  let since = -Infinity
  const wrongOf = (from: string) => {
    const age = now() - since
    if (age < 0 || age >= windowMs) {
      since = now()
      wrong.clear()
    }
    return wrong.get(from) ?? 0
  }
  return {
    check: (address) => {
      if (wrongOf(ipKeyGenerator(address ?? '')) >= wrongPerWindow) throw new Refusal('tooManyTries')
    },
    count: (address) => {
      const from = ipKeyGenerator(address ?? '')
      wrong.set(from, wrongOf(from) + 1)
    },
  }
}
