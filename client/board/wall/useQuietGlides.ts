import { useEffect } from 'react'

const moments = ['transitionrun', 'transitionstart', 'transitionend', 'transitioncancel']

/** A wall whose cards make room glides in dozens of places, and every listener of the page would hear of each several times. */
export const useQuietGlides = (): void =>
  useEffect(() => {
    const listening = new AbortController()
    const hush = (event: Event) => {
      if ((event.target as Element).classList.contains('react-flow__node')) event.stopImmediatePropagation()
    }
    for (const moment of moments)
      window.addEventListener(moment, hush, { capture: true, signal: listening.signal })
    return () => listening.abort()
  }, [])
