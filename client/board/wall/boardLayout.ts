import type { Spot } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import type { ArrangedCluster } from '../arrange.ts'
import { zoneWidth, type BoardMetrics } from './boardMetrics.ts'
import type { Box } from './boxes.ts'
import { layZone } from './layZone.ts'

/** 0 left, 1 right; null for a note that somebody has placed. */
export type Column = 0 | 1 | null
/** What stands in one zone. Without a question it is the Themenspeicher: its notes flow, and nobody places them. */
export type WallZone = {
  readonly question: QuestionId | null
  readonly clusters: readonly ArrangedCluster[]
  readonly loose: readonly NoteId[]
}
export type LaidNote = {
  readonly id: NoteId
  readonly box: Box
  readonly question: QuestionId | null
  readonly cluster: ClusterId | null
  readonly column: Column
}
/** The part of a cluster that stands in one zone; a cluster may reach over several. */
export type LaidCluster = {
  readonly key: string
  readonly id: ClusterId
  readonly title: string
  readonly question: QuestionId
  /** How far down somebody has put it; null: it flows. */
  readonly at: number | null
  readonly box: Box
  readonly notes: readonly NoteId[]
}
export type LaidZone = {
  /** Null: the Themenspeicher. */
  readonly question: QuestionId | null
  readonly box: Box
  /** Top left of what lies in the zone: the origin of stored positions. */
  readonly origin: { readonly x: number; readonly y: number }
  /** Its clusters and notes in reading order: cluster, its notes, then the loose ones. */
  readonly items: readonly (LaidCluster | LaidNote)[]
  /** Their keys. */
  readonly stops: readonly string[]
  /** How far down they reach. */
  readonly foot: number
}
/** Absolute boxes. */
export type BoardLayout = {
  readonly zones: readonly LaidZone[]
  readonly clusters: ReadonlyMap<string, LaidCluster>
  readonly notes: ReadonlyMap<NoteId, LaidNote>
  readonly width: number
  readonly height: number
}

export type LayoutInput = {
  readonly zones: readonly WallZone[]
  readonly metrics: BoardMetrics
  /** Height of the zones' heads, the same for all, so that their cards begin on one line. */
  readonly headHeight: number
  /** Zones are at least so high that they fill the window. */
  readonly minHeight: number
  readonly heightOf: (id: NoteId) => number
  readonly clusterHeadHeight: (title: string, count: number) => number
  /**
   * Where somebody has put a note, or a cluster in the zone it belongs to, in pixels of a 16 px rem; null: it flows.
   * Relative to its zone, so that it comes along when zones move, and kept inside of it. Notes in clusters always flow, and
   * so do those of the Themenspeicher.
   */
  readonly noteAt: (id: NoteId) => Spot | null
  readonly clusterAt: (id: ClusterId, question: QuestionId | null) => Spot | null
  /** The layout before: who flows stays in its column, so that a growing text shifts others but never sorts them anew. */
  readonly previous?: BoardLayout | null
  /** True for a zone of which all that is asked here has the same answers as for `previous`: it is taken over from there. */
  readonly isSettled?: (question: QuestionId | null) => boolean
}

export const boxOf = (layout: BoardLayout, key: string): Box | null =>
  layout.notes.get(key as NoteId)?.box ?? layout.clusters.get(key)?.box ?? null

/** Structure, heights and stored positions → boxes. Pure, and the same wherever these are the same. */
export const boardLayout = (input: LayoutInput): BoardLayout => {
  const { metrics, previous } = input
  const width = zoneWidth(metrics)
  const zones = input.zones.map((zone, at): LaidZone => {
    const before = previous?.zones[at]
    if (before && before.question === zone.question && input.isSettled?.(zone.question)) return before
    const { origin, clusters, notes, foot } = layZone(input, zone, at * (width + metrics.zoneGap))
    const byId = new Map(notes.map((note) => [note.id, note]))
    const items = [
      ...clusters.flatMap((cluster) => [cluster, ...cluster.notes.flatMap((id) => byId.get(id) ?? [])]),
      ...notes.filter((note) => note.cluster === null),
    ]
    const box = { x: origin.x - metrics.zonePad, y: 0, width, height: 0 }
    return { question: zone.question, box, origin, items, stops: items.map(keyOf), foot }
  })
  const height = Math.max(input.minHeight, ...zones.map(({ foot }) => foot + metrics.zoneFoot))
  return {
    zones: zones.map((zone) =>
      zone.box.height === height ? zone : { ...zone, box: { ...zone.box, height } },
    ),
    clusters: new Map(
      zones.flatMap(({ items }) => items.filter(isLaidCluster).map((cluster) => [cluster.key, cluster])),
    ),
    notes: notesIn(zones, previous ?? null),
    width: Math.max(0, zones.length * (width + metrics.zoneGap) - metrics.zoneGap),
    height,
  }
}

export const isLaidCluster = (item: LaidCluster | LaidNote): item is LaidCluster => 'key' in item
const keyOf = (item: LaidCluster | LaidNote): string => (isLaidCluster(item) ? item.key : item.id)

/** The notes of all zones; those of zones that were taken over are taken over, too. */
const notesIn = (zones: readonly LaidZone[], previous: BoardLayout | null): ReadonlyMap<NoteId, LaidNote> => {
  const isOld = (zone: LaidZone, at: number) => zone.items === previous?.zones[at]?.items
  const isKept = previous !== null && zones.some(isOld)
  const notes = new Map(isKept ? previous.notes : [])
  if (isKept)
    previous.zones.forEach((zone, at) => {
      if (zone.items === zones[at]?.items) return
      for (const item of zone.items) if (!isLaidCluster(item)) notes.delete(item.id)
    })
  zones.forEach((zone, at) => {
    if (isOld(zone, at)) return
    for (const item of zone.items) if (!isLaidCluster(item)) notes.set(item.id, item)
  })
  return notes
}
