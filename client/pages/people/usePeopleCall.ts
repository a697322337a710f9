import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, type Method } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'

/** A command about people: the list is fetched anew after it, what was refused is kept for its sentence. */
export const usePeopleCall = () => {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const send = async <Answer>(method: Method, path: string, body?: unknown): Promise<Answer | null> => {
    setError(null)
    try {
      const answer = await call<Answer>(method, path, body)
      await client.invalidateQueries({ queryKey: keys.people })
      return answer
    } catch (fault) {
      setError(fault)
      return null
    }
  }
  return { send, error }
}
