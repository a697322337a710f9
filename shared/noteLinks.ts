import * as Y from 'yjs'
import { isId, type NoteId } from './ids.ts'

/** Notes that people call related (verwandt), one key a pair: two who link the same pair make one link. */
export const noteLinksOf = (doc: Y.Doc): Y.Map<true> => doc.getMap('links')

const keyOf = (one: NoteId, other: NoteId): string => (one < other ? `${one}/${other}` : `${other}/${one}`)

export const linkNotes = (doc: Y.Doc, one: NoteId, other: NoteId): void => {
  if (one !== other) noteLinksOf(doc).set(keyOf(one, other), true)
}
export const unlinkNotes = (doc: Y.Doc, one: NoteId, other: NoteId): void =>
  noteLinksOf(doc).delete(keyOf(one, other))

/** Of every linked note those it is linked with. */
export const readNoteLinks = (doc: Y.Doc): ReadonlyMap<NoteId, readonly NoteId[]> => {
  const links = new Map<NoteId, NoteId[]>()
  const add = (from: NoteId, to: NoteId) => links.set(from, [...(links.get(from) ?? []), to])
  for (const key of [...noteLinksOf(doc).keys()].sort()) {
    const [one, other, more] = key.split('/') as [NoteId, NoteId?, string?]
    if (!isId(one) || !isId(other) || more !== undefined || one >= other) continue
    add(one, other)
    add(other, one)
  }
  return links
}
