import { queryOptions, useQuery } from '@tanstack/react-query'
import type { PresentingAnswer } from '#shared/plenum/presentingAnswer.ts'
import { call } from '../../../sync/call.ts'
import { keys } from '../../../sync/records.ts'

const presentingQuery = queryOptions({
  queryKey: keys.presenting,
  queryFn: ({ signal }) => call<PresentingAnswer>('GET', '/api/plenum/presenting', undefined, signal),
})

/** Where everyone is led, and what shall be discussed; undefined until the server has said so. */
export const usePresenting = (): PresentingAnswer | undefined => useQuery(presentingQuery).data
