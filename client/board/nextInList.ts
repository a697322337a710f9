import type { NoteId } from '#shared/ids.ts'
import type { Way } from '../editor/noteExtensions.ts'
import type { Arrangement } from './arrange.ts'

/** Where writing goes on: in the note that stands there, in a new one, or nowhere. */
export type NextNote = NoteId | 'new' | null

/** The list has one order: on and back, within the same cluster or among the loose notes of the question. */
export const nextInList = ({ zones, parked }: Arrangement, id: NoteId, way: Way): NextNote => {
  const places = [
    ...zones.flatMap(({ clusters, loose }) => [...clusters.map(({ notes }) => notes), loose]),
    parked,
  ]
  return nextAmong(places.find((notes) => notes.includes(id)) ?? [], id, way)
}

/** In the order of reading; a new one is made only at the end. */
export const nextAmong = (notes: readonly NoteId[], id: NoteId, way: Way): NextNote => {
  const at = notes.indexOf(id)
  if (way === 'left' || way === 'above') return notes[at - 1] ?? null
  return (at < 0 ? null : notes[at + 1]) ?? 'new'
}
