import { useCallback, useSyncExternalStore } from 'react'
import type { Note } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import type { BoardStore } from './boardStore.ts'

/** One note; its component renders only when this note changes. Null when it is gone. */
export const useNote = (store: BoardStore, id: NoteId): Note | null => {
  const subscribe = useCallback((listener: () => void) => store.subscribeNote(id, listener), [store, id])
  return useSyncExternalStore(subscribe, () => store.note(id))
}
