import { useEffect, useMemo, useState } from 'react'
import { clustersOf, notesOf, type Cluster, type Note } from '#shared/board.ts'
import { noteNumber, type EventId, type NoteId } from '#shared/ids.ts'
import type { Person } from '#shared/api.ts'
import { roomName } from '#shared/place.ts'
import { can, openDay } from '#shared/roles.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { boardActions } from '../../board/boardActions.ts'
import { boardStore } from '../../board/boardStore.ts'
import { openUndo } from '../../editor/openUndo.ts'
import { useNoteFacts } from '../../sync/records.ts'
import { useRoom } from '../../sync/useRoom.ts'
import { useStore } from '../../sync/useStore.ts'
import type { ReadStore } from '../../sync/valueStore.ts'
import { useVotes } from '../../sync/votes.ts'
import { docStore } from '../plenum/docStore.ts'
import { groupSheet, type GroupSheet } from './groupSheet.ts'

type Board = { readonly notes: readonly Note[]; readonly clusters: readonly Cluster[] }
export type GroupSheetInUse = {
  /** Null until there is something to show. */
  readonly sheet: GroupSheet | null
  readonly isOffline: boolean
  /** One place up or down among the marked notes; null for those who may not write on the board. */
  readonly move: ((id: NoteId, by: -1 | 1) => void) | null
}

/** A group's board as its sheet: live, and nobody sees the reader in it. */
export const useGroupSheet = (plan: EventPlan, group: Group, person: Person): GroupSheetInUse => {
  const mayWrite = can(person, openDay, 'write', { kind: 'group', group: group.id })
  const name = roomName(plan.id as EventId, { kind: 'group', group: group.id })
  const { room, status, isLoaded } = useRoom(name, { mayWrite, person: person.id })
  const facts = useNoteFacts(group.id).data
  const votes = useVotes(group.id)
  const [board, setBoard] = useState<ReadStore<Board> | null>(null)
  useEffect(() => {
    if (!room) return
    // A new connection makes everyone present again.
    const hide = () => {
      if (room.awareness.getLocalState() !== null) room.awareness.setLocalState(null)
    }
    hide()
    room.awareness.on('change', hide)
    const store = boardStore(room.doc, { questions: [] })
    const observe = (changed: () => void) => {
      const ends = [store.subscribeNotes(changed), store.clusters.subscribe(changed)]
      return () => ends.forEach((end) => end())
    }
    setBoard(docStore(observe, () => ({ notes: store.notes(), clusters: store.clusters.get() })))
    return () => {
      room.awareness.off('change', hide)
      setBoard(null)
      store.close()
    }
  }, [room])
  const move = useMemo(() => {
    if (!room || !mayWrite) return null
    const { doc } = room
    return boardActions({ doc, undo: openUndo([notesOf(doc), clustersOf(doc)]), plan }).moveMarked
  }, [room, mayWrite, plan])
  const known = useStore(board)
  const sheet = useMemo(() => {
    if (!known || !isLoaded) return null
    const numbers = new Map(facts?.notes.map(({ id, number }) => [id, noteNumber(group.id, number)]))
    return groupSheet({ group, ...known, votes, numberOf: (id) => numbers.get(id) ?? null })
  }, [known, isLoaded, facts, votes, group])
  return { sheet, isOffline: status === 'offline', move }
}
