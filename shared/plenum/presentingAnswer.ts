import type { NoteRef, ResultId } from '../ids.ts'
import type { DiscussCounts, Presenting } from './presenting.ts'

/** GET /api/plenum/presenting: where the moderators are, and what shall be discussed. */
export type PresentingAnswer = Presenting & {
  /** Groups in the order in which they present, all of them. */
  readonly order: Presenting['order']
  /** How long a group presents, in minutes. */
  readonly minutes: number
  readonly discuss: DiscussCounts
  /** What whoever asks has marked. */
  readonly mine: readonly (NoteRef | ResultId)[]
}
