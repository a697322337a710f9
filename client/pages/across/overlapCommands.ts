import { queryOptions, useQuery } from '@tanstack/react-query'
import type { KindId, NoteRef } from '#shared/ids.ts'
import type { OverlapsAnswer } from '#shared/plenum/overlaps.ts'
import type { Result } from '#shared/result.ts'
import { call } from '../../sync/call.ts'
import { keys, queryClient } from '../../sync/records.ts'

const overlapsQuery = queryOptions({
  queryKey: keys.overlaps,
  queryFn: ({ signal }) => call<OverlapsAnswer>('GET', '/api/plenum/overlaps', undefined, signal),
})

/** What the groups have in common; undefined until it has been reckoned. */
export const useOverlaps = (): OverlapsAnswer | undefined => useQuery(overlapsQuery).data

export const findAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.overlaps })

export const setApart = async (notes: readonly NoteRef[], apart: boolean): Promise<void> => {
  const answer = await call<OverlapsAnswer>('PUT', '/api/plenum/overlaps/apart', { notes, apart })
  queryClient.setQueryData<OverlapsAnswer>(keys.overlaps, answer)
}

type NewResult = {
  readonly sources: readonly NoteRef[]
  readonly links?: readonly NoteRef[]
  readonly kind?: KindId
}
/** A result of these cards in one step, with what is related to it. */
export const makeResultOf = async (made: NewResult): Promise<Result> => {
  const result = await call<Result>('POST', '/api/plenum/results', made)
  await queryClient.invalidateQueries({ queryKey: keys.plenum })
  return result
}
