import type { Side, Spot } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import type { ArrangedCluster } from '../arrange.ts'
import { zoneWidth, type BoardMetrics } from './boardMetrics.ts'
import { right, type Box } from './boxes.ts'
import { layZone } from './layZone.ts'

/** Null for a note that somebody has placed. */
export type Column = Side | null
/** Where the next card would come to lie in each of the two columns. */
export type Ends = readonly [number, number]
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
  /** Where somebody has put it. In a cluster it is an order only. */
  readonly at: Spot | null
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
  readonly ends: Ends
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
  /** Of the notes that flow in no cluster. */
  readonly ends: Ends
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
  /** The column in which a flowing note was put, so that a growing text shifts others but never sorts them anew. */
  readonly columnOf: (id: NoteId) => Side | null
  /** The layout before, for nothing but speed: see `isSettled`. */
  readonly previous?: BoardLayout | null
  /** True for a zone of which all that is asked here has the same answers as for `previous`: it is taken over from there. */
  readonly isSettled?: (question: QuestionId | null) => boolean
}

export const boxOf = (layout: BoardLayout, key: string): Box | null =>
  layout.notes.get(key as NoteId)?.box ?? layout.clusters.get(key)?.box ?? null

/**
 * Structure, heights and what is stored → boxes. Pure: no wall knows what it has shown before, so all walls and a fresh one
 * show the same. Which zone, column and order a card has depends on what is stored alone; heights, which differ from browser to
 * browser, only say how far down.
 */
export const boardLayout = (input: LayoutInput): BoardLayout => {
  const { metrics, previous } = input
  const width = zoneWidth(metrics)
  const zones = input.zones.map((zone, at): LaidZone => {
    const before = previous?.zones[at]
    if (before && before.question === zone.question && input.isSettled?.(zone.question)) return before
    const apart = zone.question === null && at > 0 ? metrics.parkingGap - metrics.zoneGap : 0
    const { origin, clusters, notes, foot, ends } = layZone(
      input,
      zone,
      at * (width + metrics.zoneGap) + apart,
    )
    const byId = new Map(notes.map((note) => [note.id, note]))
    const items = [
      ...clusters.flatMap((cluster) => [cluster, ...cluster.notes.flatMap((id) => byId.get(id) ?? [])]),
      ...notes.filter((note) => note.cluster === null),
    ]
    const box = { x: origin.x - metrics.zonePad, y: 0, width, height: 0 }
    return { question: zone.question, box, origin, items, stops: items.map(keyOf), foot, ends }
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
    width: Math.max(0, ...zones.map(({ box }) => right(box))),
    height,
  }
}

export const isLaidCluster = (item: LaidCluster | LaidNote): item is LaidCluster => 'key' in item
const keyOf = (item: LaidCluster | LaidNote): string => (isLaidCluster(item) ? item.key : item.id)

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, at) => key === other[at])

/** The notes of all zones; those of zones that were taken over are taken over, too. */
const notesIn = (zones: readonly LaidZone[], previous: BoardLayout | null): ReadonlyMap<NoteId, LaidNote> => {
  const isOld = (zone: LaidZone, at: number) => zone.items === previous?.zones[at]?.items
  const isKept = previous !== null && zones.some(isOld)
  const notes = new Map(isKept ? previous.notes : [])
  if (isKept)
    previous.zones.forEach((zone, at) => {
      const now = zones[at]
      // Most changes move a card within its zone: the same keys get other places.
      if (zone.items === now?.items || (now && isSameList(zone.stops, now.stops))) return
      for (const item of zone.items) if (!isLaidCluster(item)) notes.delete(item.id)
    })
  zones.forEach((zone, at) => {
    if (isOld(zone, at)) return
    for (const item of zone.items) if (!isLaidCluster(item)) notes.set(item.id, item)
  })
  return notes
}
