import { useEffect, useState } from 'react'
import { useMe } from './records.ts'

/** Milliseconds by the server's clock, so that all screens count alike. Ticks every `everyMs`. */
export const useServerClock = (everyMs = 10_000): number => {
  const { data, dataUpdatedAt } = useMe()
  const ahead = data ? data.now - dataUpdatedAt : 0
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  // The tick may be older than the answer.
  return Math.max(now, dataUpdatedAt) + ahead
}
