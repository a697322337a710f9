import type { NoteId } from '#shared/ids.ts'
import type { CardPoints } from '#shared/day/pointsByCard.ts'
import type { Zone } from '../arrange.ts'

/** A zone with the most points first: clusters by what their cards got together, cards within each of them. */
export const zoneByPoints = (zone: Zone, points: ReadonlyMap<string, CardPoints>): Zone => {
  const of = (id: NoteId) => points.get(id)?.total ?? 0
  const sum = (ids: readonly NoteId[]) => ids.reduce((all, id) => all + of(id), 0)
  const sorted = (ids: readonly NoteId[]) => ids.toSorted((one, other) => of(other) - of(one))
  return {
    ...zone,
    clusters: zone.clusters
      .map((cluster) => ({ ...cluster, notes: sorted(cluster.notes) }))
      .sort((one, other) => sum(other.notes) - sum(one.notes)),
    loose: sorted(zone.loose),
  }
}
