import type { NoteId } from './ids.ts'

/** As much of a note as decides where it stands. */
export type Mergeable = { readonly mergedInto: NoteId | null; readonly isEmpty: boolean }

/**
 * The card in which a note stands, null when it stands for itself. People put notes together into a new one and the
 * originals stay as they were; if that one is gone or empty, or leads back to itself, they stand for themselves again.
 */
export const standsIn = (noteOf: (id: NoteId) => Mergeable | undefined, id: NoteId): NoteId | null => {
  let card: NoteId | null = null
  const passed = new Set([id])
  for (let next = noteOf(id)?.mergedInto ?? null; next !== null; next = noteOf(next)?.mergedInto ?? null) {
    if (passed.has(next)) return null
    const note = noteOf(next)
    if (!note || note.isEmpty) break
    passed.add(next)
    card = next
  }
  return card
}

/** The originals of every card they stand in, in the order given. */
export const originalsIn = (
  notes: readonly (Mergeable & { readonly id: NoteId })[],
): ReadonlyMap<NoteId, readonly NoteId[]> => {
  const known = new Map(notes.map((note) => [note.id, note]))
  const originals = new Map<NoteId, NoteId[]>()
  for (const { id } of notes) {
    const card = standsIn((one) => known.get(one), id)
    if (card !== null) originals.set(card, [...(originals.get(card) ?? []), id])
  }
  return originals
}
