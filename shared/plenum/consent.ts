import type { DecisionId, GroupId, ResultId } from '../ids.ts'

/** A question to everyone: do you carry these texts? Who answered what is never in here. */
export type Consent = {
  readonly id: string
  readonly group: GroupId
  /** The exact texts that were shown: canonical JSON (`decidedText`) and its SHA-256 as hex. */
  readonly results: readonly { readonly id: ResultId; readonly text: string; readonly sha256: string }[]
  readonly openedAt: number
  /** What the clock counts to; it informs and closes nothing by itself. */
  readonly endsAt: number
  readonly closedAt: number | null
  /** Why it ended without an answer: a text was changed, or a moderator broke it off. */
  readonly broken: 'textChanged' | 'withdrawn' | null
  /** Answers of people without a device, by option, entered by a moderator. Empty until it is closed. */
  readonly hands: Readonly<Record<string, number>>
  /** Answers of devices and hands together, by option. Null until it is closed. */
  readonly counts: Readonly<Record<string, number>> | null
  /** Recorded from it. */
  readonly decision: DecisionId | null
}

/** What one person answered, while it is open: row `<consent>/<person>`. Deleted when it is closed. */
export type ConsentBallot = {
  readonly option: string
  readonly reason: string
  /** Of a block: the result that the reason is about. */
  readonly result: ResultId | null
}
