import type * as Y from 'yjs'
import type { RecordChange, Records } from '../records.ts'
import type { Room } from './room.ts'
import type { HeldTurn } from './heldTurn.ts'

type Change = (doc: Y.Doc) => readonly RecordChange[]
/** Changes one of the rooms; several times is fine. */
export type EditRoom = (room: Room, change: Change) => void

/**
 * Edits of several rooms, and rows, in one commit (W4): all of it is on disk, or nothing. While it lasts nothing else
 * changes in any of them. Whoever needs the same rooms names them in the same order; here that is board before drafts,
 * and drafts by name.
 */
export const editTogether = async <T>(
  records: Records,
  rooms: readonly Room[],
  run: (edit: EditRoom) => T,
): Promise<T> => {
  // All of them wake at once, not one after the other.
  await Promise.all(rooms.map((room) => room.read(() => undefined)))
  const turns = new Map<Room, HeldTurn>()
  const take = async (at: number): Promise<T> => {
    const room = rooms[at]
    if (!room) return commit()
    return room.share((turn) => {
      turns.set(room, turn)
      return take(at + 1)
    })
  }
  const commit = async (): Promise<T> => {
    const answer = run((room, change) => turns.get(room)?.edit(change))
    const parts = [...turns.values()]
    const appends = parts.flatMap((turn) => turn.appends())
    const changes = parts.flatMap((turn) => turn.changes())
    if (appends.length + changes.length === 0) return answer
    const seqs = await records.commit(changes, appends)
    for (const turn of parts) turn.committed(seqs.splice(0, turn.appends().length))
    return answer
  }
  return take(0)
}
