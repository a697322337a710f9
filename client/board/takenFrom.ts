import type { NoteId } from '#shared/ids.ts'
import type { BoardStore } from './boardStore.ts'

/** Where a card has gone that still stands here because somebody writes in it: into the tray, or into another card. */
export const takenFrom = (
  { note, arrangement }: Pick<BoardStore, 'note' | 'arrangement'>,
  id: NoteId,
): 'tray' | 'merged' | null => {
  const now = note(id)
  if (!now || now.isEmpty) return null
  if (now.trashedAt !== null) return 'tray'
  const isOriginal = now.mergedInto !== null && arrangement.get().originals.get(now.mergedInto)?.includes(id)
  return isOriginal ? 'merged' : null
}
