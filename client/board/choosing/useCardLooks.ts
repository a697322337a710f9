import { useCallback, useLayoutEffect, type RefObject } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

/**
 * Whether a card of the list is chosen or dimmed, as classes that are set past React: a search or Ctrl+A concerns
 * thousands of cards, and to draw them anew would take half a second.
 */
export const useCardLooks = (card: RefObject<HTMLElement | null>, id: NoteId): void => {
  const { selection, search } = useBoardPlace()
  const { hits } = search
  const show = useCallback(() => {
    const found = hits.get()
    const looks = card.current?.classList
    looks?.toggle('chosen', selection.get().has(id))
    looks?.toggle('dimmed', found !== null && !found.ids.has(id))
  }, [card, selection, hits, id])
  // React writes all classes anew when one of its own changes.
  useLayoutEffect(show)
  useLayoutEffect(() => {
    const ends = [selection.subscribe(show), hits.subscribe(show)]
    return () => ends.forEach((end) => end())
  }, [selection, hits, show])
}
