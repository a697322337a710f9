import type { PersonId, ResultId } from '../ids.ts'

export const proposalStates = ['open', 'taken', 'adapted', 'declined', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]

/** Another wording, proposed for some words of a result. */
export type Proposal = {
  readonly id: string
  readonly result: ResultId
  readonly person: PersonId
  readonly author: string
  readonly at: number
  /** The plain text of the wording that it was made for. */
  readonly base: string
  /** In place of `base[from, to)` stands `text`: nothing there, it inserts; no text, it deletes. UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** May be empty. */
  readonly reason: string
  readonly state: ProposalState
  /** How the moderators settled it. `text`: the whole wording afterwards, where it was taken or adapted. */
  readonly settled: { readonly at: number; readonly reason: string; readonly text: string | null } | null
}
