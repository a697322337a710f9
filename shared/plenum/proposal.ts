import type { PersonId, ResultId } from '../ids.ts'
import type { Block } from '../note.ts'

export const proposalStates = ['open', 'taken', 'adapted', 'declined', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]

export const proposalLimits = {
  /** Signs that may stand in place of others. */
  text: 2000,
  reason: 300,
  /** Open ones of one person. */
  open: 20,
} as const

/** Another wording, proposed for some words of a result. */
export type Proposal = {
  readonly id: string
  readonly result: ResultId
  readonly person: PersonId
  readonly author: string
  readonly at: number
  /** The plain text of the wording that it is made for: of now, as long as nothing has touched its words. */
  readonly base: string
  /** In place of `base[from, to)` stands `text`: nothing there, it inserts; no text, it deletes. UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** May be empty. */
  readonly reason: string
  readonly state: ProposalState
  /** How the moderators settled it. `text`: the whole wording afterwards, where it was taken or adapted. */
  readonly settled: {
    readonly at: number
    readonly reason: string
    readonly text: string | null
    /** The wording as it was before, where it was changed: to take it back. */
    readonly before: readonly Block[] | null
  } | null
}
