import { useCallback, useRef, useState } from 'react'
import type { BeamerAnswer } from '#shared/api.ts'
import type { BeamerScreen, ScreenNumber } from '#shared/day/beamerScreen.ts'
import { call } from '../../sync/call.ts'
import { keys, queryClient } from '../../sync/records.ts'

export type Steering = Partial<BeamerScreen>

/** Commands to a screen, one after the other: each is made out of what the one before it has left. */
export const useSteer = (screen: ScreenNumber) => {
  const [error, setError] = useState<unknown>(null)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const steer = useCallback(
    (change: Steering | ((now: BeamerScreen) => Steering | null)) => {
      const run = async () => {
        setError(null)
        const now = queryClient.getQueryData<BeamerAnswer>(keys.screen(screen))
        const wanted = typeof change === 'function' ? now && change(now) : change
        if (!wanted) return
        const answer = await call<BeamerAnswer>('PUT', '/api/beamer', { screen, ...wanted })
        queryClient.setQueryData<BeamerAnswer>(keys.screen(screen), answer)
      }
      last.current = last.current.then(run).catch((fault: unknown) => {
        setError(fault)
        void queryClient.invalidateQueries({ queryKey: keys.screen(screen) })
      })
      return last.current
    },
    [screen],
  )
  return { steer, error }
}
