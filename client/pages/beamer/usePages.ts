import { useEffect, useState } from 'react'

export type Paging = {
  readonly page: number
  readonly turn: (by: -1 | 1) => void
}
/** What those who steer have chosen. */
export type Steered = {
  readonly page: number
  /** Shown small, to those who steer: nothing turns by itself, and no key is meant for it. */
  readonly isPreview: boolean
  readonly onPages?: ((pages: number) => void) | undefined
}
export const unsteered: Steered = { page: 0, isPreview: false }

const turnMs = 30_000

/**
 * A text too long for the wall turns by itself, since nobody sits at its keyboard. Whoever turns it by key, clicker
 * or button, or from the page that steers, has it in hand from then on.
 */
export const usePages = (pages: number, { page: steered, isPreview, onPages }: Steered): Paging => {
  const [at, setAt] = useState(steered)
  const [isByHand, setByHand] = useState(steered > 0)
  const page = Math.min(at, Math.max(0, pages - 1))
  useEffect(() => {
    setAt(steered)
    if (steered > 0) setByHand(true)
  }, [steered])
  useEffect(() => onPages?.(pages), [pages, onPages])
  useEffect(() => {
    if (pages < 2 || isByHand || isPreview) return
    const timer = setInterval(() => setAt((now) => (now + 1) % pages), turnMs)
    return () => clearInterval(timer)
  }, [pages, isByHand, isPreview])
  useEffect(() => {
    if (pages < 2 || isPreview) return
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
  }, [pages, isPreview])
  return {
    page,
    turn: (by) => {
      setByHand(true)
      setAt(Math.min(Math.max(page + by, 0), pages - 1))
    },
  }
}
