import type { NoteId } from '#shared/ids.ts'
import type { Arrangement, Zone } from '../arrange.ts'

/** Everything that stands on a board, as one reads it: questions with their clusters, then the Themenspeicher. */
export const readingOrder = ({ zones, parked }: Arrangement): NoteId[] => [
  ...zones.flatMap(notesOfZone),
  ...parked,
]

export const notesOfZone = ({ clusters, loose }: Zone): NoteId[] => [
  ...clusters.flatMap(({ notes }) => notes),
  ...loose,
]
