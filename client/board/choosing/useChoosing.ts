import { useSyncExternalStore } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

// One answer a card: a component draws anew only when its own answer changes.

/** Whether the note is among the chosen ones. */
export const useIsChosen = (id: NoteId): boolean => {
  const { selection } = useBoardPlace()
  return useSyncExternalStore(selection.subscribe, () => selection.get().has(id))
}

/** Whether anything is chosen: then a tap on a card takes it in or out. */
export const useIsChoosing = (): boolean => {
  const { selection } = useBoardPlace()
  return useSyncExternalStore(selection.subscribe, () => selection.get().size > 0)
}

/** Whether something is searched for and the note is not among what was found. */
export const useIsDimmed = (id: NoteId): boolean => {
  const { hits } = useBoardPlace().search
  return useSyncExternalStore(hits.subscribe, () => {
    const found = hits.get()
    return found !== null && !found.ids.has(id)
  })
}
