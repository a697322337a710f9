import { useSyncExternalStore } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

const none: readonly NoteId[] = []

/** The notes that were put together into this one. */
export const useOriginals = (id: NoteId): readonly NoteId[] => {
  const { arrangement } = useBoardPlace().store
  return useSyncExternalStore(arrangement.subscribe, () => arrangement.get().originals.get(id) ?? none)
}
