import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { JoinAnswer, Person } from '#shared/api.ts'
import { idOf } from '#shared/ids.ts'
import { call } from '../../sync/call.ts'
import { meQuery } from '../../sync/records.ts'
import { passage } from '../passage.ts'

export type JoinRequest = {
  readonly code: string
  readonly name: string
  readonly group: string | null
  readonly level?: string | null
}

/** Where somebody goes: by the sign of a room to its board, if that is where they sit; a projector to its screen. */
export const wayIn = (search: URLSearchParams, { role, seat }: Person): string => {
  const own = seat?.kind === 'group' && seat.group === search.get('gruppe') ? seat.group : null
  const screen = role === 'beamer' && search.get('leinwand') === '2' ? '/beamer?leinwand=2' : null
  const asked = search.get('weiter') ?? screen ?? (own ? `/gruppe/${encodeURIComponent(own)}` : null)
  return passage(asked, role)
}

/** Goes in with a ticket that has just come (the server has set the cookie). */
export const useWalkIn = (): ((answer: JoinAnswer) => Promise<void>) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  return async ({ person }) => {
    await client.fetchQuery({ ...meQuery, staleTime: 0 })
    await navigate(wayIn(search, person), { replace: true })
  }
}

/** Takes a ticket and walks through the door. Throws what the server refuses. */
export const useJoin = (
  onJoining: (isJoining: boolean) => void,
): ((request: JoinRequest) => Promise<void>) => {
  const walkIn = useWalkIn()
  // Sent again after a lost answer, the form makes no second person.
  const [attempt] = useState(() => {
    const part = () => idOf(crypto.getRandomValues(new Uint8Array(10)))
    return part() + part()
  })
  return async (request) => {
    onJoining(true)
    try {
      await walkIn(await call<JoinAnswer>('POST', '/api/join', { ...request, attempt }))
    } catch (error) {
      onJoining(false)
      throw error
    }
  }
}
