import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { EventBrief } from '#shared/api.ts'
import { call } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'

const againMs = 15_000

/** The event of a code, and where there is room now: the door has no stream that would say so. */
export const useBriefOf = (code: string | null) =>
  useQuery({
    queryKey: code ? [...keys.event, code] : keys.event,
    queryFn: ({ signal }) =>
      call<EventBrief>(
        'GET',
        code ? `/api/event?code=${encodeURIComponent(code)}` : '/api/event',
        undefined,
        signal,
      ),
    refetchInterval: againMs,
    placeholderData: keepPreviousData,
  })
