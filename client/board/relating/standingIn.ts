import type { NoteId } from '#shared/ids.ts'
import type { Arrangement } from '../arrange.ts'
import { readingOrder } from '../choosing/readingOrder.ts'

/** Where a note is now: on the board for itself, in another card, in the tray, or nowhere any more. */
export type Standing =
  | { readonly where: 'board' }
  | { readonly where: 'card'; readonly card: NoteId }
  | { readonly where: 'tray' }
  | { readonly where: 'nowhere' }

const known = new WeakMap<Arrangement, (id: NoteId) => Standing>()

/** Looked up once an arrangement, however many cards ask. */
export const standingIn = (arrangement: Arrangement): ((id: NoteId) => Standing) => {
  const before = known.get(arrangement)
  if (before) return before
  const board = new Set(readingOrder(arrangement))
  const tray = new Set(arrangement.trashed)
  const cards = new Map(
    [...arrangement.originals].flatMap(([card, ids]) => ids.map((id) => [id, card] as const)),
  )
  const standing = (id: NoteId): Standing => {
    const card = cards.get(id)
    if (card) return { where: 'card', card }
    return { where: board.has(id) ? 'board' : tray.has(id) ? 'tray' : 'nowhere' }
  }
  known.set(arrangement, standing)
  return standing
}
