import { useQuery } from '@tanstack/react-query'
import type { ResultId } from '#shared/ids.ts'
import type { ConsentBallot } from '#shared/plenum/consent.ts'
import type { ConsentsAnswer, ConsentView } from '#shared/plenum/consentAnswer.ts'
import { call } from './call.ts'
import { keys, queryClient } from './records.ts'

const lookMs = 2_000

/** What everyone is asked. How many have answered is nobody told of: who leads, and the screens, look. */
export const useConsents = ({ looks = false } = {}): ConsentsAnswer | undefined =>
  useQuery({
    queryKey: keys.consents,
    queryFn: ({ signal }) => call<ConsentsAnswer>('GET', '/api/plenum/consents', undefined, signal),
    refetchInterval: (query) => (looks && query.state.data?.open ? lookMs : false),
  }).data

/** What the server has just said about one. */
const took = (view: ConsentView): ConsentView => {
  queryClient.setQueryData<ConsentsAnswer>(keys.consents, (known) => {
    if (!known) return known
    if (view.closedAt === null) return { ...known, open: view }
    const { mayAnswer: _may, mine: _mine, answered: _answered, ...consent } = view
    const past = { ...consent, results: consent.results.map(({ id }) => id) }
    return {
      open: known.open?.id === view.id ? null : known.open,
      past: [...known.past.filter(({ id }) => id !== view.id), past],
    }
  })
  return view
}
const pathOf = (id: string, what: string) => `/api/plenum/consents/${encodeURIComponent(id)}/${what}`

/** Bound to the texts given: the server refuses when one of them is no longer the one it holds. */
export const openConsent = async (
  results: readonly { readonly id: ResultId; readonly text: string }[],
): Promise<ConsentView> => took(await call<ConsentView>('POST', '/api/plenum/consents', { results }))
export const sendAnswer = async (id: string, ballot: ConsentBallot): Promise<ConsentView> =>
  took(await call<ConsentView>('PUT', pathOf(id, 'answer'), ballot))
export const sendHands = async (id: string, hands: Readonly<Record<string, number>>): Promise<ConsentView> =>
  took(await call<ConsentView>('PUT', pathOf(id, 'hands'), { hands }))
export const extendConsent = async (id: string, endsAt: number): Promise<ConsentView> =>
  took(await call<ConsentView>('POST', pathOf(id, 'extend'), { endsAt }))
export const closeConsent = async (id: string): Promise<ConsentView> => {
  const view = took(await call<ConsentView>('POST', pathOf(id, 'close'), {}))
  await queryClient.invalidateQueries({ queryKey: keys.plenum })
  return view
}
export const breakConsent = async (id: string): Promise<ConsentView> =>
  took(await call<ConsentView>('POST', pathOf(id, 'break'), {}))
