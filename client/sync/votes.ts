import { useQuery } from '@tanstack/react-query'
import type { Stage } from '#shared/day/phaseState.ts'
import type { VoteKind, VotesAnswer, VoteView } from '#shared/day/vote.ts'
import { call } from './call.ts'
import { keys, queryClient } from './records.ts'

const keyOf = (stage: Stage) => [...keys.votes, stage] as const
const lookMs = 4_000

/** Votes of a group or the Plenum, the oldest first. How many have given something is nobody told of: who leads looks. */
export const useVotes = (stage: Stage, { enabled = true, looks = false } = {}): readonly VoteView[] =>
  useQuery({
    queryKey: keyOf(stage),
    queryFn: ({ signal }) => call<VotesAnswer>('GET', `/api/stages/${stage}/votes`, undefined, signal),
    enabled,
    refetchInterval: (query) =>
      looks && query.state.data?.votes.some(({ closedAt }) => closedAt === null) ? lookMs : false,
  }).data?.votes ?? none
const none: readonly VoteView[] = []

/** What the server has just said about a vote. */
const took = (vote: VoteView): VoteView => {
  queryClient.setQueryData<VotesAnswer>(keyOf(vote.stage), (known) => {
    if (!known) return known
    const isNew = known.votes.every(({ id }) => id !== vote.id)
    return {
      votes: isNew ? [...known.votes, vote] : known.votes.map((one) => (one.id === vote.id ? vote : one)),
    }
  })
  return vote
}

export const openVote = async (stage: Stage, kind: VoteKind): Promise<VoteView> =>
  took(await call<VoteView>('POST', `/api/stages/${stage}/votes`, { kind }))
export const closeVote = async (id: string): Promise<VoteView> =>
  took(await call<VoteView>('POST', `/api/votes/${id}/close`))
export const reopenVote = async (id: string): Promise<VoteView> =>
  took(await call<VoteView>('POST', `/api/votes/${id}/reopen`))
export const sendPoints = async (id: string, item: string, points: number | null): Promise<VoteView> =>
  took(await call<VoteView>('PUT', `/api/votes/${id}/points`, { item, points }))
export const sendHandPoints = async (id: string, item: string, points: number): Promise<VoteView> =>
  took(await call<VoteView>('PUT', `/api/votes/${id}/hand`, { item, points }))
