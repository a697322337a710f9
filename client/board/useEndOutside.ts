import { useEffect, useEffectEvent, type RefObject } from 'react'

/** What belongs to an edited card although it is drawn elsewhere. */
const attached = '.popover, .dialog-scrim, .toaster, .paste-bar, [data-react-aria-top-layer]'

/** Calls `onEnd` when the person turns to something outside of the element. Leaving the window is not turning away. */
export const useEndOutside = (
  element: RefObject<HTMLElement | null>,
  isActive: boolean,
  onEnd: () => void,
): void => {
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    if (!isActive) return
    const look = ({ target }: Event) => {
      if (!(target instanceof Element) || !element.current) return
      if (element.current.contains(target) || target.closest(attached)) return
      end()
    }
    document.addEventListener('pointerdown', look)
    document.addEventListener('focusin', look)
    return () => {
      document.removeEventListener('pointerdown', look)
      document.removeEventListener('focusin', look)
    }
  }, [element, isActive])
}
