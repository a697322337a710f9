import { useQuery } from '@tanstack/react-query'
import type { LateAnswer } from '#shared/day/collectAnswers.ts'
import { call } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'

/** What came late, for those who may settle it. */
export const useLate = (isAsked = true) =>
  useQuery({
    queryKey: keys.late,
    queryFn: ({ signal }) => call<LateAnswer>('GET', '/api/late', undefined, signal),
    enabled: isAsked,
  })
