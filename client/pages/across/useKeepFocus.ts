import { useEffect, useLayoutEffect, useRef } from 'react'

/** What changes its place loses the focus in browsers: a button with an id gets it back. */
export const useKeepFocus = (order: unknown): void => {
  const last = useRef('')
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      last.current = target instanceof HTMLElement ? target.id : ''
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  useLayoutEffect(() => {
    if (document.activeElement === document.body && last.current)
      document.getElementById(last.current)?.focus({ preventScroll: true })
  }, [order])
}
