import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import type { JoinAnswer } from '#shared/api.ts'
import { call } from '../../sync/call.ts'
import { meQuery } from '../../sync/records.ts'
import { passage } from '../passage.ts'

type JoinRequest = { readonly code: string; readonly name: string; readonly group: string | null }

/** Takes a ticket (the server sets the cookie) and walks through the door. Throws what the server refuses. */
export const useJoin = (
  onJoining: (isJoining: boolean) => void,
): ((request: JoinRequest) => Promise<void>) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  return async (request) => {
    onJoining(true)
    try {
      const { person } = await call<JoinAnswer>('POST', '/api/join', request)
      await client.fetchQuery({ ...meQuery, staleTime: 0 })
      await navigate(passage(search.get('weiter'), person.role), { replace: true })
    } catch (error) {
      onJoining(false)
      throw error
    }
  }
}
