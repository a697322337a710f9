import { useEffect, type RefObject } from 'react'

/**
 * Keeps the docked bar above the keyboard of phones. Most make the page shrink with it (see the viewport in index.html);
 * on the others the keyboard lies over the page, and only the visual viewport tells how high it is.
 */
export const useKeyboardInset = (inside: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const dock = inside.current?.closest<HTMLElement>('.dock')
    const seen = window.visualViewport
    if (!dock || !seen) return
    const look = () => {
      const covered = document.documentElement.clientHeight - seen.offsetTop - seen.height
      // Whoever has zoomed in sees a part of the page; that is no keyboard.
      const isKeyboard = seen.scale < 1.01 && covered > 60
      dock.style.setProperty('bottom', isKeyboard ? `${Math.round(covered)}px` : '')
    }
    look()
    seen.addEventListener('resize', look)
    seen.addEventListener('scroll', look)
    return () => {
      seen.removeEventListener('resize', look)
      seen.removeEventListener('scroll', look)
      dock.style.setProperty('bottom', '')
    }
  }, [inside])
}
