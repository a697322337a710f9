import type { Side, Spot } from '#shared/board.ts'
import type { ClusterId, NoteId } from '#shared/ids.ts'
import type { BoardLayout, LaidCluster, LaidZone, WallZone } from './wall/boardLayout.ts'
import type { BoardMetrics } from './wall/boardMetrics.ts'
import { clusterKey } from './wall/clusterKey.ts'

export type TidyOrder = 'time' | 'kind' | 'points'
export type TidyInput = {
  readonly zones: readonly WallZone[]
  readonly ids: ReadonlySet<NoteId> | 'all'
  readonly order: TidyOrder
  readonly metrics: BoardMetrics
  readonly heightOf: (id: NoteId) => number
  /** The place of a note in the order: of its kind among the kinds of the template, or of its points. */
  readonly rankOf: (id: NoteId) => number
  /** When it was made. */
  readonly madeAt: (id: NoteId) => number
  /** The column in which a note that flows is shown now. */
  readonly columnOf: (id: NoteId) => Side | null
  /** The wall as it is; null while there is only the list. */
  readonly layout: BoardLayout | null
}
export type Tidied = {
  /** Null: it flows, as it was made. Within a cluster a place is nothing but an order. */
  readonly notes: ReadonlyMap<NoteId, Spot | null>
  /** Of those that flow. */
  readonly columns: ReadonlyMap<NoteId, Side>
  /** Sheets that flow again, because all of their zone is tidied up. */
  readonly clusters: readonly ClusterId[]
}

/** Lays notes evenly. By time everything flows again; by kind they get places, two beside each other. */
export const tidy = (input: TidyInput): Tidied => {
  const { zones, ids, order, metrics, heightOf, rankOf, layout } = input
  const isMeant = (id: NoteId) => ids === 'all' || ids.has(id)
  const notes = new Map<NoteId, Spot | null>()
  const columns = new Map<NoteId, Side>()
  const clusters: ClusterId[] = []
  const byKind = (some: readonly NoteId[]) => some.toSorted((one, other) => rankOf(one) - rankOf(other))

  for (const zone of zones) {
    const laid = layout?.zones.find(({ question }) => question === zone.question) ?? null
    const everything = [...zone.clusters.flatMap((cluster) => cluster.notes), ...zone.loose]
    const isWhole = everything.every(isMeant) && (ids === 'all' || everything.length > 0)
    if (isWhole) clusters.push(...zone.clusters.map(({ id }) => id))
    const meant = zone.loose.filter(isMeant)
    if (order === 'time' || zone.question === null) {
      for (const id of everything.filter(isMeant)) notes.set(id, null)
      for (const some of [...zone.clusters.map((cluster) => cluster.notes), zone.loose])
        flow(columns, some, isMeant, input)
    } else {
      let foot = 0
      for (const cluster of zone.clusters) {
        const sheet = sheetOf(layout, zone.question, cluster.id)
        if (!cluster.notes.some(isMeant)) {
          foot += sheet ? sheet.box.height + metrics.clusterGap : 0
          continue
        }
        // Who is not meant keeps its rank; the others change places among themselves.
        const sorted = byKind(cluster.notes.filter(isMeant))
        const all = cluster.notes.map((id) => (isMeant(id) ? (sorted.shift() as NoteId) : id))
        const top = topOf(layout, laid, all, metrics)
        const end = put(notes, all, top, metrics, heightOf)
        for (const id of all) columns.set(id, (notes.get(id) as Spot).x < 208 ? 0 : 1)
        const head = sheet && laid ? top - (sheet.box.y - laid.origin.y) : 0
        if (sheet) foot += head + end - top + metrics.clusterFoot + metrics.clusterGap
      }
      // All loose cards of a zone begin right below its sheets.
      const top = meant.length === zone.loose.length ? foot : topOf(layout, laid, meant, metrics)
      put(notes, byKind(meant), top, metrics, heightOf)
    }
  }
  return { notes, columns, clusters }
}

/** In the order of their making, each in the shorter column; who is not meant keeps its own. */
const flow = (
  columns: Map<NoteId, Side>,
  ids: readonly NoteId[],
  isMeant: (id: NoteId) => boolean,
  { madeAt, columnOf, heightOf, metrics }: TidyInput,
): void => {
  const ends: [number, number] = [0, 0]
  for (const id of ids.toSorted((one, other) => madeAt(one) - madeAt(other) || (one < other ? -1 : 1))) {
    const column = isMeant(id) ? (ends[1] < ends[0] ? 1 : 0) : columnOf(id)
    // Somebody has placed it, and nobody means it.
    if (column === null) continue
    ends[column] += heightOf(id) + metrics.gap
    if (isMeant(id)) columns.set(id, column)
  }
}

/**
 * Two beside each other, each in the shorter column: read from top to bottom they keep this order. Answers where they
 * end.
 */
const put = (
  notes: Map<NoteId, Spot | null>,
  ids: readonly NoteId[],
  top: number,
  { noteWidth, gap, clusterPad }: BoardMetrics,
  heightOf: (id: NoteId) => number,
): number => {
  const unit = noteWidth / 208
  const ends: [number, number] = [top, top]
  for (const id of ids) {
    const column = ends[1] < ends[0] ? 1 : 0
    const x = clusterPad + column * (noteWidth + gap)
    notes.set(id, { x: Math.round(x / unit), y: Math.round(ends[column] / unit) })
    ends[column] += heightOf(id) + gap
  }
  return Math.max(top, Math.max(...ends) - gap)
}

/** Where the highest of them is now, counted from its zone. */
const topOf = (
  layout: BoardLayout | null,
  zone: LaidZone | null,
  ids: readonly NoteId[],
  { clusterGap }: BoardMetrics,
): number => {
  const tops = ids.flatMap((id) => layout?.notes.get(id)?.box.y ?? [])
  return zone && tops.length > 0 ? Math.max(0, Math.min(...tops) - zone.origin.y) : clusterGap
}

const sheetOf = (
  layout: BoardLayout | null,
  question: WallZone['question'],
  id: ClusterId,
): LaidCluster | null => layout?.clusters.get(clusterKey(question, id)) ?? null
