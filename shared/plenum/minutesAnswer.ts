import type { ResultState } from '../result.ts'
import type { Minute, MinutesHead } from './minute.ts'
import type { Remark } from './remark.ts'

type Counts = Readonly<Record<string, number>>

/** A line of the minutes with what was counted and answered, which stands in rows of its own. */
export type MinuteLine = Minute & {
  /** Numbers of the notes that it is about: A-07. */
  readonly notes?: readonly string[]
  readonly decision?: { readonly outcome: ResultState; readonly counts: Counts }
  readonly consent?: { readonly counts: Counts | null; readonly broken: 'textChanged' | 'withdrawn' | null }
  readonly said?: { readonly number: number; readonly option: string; readonly settled: Remark['settled'] }
  readonly points?: { readonly given: number; readonly byHand: number; readonly voters: number }
  /** The texts that were decided, or asked about: title and wording. */
  readonly texts?: readonly string[]
  readonly proposal?: { readonly reason: string; readonly answer: string }
}

/** GET /api/plenum/minutes: in the order of time. */
export type MinutesAnswer = MinutesHead & {
  /** The Plenum is finalised at this moment. */
  readonly isFinal: boolean
  readonly lines: readonly MinuteLine[]
}
