import { useEffect, useState } from 'react'

export type Paging = {
  readonly page: number
  readonly turn: (by: -1 | 1) => void
}

const turnMs = 30_000

/**
 * A text too long for the wall turns by itself, since nobody sits at its keyboard. Whoever turns it by key, clicker
 * or button has it in hand from then on.
 */
export const usePages = (pages: number): Paging => {
  const [at, setAt] = useState(0)
  const [isByHand, setByHand] = useState(false)
  const page = Math.min(at, Math.max(0, pages - 1))
  useEffect(() => {
    if (pages < 2 || isByHand) return
    const timer = setInterval(() => setAt((now) => (now + 1) % pages), turnMs)
    return () => clearInterval(timer)
  }, [pages, isByHand])
  useEffect(() => {
    if (pages < 2) return
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight' || key === 'PageDown') turnBy(1)
      else if (key === 'ArrowLeft' || key === 'PageUp') turnBy(-1)
    }
    const turnBy = (by: number) => {
      setByHand(true)
      setAt((now) => Math.min(Math.max(now + by, 0), pages - 1))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [pages])
  return {
    page,
    turn: (by) => {
      setByHand(true)
      setAt(Math.min(Math.max(page + by, 0), pages - 1))
    },
  }
}
