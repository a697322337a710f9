import { useEffectEvent, useLayoutEffect } from 'react'
import type { Note } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

/** Calls `written` now and with every other text of a note, without drawing its component anew. */
export const useCardText = (id: NoteId, written: (note: Note) => void): void => {
  const { store } = useBoardPlace()
  const write = useEffectEvent(written)
  useLayoutEffect(() => {
    let known: Note['blocks'] | undefined
    const look = () => {
      const note = store.note(id)
      if (!note || note.blocks === known) return
      known = note.blocks
      write(note)
    }
    look()
    return store.subscribeNote(id, look)
  }, [store, id])
}
