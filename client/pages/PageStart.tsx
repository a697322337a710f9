import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** A new page begins at its top, and for people without a mouse at its heading. */
export function PageStart() {
  const { pathname } = useLocation()
  const way = useNavigationType()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    // On the way back the browser knows where it was.
    if (way !== 'POP') window.scrollTo(0, 0)
    return whenThere('h1', (heading) => {
      // A page that has put the focus somewhere knows better.
      if (document.activeElement !== document.body) return
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    })
  }, [pathname, way])
  return null
}

/** Pages wait for what they are made of; after some seconds nobody waits any more. */
const whenThere = (selector: string, then: (element: HTMLElement) => void): (() => void) => {
  const look = () => {
    const element = document.querySelector<HTMLElement>(selector)
    if (!element) return
    stop()
    then(element)
  }
  const observer = new MutationObserver(look)
  const patience = setTimeout(() => observer.disconnect(), 5000)
  const stop = () => {
    observer.disconnect()
    clearTimeout(patience)
  }
  observer.observe(document.body, { childList: true, subtree: true })
  // After the focus that a closing menu gives back.
  requestAnimationFrame(look)
  return stop
}
