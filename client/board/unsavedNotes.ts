import type { NoteId } from '#shared/ids.ts'
import type { Room } from '../sync/openRoom.ts'
import type { BoardStore } from './boardStore.ts'

const prefix = 'leitwand.unsavedNotes.'
const debounceMs = 300

type Owned = Pick<Room, 'name' | 'person'>
const keyOf = ({ name, person }: Owned) => `${prefix}${name}/${person}`

/** Notes that were changed in an earlier visit and had not reached the server. */
export const notesUnsavedBefore = (room: Owned): ReadonlySet<NoteId> => {
  try {
    return new Set(JSON.parse(localStorage.getItem(keyOf(room)) ?? '[]') as NoteId[])
  } catch {
    return new Set()
  }
}

/** Remembers for the next visit which notes the server does not have yet. Answers how to stop. */
export const rememberUnsavedNotes = (
  store: BoardStore,
  room: Owned & Pick<Room, 'status' | 'saving'>,
): (() => void) => {
  const unsaved = new Set(notesUnsavedBefore(room))
  let written = unsaved.size
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    if (unsaved.size === written) return
    written = unsaved.size
    try {
      if (written > 0) localStorage.setItem(keyOf(room), JSON.stringify([...unsaved]))
      else localStorage.removeItem(keyOf(room))
    } catch {
      // Then the next visit says how many changes wait, and not of which notes.
    }
  }
  const soon = () => {
    if (unsaved.size !== written) timer ??= setTimeout(write, debounceMs)
  }
  const ends = [
    store.subscribeNotes((changed) => {
      for (const id of changed) if (store.touchedAt(id) > room.saving.stored()) unsaved.add(id)
      soon()
    }),
    room.status.subscribe(() => {
      if (room.status.get() !== 'stored') return
      unsaved.clear()
      store.allStored()
      soon()
    }),
  ]
  // A reload does not wait for the timer.
  window.addEventListener('pagehide', write)
  return () => {
    window.removeEventListener('pagehide', write)
    write()
    for (const end of ends) end()
  }
}
