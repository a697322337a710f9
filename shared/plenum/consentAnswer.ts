import type { ResultId } from '../ids.ts'
import type { Consent, ConsentBallot } from './consent.ts'

/** How long an answer is waited for, unless somebody says otherwise. */
export const defaultSeconds = 20
/** Signs of a reason. */
export const maxReasonLength = 500

/** The running question, as one person may know it now. */
export type ConsentView = Consent & {
  /** Whether whoever asks may answer. */
  readonly mayAnswer: boolean
  /** What whoever asks has answered so far, while it is open. */
  readonly mine: ConsentBallot | null
  /** How many have answered of how many; told to those who lead and to the screens. */
  readonly answered: { readonly count: number; readonly of: number } | null
}
/** One that is over: its texts stand in its decision. */
export type PastConsent = Omit<Consent, 'results'> & { readonly results: readonly ResultId[] }

/** GET /api/plenum/consents: the running one, and those that are over, the oldest first. */
export type ConsentsAnswer = { readonly open: ConsentView | null; readonly past: readonly PastConsent[] }
