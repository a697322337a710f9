import { byCreation, markedNotes, type Cluster, type Note, type Spot } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import { originalsIn } from '#shared/merging.ts'
import { parkingLotKind } from '#shared/template.ts'

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
/** Where every note of a board stands. Ids only: a changed text changes nothing here. */
export type Arrangement = {
  readonly zones: readonly Zone[]
  /** Themenspeicher: off topic but kept. */
  readonly parked: readonly NoteId[]
  /** Ablage: laid away, the latest first. */
  readonly trashed: readonly NoteId[]
  /** Fürs Plenum, in the order the group chose. */
  readonly marked: readonly NoteId[]
  /** Of every card that notes were put together into its originals; they stand nowhere else. */
  readonly originals: ReadonlyMap<NoteId, readonly NoteId[]>
}

/**
 * Question → cluster → notes as they were made; those that somebody has sorted within their cluster come first. Empty notes are nowhere, unless somebody is writing in them (`open`).
 * A cluster may hold notes of several questions: it then stands in each of these zones with the notes of that zone.
 */
export const arrange = (
  notes: readonly Note[],
  clusters: readonly Cluster[],
  questions: readonly QuestionId[],
  open: ReadonlySet<NoteId> = new Set(),
): Arrangement => {
  const originals = originalsIn(notes.toSorted(byCreation))
  const merged = new Set([...originals.values()].flat())
  const own = notes.filter((note) => !merged.has(note.id))
  const standing = own
    .filter((note) => note.trashedAt === null && (!note.isEmpty || open.has(note.id)))
    .sort(byCreation)
  const isParked = (note: Note) =>
    note.kind === parkingLotKind || note.question === null || !questions.includes(note.question)
  return {
    zones: questions.map((question) =>
      zoneOf(
        question,
        standing.filter((note) => note.question === question && !isParked(note)),
        clusters,
      ),
    ),
    parked: standing.filter(isParked).map(idOf),
    trashed: own
      .filter((note) => note.trashedAt !== null && !note.isEmpty)
      .sort((a, b) => (b.trashedAt ?? 0) - (a.trashedAt ?? 0) || byCreation(a, b))
      .map(idOf),
    marked: markedNotes(notes).map(idOf),
    originals,
  }
}

const zoneOf = (question: QuestionId, notes: readonly Note[], clusters: readonly Cluster[]): Zone => {
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

/** The arrangement as it is now, with the parts of the one before that say the same. */
export const keptArrangement = (before: Arrangement, now: Arrangement): Arrangement => ({
  zones: keptList(
    before.zones,
    now.zones.map((zone) =>
      keptZone(
        before.zones.find(({ question }) => question === zone.question),
        zone,
      ),
    ),
  ),
  parked: keptList(before.parked, now.parked),
  trashed: keptList(before.trashed, now.trashed),
  marked: keptList(before.marked, now.marked),
  originals: isSameMap(before.originals, now.originals) ? before.originals : now.originals,
})

const keptZone = (before: Zone | undefined, zone: Zone): Zone => {
  if (!before) return zone
  const clusters = keptList(
    before.clusters,
    zone.clusters.map((cluster) => {
      const old = before.clusters.find(({ id }) => id === cluster.id)
      return old && old.title === cluster.title && keptList(old.notes, cluster.notes) === old.notes
        ? old
        : cluster
    }),
  )
  const loose = keptList(before.loose, zone.loose)
  return clusters === before.clusters && loose === before.loose ? before : { ...zone, clusters, loose }
}

const keptList = <Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] =>
  before.length === now.length && now.every((item, at) => item === before[at]) ? before : now

const isSameMap = (before: Arrangement['originals'], now: Arrangement['originals']): boolean =>
  before.size === now.size &&
  [...now].every(([id, ids]) => {
    const old = before.get(id)
    return old !== undefined && keptList(old, ids) === old
  })

/** From top to bottom, as they lay on the wall when they were sorted; who has no place comes behind, as it was made. */
const comparePlaces = (one: Spot | null | undefined, other: Spot | null | undefined): number =>
  one && other ? one.y - other.y || one.x - other.x : one ? -1 : other ? 1 : 0

const idOf = (note: Note) => note.id
