import { useEffect, useState } from 'react'
import type { Note } from '#shared/board.ts'
import { noteNumber, type EventId, type NoteId, type PersonId } from '#shared/ids.ts'
import { roomName } from '#shared/place.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { useNoteFacts } from '../sync/records.ts'
import { useRoom } from '../sync/useRoom.ts'
import { useStore } from '../sync/useStore.ts'
import type { Arrangement } from './arrange.ts'
import { boardStore, type BoardStore } from './boardStore.ts'

/** A board that is only shown: live, but nobody sees the reader in it. */
export type ReadBoard = {
  readonly store: BoardStore
  readonly arrangement: Arrangement
  readonly numberOf: (id: NoteId) => string | null
  readonly noteOf: (id: NoteId) => Note | null
}

export const useReadBoard = (
  plan: EventPlan,
  group: Group,
  person: PersonId,
  /** Whoever may write has a copy on this device, and reads without network too. */
  mayWrite = false,
): { readonly board: ReadBoard | null; readonly isOffline: boolean } => {
  const name = roomName(plan.id as EventId, { kind: 'group', group: group.id })
  const { room, status, isLoaded } = useRoom(name, { mayWrite, person })
  const facts = useNoteFacts(group.id).data
  const [store, setStore] = useState<BoardStore | null>(null)
  useEffect(() => {
    if (!room) return
    // A new connection makes everyone present again.
    const hide = () => {
      if (room.awareness.getLocalState() !== null) room.awareness.setLocalState(null)
    }
    hide()
    room.awareness.on('change', hide)
    const opened = boardStore(room.doc, { questions: group.questions.map(({ id }) => id) })
    setStore(opened)
    return () => {
      room.awareness.off('change', hide)
      setStore(null)
      opened.close()
    }
  }, [room, group])
  const arrangement = useStore(store?.arrangement)
  const board: ReadBoard | null =
    store && arrangement && isLoaded
      ? {
          store,
          arrangement,
          noteOf: store.note,
          numberOf: (id) => {
            const fact = facts?.notes.find((one) => one.id === id)
            return fact ? noteNumber(group.id, fact.number) : null
          },
        }
      : null
  return { board, isOffline: status === 'offline' }
}
