import { byCreation, markedNotes, type Cluster, type Note } from '#shared/board.ts'
import type { NoteId, QuestionId } from '#shared/ids.ts'
import { originalsIn } from '#shared/merging.ts'
import { isParked, zoneOf, type Zone } from '#shared/zone.ts'

export type { ArrangedCluster, Zone } from '#shared/zone.ts'

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
 * What is written in here (`held`) stands where it stood, also while others lay it away or put it together.
 */
export const arrange = (
  notes: readonly Note[],
  clusters: readonly Cluster[],
  questions: readonly QuestionId[],
  open: ReadonlySet<NoteId> = new Set(),
  held: NoteId | null = null,
): Arrangement => {
  const originals = originalsIn(notes.toSorted(byCreation))
  const merged = new Set([...originals.values()].flat())
  const own = notes.filter((note) => !merged.has(note.id) || note.id === held)
  const isLaidAway = (note: Note) => note.trashedAt !== null && note.id !== held
  const standing = own
    .filter((note) => !isLaidAway(note) && (!note.isEmpty || open.has(note.id)))
    .sort(byCreation)
  const parked = isParked(questions)
  return {
    zones: questions.map((question) =>
      zoneOf(
        question,
        standing.filter((note) => note.question === question && !parked(note)),
        clusters,
      ),
    ),
    parked: standing.filter(parked).map(idOf),
    trashed: own
      .filter((note) => isLaidAway(note) && !note.isEmpty)
      .sort((a, b) => (b.trashedAt ?? 0) - (a.trashedAt ?? 0) || byCreation(a, b))
      .map(idOf),
    marked: markedNotes(notes).map(idOf),
    originals,
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

const idOf = (note: Note) => note.id
