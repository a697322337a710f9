import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Note } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import type { BoardStore } from './boardStore.ts'

/** One note; its component renders only when this note changes. Null when it is gone. */
export const useNote = (store: BoardStore, id: NoteId): Note | null => {
  const subscribe = useCallback((listener: () => void) => store.subscribeNote(id, listener), [store, id])
  return useSyncExternalStore(subscribe, () => store.note(id))
}

/** All of a note but its text and its place. */
export type NoteFace = Omit<Note, 'blocks' | 'at' | 'column'>

/** One note's face; its component renders neither for a letter nor for a move. Null when it is gone. */
export const useNoteFace = (store: BoardStore, id: NoteId): NoteFace | null => {
  const known = useRef<Note | null>(null)
  const subscribe = useCallback((listener: () => void) => store.subscribeNote(id, listener), [store, id])
  return useSyncExternalStore(subscribe, () => {
    const note = store.note(id)
    if (!known.current || !note || !isSameFace(known.current, note)) known.current = note
    return known.current
  })
}

const isSameFace = (before: Note, now: Note): boolean =>
  (Object.keys(now) as (keyof Note)[]).every(
    (field) => field === 'blocks' || field === 'at' || field === 'column' || before[field] === now[field],
  )
