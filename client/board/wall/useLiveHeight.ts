import { useLayoutEffect, type RefObject } from 'react'
import type { NoteId } from '#shared/ids.ts'
import type { BoardLayoutStore } from './boardLayoutStore.ts'

/** While somebody types here, the card is as high as its editor, and the cards below make room. */
export const useLiveHeight = (
  card: RefObject<HTMLElement | null>,
  id: NoteId,
  isEditing: boolean,
  layout: BoardLayoutStore,
): void => {
  useLayoutEffect(() => {
    const element = card.current
    if (!isEditing || !element) return
    const look = () => layout.setLiveHeight(id, element.offsetHeight)
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      observer.disconnect()
      layout.setLiveHeight(id, null)
    }
  }, [card, id, isEditing, layout])
}
