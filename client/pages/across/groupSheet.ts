import { markedNotes, standingNotes, type Cluster, type Note } from '#shared/board.ts'
import { countedVote, pointsByCard } from '#shared/day/pointsByCard.ts'
import type { Vote } from '#shared/day/vote.ts'
import { noteRef, type NoteId, type NoteRef } from '#shared/ids.ts'
import { cardsOf } from '#shared/merging.ts'
import { parkingLotKind, type Group } from '#shared/template.ts'

export type SheetNote = {
  readonly ref: NoteRef
  readonly note: Note
  /** A-07; null until the server has given one. */
  readonly number: string | null
  /** Title of its cluster, '' for none. */
  readonly heading: string
  /** Of the group's last closed vote; null: none was closed, or it was not among the items. */
  readonly points: number | null
}
/** What a group takes to the Plenum, made by itself out of its marks. */
export type GroupSheet = {
  readonly group: Group
  /** In the order that the group chose. */
  readonly marked: readonly SheetNote[]
  /** What else stands on the board, in the order of the Teilfragen. */
  readonly others: readonly SheetNote[]
  /** Themenspeicher; what of it is marked stands there. */
  readonly parked: readonly SheetNote[]
}

type Given = {
  readonly group: Group
  readonly notes: readonly Note[]
  readonly clusters: readonly Cluster[]
  readonly votes: readonly Vote[]
  readonly numberOf: (id: NoteId) => string | null
}

export const groupSheet = ({ group, notes, clusters, votes, numberOf }: Given): GroupSheet => {
  const titles = new Map(clusters.map(({ id, title }) => [id, title]))
  const cards = cardsOf(notes)
  const counted = countedVote(votes)
  const points = counted && pointsByCard(counted, (item) => cards.get(item as NoteId) ?? item)
  const row = (note: Note): SheetNote => ({
    ref: noteRef(group.id, note.id),
    note,
    number: numberOf(note.id),
    heading: (note.cluster && titles.get(note.cluster)) || '',
    points: points?.get(note.id)?.total ?? null,
  })
  const marked = markedNotes(notes)
  const rest = standingNotes(notes).filter((note) => note.forPlenum === null)
  const isParked = (note: Note) => note.kind === parkingLotKind
  const place = new Map(group.questions.map(({ id }, at) => [id, at]))
  const placeOf = (note: Note) => (note.question && place.get(note.question)) ?? group.questions.length
  return {
    group,
    marked: marked.map(row),
    others: rest
      .filter((note) => !isParked(note))
      .sort((a, b) => placeOf(a) - placeOf(b))
      .map(row),
    parked: rest.filter(isParked).map(row),
  }
}
