import type * as Y from 'yjs'
import { notesOf, type NoteMap } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'

/**
 * Tells which notes the server took out of the board for good; people lay away, they never take out.
 * The change is still under way then: what nobody holds any more afterwards, Yjs forgets with it.
 */
export const watchErased = (doc: Y.Doc, tell: (erased: ReadonlySet<NoteId>) => void): (() => void) => {
  const notes = notesOf(doc)
  const look = ({ changes }: Y.YMapEvent<NoteMap>, { local }: Y.Transaction) => {
    if (local) return
    const erased = new Set<NoteId>()
    for (const [id, { action }] of changes.keys) if (action === 'delete') erased.add(id as NoteId)
    if (erased.size > 0) tell(erased)
  }
  notes.observe(look)
  return () => notes.unobserve(look)
}
