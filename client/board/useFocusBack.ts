import { useRef, type RefObject } from 'react'
import { giveFocusBack } from './giveFocusBack.ts'

/**
 * A dialog that a menu opened cannot give the focus back by itself: the menu it came from is gone.
 * Answers a ref for what holds the menu's button, and what to call once the dialog closes.
 */
export const useFocusBack = <Holder extends HTMLElement>(): readonly [
  RefObject<Holder | null>,
  () => void,
] => {
  const holder = useRef<Holder>(null)
  return [holder, () => giveFocusBack(() => holder.current?.querySelector('button')?.focus())]
}
