import { byCreation, standingNotes, type Cluster, type Note, type PlacedNote, type Spot } from './board.ts'
import type { ClusterId, NoteId, QuestionId } from './ids.ts'
import { parkingLotKind } from './template.ts'

export type ArrangedCluster = {
  readonly id: ClusterId
  readonly title: string
  readonly notes: readonly NoteId[]
}
export type Zone = {
  readonly question: QuestionId
  /** In the order of their oldest notes; clusters without a note come last. */
  readonly clusters: readonly ArrangedCluster[]
  /** Not yet in a cluster, in the order of their making. */
  readonly loose: readonly NoteId[]
}
/** Off topic but kept: notes of the Themenspeicher's kind, and those without a question of the group. */
export const isParked =
  (questions: readonly QuestionId[]) =>
  (note: PlacedNote): boolean =>
    note.kind === parkingLotKind || note.question === null || !questions.includes(note.question)

/** Standing notes of a question, in the order of their making, by cluster. */
export const zoneOf = (
  question: QuestionId,
  notes: readonly PlacedNote[],
  clusters: readonly Cluster[],
): Zone => {
  const members = new Map<ClusterId, NoteId[]>(clusters.map((cluster) => [cluster.id, []]))
  const oldest = new Map<ClusterId, number>()
  const places = new Map(notes.map(({ id, at }) => [id, at]))
  const loose: NoteId[] = []
  const byPlace = (one: NoteId, other: NoteId) => comparePlaces(places.get(one), places.get(other))
  notes.forEach((note, at) => {
    const cluster = note.cluster && members.get(note.cluster)
    ;(cluster || loose).push(note.id)
    if (cluster && note.cluster && !oldest.has(note.cluster)) oldest.set(note.cluster, at)
  })
  const rank = (id: ClusterId) => oldest.get(id) ?? Infinity
  return {
    question,
    clusters: clusters
      .filter((cluster) => cluster.question === question || oldest.has(cluster.id))
      .map(({ id, title }) => ({ id, title, notes: (members.get(id) as NoteId[]).sort(byPlace) }))
      .sort((a, b) => (rank(a.id) === rank(b.id) ? (a.id < b.id ? -1 : 1) : rank(a.id) - rank(b.id))),
    loose,
  }
}

/** The cards of a group as its list shows them: question → cluster → note. Parked ones are left out. */
export const listedNotes = (
  notes: readonly Note[],
  clusters: readonly Cluster[],
  questions: readonly QuestionId[],
): readonly NoteId[] => {
  const standing = standingNotes(notes)
    .filter((note) => !isParked(questions)(note))
    .sort(byCreation)
  return questions.flatMap((question) => {
    const zone = zoneOf(
      question,
      standing.filter((note) => note.question === question),
      clusters,
    )
    return [...zone.clusters.flatMap((cluster) => cluster.notes), ...zone.loose]
  })
}

/** From top to bottom, as they lay on the wall when they were sorted; who has no place comes behind, as it was made. */
const comparePlaces = (one: Spot | null | undefined, other: Spot | null | undefined): number =>
  one && other ? one.y - other.y || one.x - other.x : one ? -1 : other ? 1 : 0
