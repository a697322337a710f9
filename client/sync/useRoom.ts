import { useEffect, useLayoutEffect, useState } from 'react'
import type { PersonId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import type { Saving } from './calmStatus.ts'
import { openRoom, type Room, type RoomStatus } from './openRoom.ts'
import { useStore } from './useStore.ts'

export type RoomInUse = {
  readonly room: Room | null
  readonly status: RoomStatus
  readonly told: Saving
  /** Something to show is here: the local copy or the server's state. */
  readonly isLoaded: boolean
  /** Close code with which the server sent us away for good, or null. */
  readonly refused: number | null
  /** Changes came after the place was closed: the room was opened afresh, the user must be told. */
  readonly isLate: boolean
}

/** Opens the room with the component and closes it with it; null as name or person opens nothing. */
export const useRoom = (
  name: RoomName | null,
  { mayWrite, person }: { readonly mayWrite: boolean; readonly person: PersonId | null },
): RoomInUse => {
  const [room, setRoom] = useState<Room | null>(null)
  const [lateRoom, setLateRoom] = useState<RoomName | null>(null)
  const [visit, setVisit] = useState(0)

  // Before anything is painted: a document that came ahead is drawn with the page.
  useLayoutEffect(() => {
    if (!name || !person) return
    let isOver = false
    const opened = openRoom(name, { mayWrite, person })
    const unsubscribe = opened.late.subscribe(() => {
      // Everything that builds on a refused change would wait for ever: away with it, and load afresh (W7).
      setLateRoom(name)
      void close({ forget: true }).then(() => setVisit((count) => count + 1))
    })
    const close = (options?: { forget: boolean }) => {
      if (isOver) return Promise.resolve()
      isOver = true
      unsubscribe()
      setRoom((current) => (current === opened ? null : current))
      return opened.close(options)
    }
    setRoom(opened)
    return () => void close()
  }, [name, mayWrite, person, visit])

  const told = useStore(room?.told) ?? 'unknown'
  const unsaved = typeof told === 'object' ? told.waiting : null
  // Moderators see how many devices still wait for the disk: as soon as they can be told, and no more than a number.
  useEffect(() => {
    if (room && (room.awareness.getLocalState()?.['unsaved'] ?? null) !== unsaved)
      room.awareness.setLocalStateField('unsaved', unsaved)
  }, [room, unsaved])

  return {
    room,
    status: useStore(room?.status) ?? 'connecting',
    told,
    isLoaded: useStore(room?.isLoaded) ?? false,
    refused: useStore(room?.refused),
    isLate: lateRoom !== null && lateRoom === name,
  }
}
