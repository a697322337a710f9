import { useQuery } from '@tanstack/react-query'
import type { ControlAnswer } from '#shared/day/control.ts'
import { call } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'

const lookMs = 4_000

/** All groups at a glance: what changes the day asks anew at once, who is here and what is written every few seconds. */
export const useControl = (enabled = true) =>
  useQuery({
    queryKey: [...keys.day, 'control'],
    queryFn: ({ signal }) => call<ControlAnswer>('GET', '/api/control', undefined, signal),
    refetchInterval: lookMs,
    enabled,
  })
