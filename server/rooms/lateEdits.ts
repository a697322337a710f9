import * as Y from 'yjs'
import type { RoomName } from '#shared/place.ts'
import { applyUpdate } from './applyUpdate.ts'
import type { RoomPorts } from './roomPorts.ts'
import type { Session } from './session.ts'

/** Would this update change the document? Tried on a copy; only for edits that came too late. */
export const bringsNews = (doc: Y.Doc, update: Uint8Array): boolean | 'broken' => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  try {
    const { changed, parked } = applyUpdate(copy, update)
    return changed || parked
  } catch {
    return 'broken'
  } finally {
    copy.destroy()
  }
}

/** Puts a late edit on disk for the moderators, one row a connection. */
export const keepLate = (
  room: RoomName,
  session: Session,
  update: Uint8Array,
  { timers, commit }: Pick<RoomPorts, 'timers' | 'commit'>,
): Promise<unknown> => {
  session.late.push(Buffer.from(update).toString('base64'))
  const { id: person, name } = session.person
  const value = { room, person, name, at: timers.now(), updates: [...session.late] }
  return commit([{ table: 'late', id: session.id, value }], [])
}
