import type { NoteRef, ResultId } from '../ids.ts'

/** What can be open at the end of the Plenum, in the order in which it is told. */
export const openKinds = [
  'consent', // a question to everyone runs: nothing is finalised before it is closed
  'points', // points are given: the same
  'undecided',
  'changed', // since the decision
  'objections', // that nobody has settled
  'proposals',
  'loose', // marked notes of which nothing was said
  'parked', // notes of the Themenspeicher without an addressee
  'late', // edits that came after a place was closed
] as const
export type OpenKind = (typeof openKinds)[number]

/** One of them by its name, and the result or note at which it stands. */
export type OpenThing = {
  /** L1, A-07. */
  readonly name: string
  readonly result: ResultId | null
  readonly note: NoteRef | null
}
export type OpenList = {
  readonly kind: OpenKind
  readonly things: readonly OpenThing[]
  readonly count: number
}

/** GET /api/plenum/open: what a finalisation would leave open. `blocked`: it is refused until that is closed. */
export type OpenAnswer = { readonly lists: readonly OpenList[]; readonly blocked: boolean }

/** POST /api/plenum/finalise. `version`: what this request made, now or when it came first. */
export type FinalisedAnswer = { readonly version: number | null }

export const blocks = (kind: OpenKind): boolean => kind === 'consent' || kind === 'points'
