import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { isTyping } from '../isTyping.ts'

const isControl = (target: EventTarget | null): boolean =>
  isTyping(target) || (target instanceof Element && target.closest('a, button, input, summary') !== null)

/**
 * While the space bar is held the wall is dragged along, as with the middle button. Let go without dragging it calls
 * `onTap` for what has the focus.
 */
export const useSpacePan = (
  surface: RefObject<HTMLElement | null>,
  onTap: (focused: Element) => void,
): boolean => {
  const [isHeld, setHeld] = useState(false)
  const tap = useEffectEvent(onTap)
  useEffect(() => {
    let isDown = false
    let wasUsed = false
    const down = (event: KeyboardEvent) => {
      const { key, target } = event
      if (key !== ' ' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.defaultPrevented || isControl(target)) return
      const isHere = target === document.body || (target as Element).closest('#notes') !== null
      if (!isHere || (target as Element).closest('.board-drawer')) return
      // Otherwise the page scrolls.
      event.preventDefault()
      if (isDown) return
      isDown = true
      wasUsed = false
      setHeld(true)
    }
    const up = ({ key }: KeyboardEvent) => {
      if (key !== ' ' || !isDown) return
      end()
      const focused = document.activeElement
      if (!wasUsed && focused && surface.current?.contains(focused)) tap(focused)
    }
    const end = () => {
      isDown = false
      setHeld(false)
    }
    const use = () => {
      wasUsed = true
    }
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('pointerdown', use)
    window.addEventListener('blur', end)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('pointerdown', use)
      window.removeEventListener('blur', end)
    }
  }, [surface])
  return isHeld
}
