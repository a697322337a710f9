import { useCallback, useMemo, useRef } from 'react'
import { useCommand, type Command } from '../plenum/useCommand.ts'

type Work = () => Promise<unknown>
/** Commands to a stage, one at a time; the last one can be run again once what stood in its way is gone. */
export type StageWork = Pick<Command, 'isBusy' | 'error' | 'forget'> & {
  readonly run: (work: Work) => void
  readonly again: () => void
}

export const useStageWork = (): StageWork => {
  const { isBusy, error, forget, run: runOne } = useCommand()
  const last = useRef<Work | null>(null)
  const again = useCallback(() => {
    if (last.current) void runOne(last.current)
  }, [runOne])
  return useMemo(
    () => ({
      isBusy,
      error,
      forget,
      again,
      run: (work) => {
        if (isBusy) return
        last.current = work
        void runOne(work)
      },
    }),
    [isBusy, error, forget, again, runOne],
  )
}
