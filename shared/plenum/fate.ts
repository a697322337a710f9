import type { NoteRef } from '../ids.ts'
import type { Lead } from '../result.ts'

export const fateKinds = ['deferred', 'parked', 'declined'] as const
export type FateKind = (typeof fateKinds)[number]

/**
 * What becomes of a marked note that stands in no result. What was adopted, merged, or stands in a deferred result needs
 * no row: it follows from the results.
 */
export type Fate = {
  readonly note: NoteRef
  readonly kind: FateKind
  /** Whom a parked note goes to. */
  readonly addressee: Lead
  /** Why it was declined; may be empty otherwise. */
  readonly reason: string
  readonly at: number
}
