import * as Y from 'yjs'
import { isId, type NoteId } from './ids.ts'

/** Notes that people call related (verwandt), one key a pair: two who link the same pair make one link. */
export const noteLinksOf = (doc: Y.Doc): Y.Map<true> => doc.getMap('links')

const keyOf = (one: NoteId, other: NoteId): string => (one < other ? `${one}/${other}` : `${other}/${one}`)

export const linkNotes = (doc: Y.Doc, one: NoteId, other: NoteId): void => {
  const key = keyOf(one, other)
  if (one !== other && !noteLinksOf(doc).has(key)) noteLinksOf(doc).set(key, true)
}
export const unlinkNotes = (doc: Y.Doc, one: NoteId, other: NoteId): void =>
  noteLinksOf(doc).delete(keyOf(one, other))

/** Of every linked note those it is linked with. */
export type NoteLinks = ReadonlyMap<NoteId, readonly NoteId[]>

export const readNoteLinks = (doc: Y.Doc): NoteLinks => {
  const links = new Map<NoteId, NoteId[]>()
  const add = (from: NoteId, to: NoteId) => {
    const those = links.get(from)
    if (those) those.push(to)
    else links.set(from, [to])
  }
  for (const key of [...noteLinksOf(doc).keys()].sort()) {
    const [one, other, more] = key.split('/') as [NoteId, NoteId?, string?]
    if (!isId(one) || !isId(other) || more !== undefined || one >= other) continue
    add(one, other)
    add(other, one)
  }
  return links
}

/** A note that is erased for good is related to nothing. */
export const dropLinks = (doc: Y.Doc, note: string): void => {
  for (const key of noteLinksOf(doc).keys()) if (key.split('/').includes(note)) noteLinksOf(doc).delete(key)
}

/** A card that is related to another, and the pairs that say so: those of the notes that stand in them. */
export type Related = { readonly card: NoteId; readonly pairs: readonly (readonly [NoteId, NoteId])[] }

/** What the card is related to, with all that stands in it. `cardOf` says where a note stands, null for nowhere. */
export const relatedTo = (
  links: NoteLinks,
  card: NoteId,
  originals: readonly NoteId[],
  cardOf: (note: NoteId) => NoteId | null,
): readonly Related[] => {
  const related = new Map<NoteId, [NoteId, NoteId][]>()
  for (const own of [card, ...originals])
    for (const other of links.get(own) ?? []) {
      const there = cardOf(other)
      if (there === null || there === card) continue
      related.set(there, [...(related.get(there) ?? []), [own, other]])
    }
  return [...related].map(([there, pairs]) => ({ card: there, pairs }))
}
