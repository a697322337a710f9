import { useEffect, useEffectEvent } from 'react'
import { notesOf, readNotes } from '#shared/board.ts'
import { noteNumber, noteRef, type EventId, type GroupId, type NoteRef } from '#shared/ids.ts'
import { roomName } from '#shared/place.ts'
import { titleFrom } from '#shared/result.ts'
import { parkingLotKind } from '#shared/template.ts'
import { useNoteFacts } from '../../../sync/records.ts'
import { useRoom } from '../../../sync/useRoom.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

export type ParkedNote = { readonly ref: NoteRef; readonly number: string; readonly topic: string }

type ParkedReaderProps = {
  readonly group: GroupId
  readonly onNotes: (group: GroupId, notes: readonly ParkedNote[]) => void
}

/** Reads a board's parked notes while the end of the Plenum is on the screen; shows nothing itself. */
export function ParkedReader({ group, onNotes }: ParkedReaderProps) {
  const { plan, person } = usePlenumPlace()
  const name = roomName(plan.id as EventId, { kind: 'group', group })
  const { room, isLoaded } = useRoom(name, { mayWrite: false, person: person.id })
  const facts = useNoteFacts(group).data?.notes
  const tell = useEffectEvent(onNotes)
  useEffect(() => {
    if (!room || !isLoaded || !facts) return
    const numbers = new Map(facts.map(({ id, number }) => [id, number]))
    const look = () => {
      const parked = readNotes(room.doc).filter(
        (note) => note.kind === parkingLotKind && note.trashedAt === null && !note.isEmpty,
      )
      tell(
        group,
        parked
          .flatMap(({ id, blocks }) => {
            const number = numbers.get(id)
            return number === undefined ? [] : [{ ref: noteRef(group, id), number, topic: titleFrom(blocks) }]
          })
          .sort((a, b) => a.number - b.number)
          .map((note) => ({ ...note, number: noteNumber(group, note.number) })),
      )
    }
    look()
    notesOf(room.doc).observeDeep(look)
    return () => notesOf(room.doc).unobserveDeep(look)
  }, [room, isLoaded, facts, group])
  return null
}
