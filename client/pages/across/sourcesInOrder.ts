import { partsOfRef, type GroupId } from '#shared/ids.ts'
import type { SheetNote } from './groupSheet.ts'

/**
 * The first card says to which Leitfrage a result belongs: one of the group that was picked, else one that is marked, else
 * the one with the most points. The rest keep their order.
 */
export const sourcesInOrder = (rows: readonly SheetNote[], group: GroupId | null): SheetNote[] => {
  const rank = ({ ref, note, points }: SheetNote) => [
    group !== null && partsOfRef(ref).group === group ? 0 : 1,
    note.forPlenum === null ? 1 : 0,
    -(points ?? 0),
  ]
  return rows
    .map((row) => ({ row, rank: rank(row) }))
    .sort((a, b) => a.rank.map((one, at) => one - (b.rank[at] ?? 0)).find((one) => one !== 0) ?? 0)
    .map(({ row }) => row)
}
