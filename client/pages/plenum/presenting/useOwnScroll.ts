import { useEffect } from 'react'

/** Hands rest on wheels and screens: less is no scrolling, in px. */
const leastPx = 24
/** A scroll that comes so long after a hand has moved is not that hand's. */
const handMs = 700
const scrollKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' '])

/** Runs when somebody scrolls what they read with their own hand: wheel, finger, keys or the scroll bar. */
export const useOwnScroll = (isOn: boolean, run: () => void): void => {
  useEffect(() => {
    if (!isOn) return
    const page = document.getElementById('plenum-page')
    const tops = () => [window.scrollY, page?.scrollTop ?? 0]
    let handAt = -Infinity
    let rest = tops()
    const hand = () => (handAt = performance.now())
    const key = (event: KeyboardEvent) => {
      if (scrollKeys.has(event.key)) hand()
    }
    // On a scroll bar: what is pressed is the box itself, not something in it.
    const pressed = ({ target }: Event) => {
      if (target === document.documentElement || target === page) hand()
    }
    const scrolled = () => {
      if (performance.now() - handAt > handMs) rest = tops()
      else if (tops().some((top, at) => Math.abs(top - (rest[at] ?? 0)) >= leastPx)) run()
    }
    const options = { capture: true, passive: true }
    const hands = ['wheel', 'touchmove'] as const
    for (const one of hands) document.addEventListener(one, hand, options)
    document.addEventListener('pointerdown', pressed, options)
    document.addEventListener('keydown', key, options)
    document.addEventListener('scroll', scrolled, options)
    return () => {
      for (const one of hands) document.removeEventListener(one, hand, options)
      document.removeEventListener('pointerdown', pressed, options)
      document.removeEventListener('keydown', key, options)
      document.removeEventListener('scroll', scrolled, options)
    }
  }, [isOn, run])
}
