import { useCallback, useMemo, useState } from 'react'

export type Command = {
  readonly isBusy: boolean
  /** Why the last one was refused; null once another begins. */
  readonly error: unknown
  /** Runs one at a time. Answers true when it was done. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>
  readonly forget: () => void
}

/** One command after the other, with its refusal beside it. */
export const useCommand = (): Command => {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = useCallback(async (work: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
      return true
    } catch (fault) {
      setError(fault)
      return false
    } finally {
      setBusy(false)
    }
  }, [])
  const forget = useCallback(() => setError(null), [])
  return useMemo(() => ({ isBusy, error, run, forget }), [isBusy, error, run, forget])
}
