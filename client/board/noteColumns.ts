import type { Side } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'

/**
 * The columns of cards that flow, in reading order, from nothing but what is stored. A card stands where it was put; one of
 * which nobody has said it stands where fewer stand before it. So cards come, go and grow, and the others keep their column.
 *
 * Only a hole is closed, where nothing else stands (`isWhole`): a card that is alone stands left, and where all would stand below
 * each other the first stands left and the next ones right. That moves one card, never back and forth.
 */
export const noteColumns = (
  ids: readonly NoteId[],
  storedOf: (id: NoteId) => Side | null,
  isWhole: boolean,
): ReadonlyMap<NoteId, Side> => {
  const columns = new Map<NoteId, Side>()
  const counts: [number, number] = [0, 0]
  for (const id of ids) {
    const column = storedOf(id) ?? (counts[1] < counts[0] ? 1 : 0)
    columns.set(id, column)
    counts[column]++
  }
  const [first, second] = ids
  if (!isWhole || first === undefined || (counts[0] > 0 && counts[1] > 0)) return columns
  columns.set(first, 0)
  if (second !== undefined && counts[0] > 0) columns.set(second, 1)
  return columns
}
