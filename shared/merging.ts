import type { NoteId } from './ids.ts'

/** As much of a note as decides where it stands. */
export type Mergeable = { readonly id: NoteId; readonly mergedInto: NoteId | null; readonly isEmpty: boolean }

/**
 * Of every note that was put together with others the card in which it stands. People put notes together into a new one
 * and the originals stay as they were; if that one is gone or empty, or leads back to itself, they stand for themselves
 * again. A card that was itself put together into another brings its originals along.
 */
export const cardsOf = (notes: readonly Mergeable[]): ReadonlyMap<NoteId, NoteId> => {
  const known = new Map(notes.map((note) => [note.id, note]))
  const next = (id: NoteId): NoteId | null => {
    const into = known.get(id)?.mergedInto ?? null
    return into !== null && known.get(into)?.isEmpty === false ? into : null
  }
  /** Where each note ends; null where the way goes round. Looked up once: a stranger may chain very many. */
  const ends = new Map<NoteId, NoteId | null>()
  const cards = new Map<NoteId, NoteId>()
  for (const { id } of notes) {
    const way: NoteId[] = []
    const passed = new Set<NoteId>()
    let at: NoteId | null = id
    let end: NoteId | null = id
    while (at !== null && !passed.has(at) && !ends.has(at)) {
      way.push(at)
      passed.add(at)
      end = at
      at = next(at)
    }
    if (at !== null) end = passed.has(at) ? null : (ends.get(at) ?? null)
    for (const one of way) ends.set(one, end)
    if (end !== null && end !== id) cards.set(id, end)
  }
  return cards
}

/** The originals of every card they stand in, in the order given. */
export const originalsIn = (notes: readonly Mergeable[]): ReadonlyMap<NoteId, readonly NoteId[]> => {
  const cards = cardsOf(notes)
  const originals = new Map<NoteId, NoteId[]>()
  for (const { id } of notes) {
    const card = cards.get(id)
    if (card === undefined) continue
    const those = originals.get(card)
    if (those) those.push(id)
    else originals.set(card, [id])
  }
  return originals
}
