import { useEffect } from 'react'
import { useBoardPlace } from '../useBoardPlace.ts'

/** Heights of the window at which a card is looked for. */
const lines = [160, 200, 240, 280, 320, 400]

/** What one reads in the list stays where it is when others write above. Most browsers do that by themselves. */
export const useKeepReading = (isShown: boolean): void => {
  const { store } = useBoardPlace()
  useEffect(() => {
    if (!isShown || CSS.supports('overflow-anchor', 'auto')) return
    let frame = 0
    const keep = () => {
      if (frame !== 0 || window.scrollY === 0) return
      const card = cardInView()
      const top = card?.getBoundingClientRect().top ?? 0
      frame = requestAnimationFrame(() => {
        frame = 0
        if (card?.isConnected)
          window.scrollBy({ top: card.getBoundingClientRect().top - top, behavior: 'instant' })
      })
    }
    const end = store.subscribeNotes(keep)
    return () => {
      cancelAnimationFrame(frame)
      end()
    }
  }, [isShown, store])
}

const cardInView = (): Element | null => {
  for (const y of lines) {
    const card = document.elementFromPoint(window.innerWidth / 2, y)?.closest('.note')
    if (card) return card
  }
  return null
}
