import type { NoteId } from '#shared/ids.ts'
import type { Hits, Search } from './openSearch.ts'

/** The hit after (or before) this one, round and round; from elsewhere the first or the last. */
export const hitBeside = ({ inOrder }: Hits, from: NoteId | null, by: 1 | -1): NoteId | null => {
  const at = from === null ? -1 : inOrder.indexOf(from)
  const next = at < 0 ? (by > 0 ? 0 : inOrder.length - 1) : (at + by + inOrder.length) % inOrder.length
  return inOrder[next] ?? null
}

/** "Nächste Karte": asks the view that is open to show it and give it the focus. */
export const stepHits = ({ hits, wanted }: Search, by: 1 | -1): void => {
  const found = hits.get()
  const next = found && hitBeside(found, wanted.get()?.id ?? null, by)
  if (next) wanted.set({ id: next })
}
