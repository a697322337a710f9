import { useMemo } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { NoteId, PersonId } from '#shared/ids.ts'
import type { Presence } from '#shared/wire.ts'
import type { Room } from './openRoom.ts'
import { valueStore, type ReadStore } from './valueStore.ts'
import { useStore } from './useStore.ts'

/** Somebody in the room, as the server names them. `note`: the one they write on. */
export type PersonHere = {
  readonly id: PersonId
  readonly name: string
  readonly role: string
  /** 1 to 10 */
  readonly colour: number
  readonly notes: readonly NoteId[]
}

/** Who else is in the room, each person once however many windows they have open, in order of their names. */
export const readPresence = (awareness: Awareness): readonly PersonHere[] => {
  const people = new Map<string, PersonHere>()
  for (const [client, state] of awareness.getStates() as Map<number, Presence>) {
    if (client === awareness.clientID || typeof state.user?.id !== 'string') continue
    const { id, name, role, colour } = state.user
    const known = people.get(id)
    const note = typeof state.note === 'string' ? [state.note as NoteId] : []
    people.set(id, {
      id: id as PersonId,
      name: String(name),
      role: String(role),
      colour: Number.isInteger(colour) ? ((((colour - 1) % 10) + 10) % 10) + 1 : 7,
      notes: [...(known?.notes ?? []), ...note],
    })
  }
  return [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The same list until somebody comes, goes, or opens another note: a moving caret changes nothing here. */
export const presenceStore = (awareness: Awareness): ReadStore<readonly PersonHere[]> => {
  const people = valueStore(readPresence(awareness))
  const refresh = () => {
    const next = readPresence(awareness)
    if (JSON.stringify(next) !== JSON.stringify(people.get())) people.set(next)
  }
  let readers = 0
  return {
    get: people.get,
    subscribe: (listener) => {
      if (readers++ === 0) awareness.on('change', refresh)
      refresh()
      const unsubscribe = people.subscribe(listener)
      return () => {
        unsubscribe()
        if (--readers === 0) awareness.off('change', refresh)
      }
    },
  }
}

const nobody: readonly PersonHere[] = []

export const usePresence = (room: Room | null): readonly PersonHere[] => {
  const store = useMemo(() => room && presenceStore(room.awareness), [room])
  return useStore(store) ?? nobody
}
