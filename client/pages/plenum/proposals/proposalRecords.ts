import { useQuery } from '@tanstack/react-query'
import type { ResultId } from '#shared/ids.ts'
import type { ProposalsAnswer, ProposalView } from '#shared/plenum/proposalsAnswer.ts'
import { call } from '../../../sync/call.ts'
import { keys, queryClient } from '../../../sync/records.ts'

const none: readonly ProposalView[] = []

/** All of them, in order of arrival. */
export const useProposals = (): readonly ProposalView[] =>
  useQuery({
    queryKey: keys.proposals,
    queryFn: ({ signal }) => call<ProposalsAnswer>('GET', '/api/plenum/proposals', undefined, signal),
  }).data?.proposals ?? none

/** Those for one result. */
export const useProposalsFor = (result: ResultId): readonly ProposalView[] =>
  useProposals().filter((one) => one.result === result)

const see = (view: ProposalView): ProposalView => {
  queryClient.setQueryData<ProposalsAnswer>(keys.proposals, (known) => {
    if (!known) return known
    const isKnown = known.proposals.some(({ id }) => id === view.id)
    const proposals = known.proposals.map((one) => (one.id === view.id ? view : one))
    return { proposals: isKnown ? proposals : [...proposals, view] }
  })
  return view
}
const post = async (path: string, body: unknown): Promise<ProposalView> =>
  see(await call<ProposalView>('POST', `/api/plenum/${path}`, body))
const pathOf = (id: string, what: string) => `proposals/${encodeURIComponent(id)}/${what}`

/** On its way from this device. */
export type Draft = Pick<ProposalView, 'id' | 'result' | 'base' | 'from' | 'to' | 'text' | 'reason'>
/** Sent again under the same id, it is still one proposal. */
export const sendProposal = ({ result, ...draft }: Draft): Promise<ProposalView> =>
  post(`results/${encodeURIComponent(result)}/proposals`, draft)
export const withdrawProposal = (id: string) => post(pathOf(id, 'withdraw'), {})

export type Settlement =
  | { readonly how: 'taken' }
  | { readonly how: 'adapted'; readonly base: string; readonly text: string }
  | { readonly how: 'declined'; readonly reason?: string }
export const settleProposal = (id: string, settlement: Settlement) => post(pathOf(id, 'settle'), settlement)
export const reopenProposal = (id: string) => post(pathOf(id, 'reopen'), {})
