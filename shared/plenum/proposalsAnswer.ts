import type { Proposal } from './proposal.ts'

/** A proposal as everyone may see it. */
export type ProposalView = Omit<Proposal, 'person' | 'settled'> & {
  readonly isMine: boolean
  readonly settled: { readonly at: number; readonly reason: string; readonly text: string | null } | null
}

/** GET /api/plenum/proposals: in order of arrival. */
export type ProposalsAnswer = { readonly proposals: readonly ProposalView[] }
