import { useCallback, useSyncExternalStore } from 'react'
import type { NoteId } from '#shared/ids.ts'
import type { Related } from '#shared/noteLinks.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { relatedCards } from './relatedCards.ts'

const none: readonly Related[] = []

/** The cards that this one is related to. */
export const useRelated = (id: NoteId): readonly Related[] => {
  const { links, arrangement } = useBoardPlace().store
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [links.subscribe(listener), arrangement.subscribe(listener)]
      return () => ends.forEach((end) => end())
    },
    [links, arrangement],
  )
  return useSyncExternalStore(subscribe, () =>
    links.get().size === 0 ? none : (relatedCards(arrangement.get(), links.get()).get(id) ?? none),
  )
}
