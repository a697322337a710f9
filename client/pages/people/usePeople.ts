import { useQuery } from '@tanstack/react-query'
import type { PeopleAnswer } from '#shared/day/people.ts'
import { call } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'

/** Everyone who is there, and who is expected. */
export const usePeople = (enabled: boolean) =>
  useQuery({
    queryKey: keys.people,
    queryFn: ({ signal }) => call<PeopleAnswer>('GET', '/api/people', undefined, signal),
    enabled,
  })
