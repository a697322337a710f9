import type { NoteId } from '#shared/ids.ts'
import type { BoardLayout, LaidZone } from './boardLayout.ts'
import type { BoardMetrics } from './boardMetrics.ts'
import { bottom, type Point } from './boxes.ts'
import type { DropTarget } from './dropTarget.ts'
import type { Direction } from './neighbourOf.ts'

/** Where something may be put down, and its top left corner there. */
export type MovePlace = { readonly target: DropTarget; readonly corner: Point }
/** Places from left to right, and in each column from top to bottom. */
export type MoveColumns = readonly (readonly MovePlace[])[]
export type MoveStep = { readonly column: number; readonly row: number }

const clusterHead = 34
const freeStep = 72

/** Everywhere that arrows can carry a card or a cluster: into clusters, between loose cards, to free places, to other zones. */
export const movePlaces = (layout: BoardLayout, metrics: BoardMetrics, key: string): MoveColumns =>
  layout.clusters.has(key)
    ? layout.zones
        .filter(({ question }) => question !== null)
        .map((zone) => sheetPlaces(layout, metrics, zone, key))
    : layout.zones.flatMap((zone) =>
        zone.question === null
          ? [
              [
                {
                  target: { question: null, cluster: null },
                  corner: parkingCorner(layout, metrics, zone, key),
                },
              ],
            ]
          : [0, 1].map((column) => notePlaces(layout, metrics, zone, column, key)),
      )

const notePlaces = (
  layout: BoardLayout,
  { noteWidth, gap, clusterPad, clusterGap, zoneFoot }: BoardMetrics,
  { question, origin, box, stops }: LaidZone,
  column: number,
  key: string,
): MovePlace[] => {
  const unit = noteWidth / 208
  const x = origin.x + clusterPad + column * (noteWidth + gap)
  const clusters = stops.flatMap((stop) => layout.clusters.get(stop) ?? [])
  const loose = stops.flatMap((stop) => {
    const note = layout.notes.get(stop as NoteId)
    return note && note.cluster === null && Math.abs(note.box.x - x) < noteWidth / 2 ? [note] : []
  })
  const free = (y: number): MovePlace => ({ target: { question, cluster: null }, corner: { x, y } })
  const last = Math.max(
    origin.y,
    ...clusters.map((cluster) => bottom(cluster.box) + clusterGap),
    ...loose.map((note) => (note.id === key ? note.box.y : bottom(note.box) + gap)),
  )
  const places = [
    ...clusters.map((cluster): MovePlace => ({
      target: { question, cluster: { key: cluster.key, id: cluster.id } },
      corner: { x, y: cluster.box.y + clusterHead * unit },
    })),
    // Where another card lies it makes room; where this one lies it stays.
    ...loose.map((note) => (note.id === key ? { ...free(0), corner: { ...note.box } } : free(note.box.y))),
  ]
  for (let y = last; y === last || y < bottom(box) - zoneFoot - freeStep * unit; y += freeStep * unit)
    if (!places.some((place) => Math.abs(place.corner.y - y) < 4)) places.push(free(y))
  return places.sort((one, other) => one.corner.y - other.corner.y)
}

const parkingCorner = (
  layout: BoardLayout,
  { clusterPad, gap }: BoardMetrics,
  zone: LaidZone,
  key: string,
): Point => {
  const boxes = zone.stops.flatMap((stop) =>
    stop === key ? [] : (layout.notes.get(stop as NoteId)?.box ?? []),
  )
  const own = zone.stops.includes(key) ? layout.notes.get(key as NoteId)?.box : null
  return (
    own ?? {
      x: zone.origin.x + clusterPad,
      y: Math.max(zone.origin.y, ...boxes.map((box) => bottom(box) + gap)),
    }
  )
}

/** Before each of the other sheets, and behind the last. */
const sheetPlaces = (
  layout: BoardLayout,
  { clusterGap }: BoardMetrics,
  { question, origin, stops }: LaidZone,
  key: string,
): MovePlace[] => {
  const sheets = stops.flatMap((stop) => layout.clusters.get(stop) ?? [])
  const own = sheets.findIndex((sheet) => sheet.key === key)
  const at = (y: number): MovePlace => ({
    target: { question, cluster: null },
    corner: { x: origin.x, y: Math.max(origin.y, y) },
  })
  const places = sheets.flatMap((sheet, rank) =>
    rank === own ? [at(sheet.box.y)] : own >= 0 && rank === own + 1 ? [] : [at(sheet.box.y - 1)],
  )
  const last = sheets.at(-1)
  return own >= 0 && own === sheets.length - 1
    ? places
    : [...places, at(last ? bottom(last.box) + clusterGap : origin.y)]
}

/**
 * What tells a free place from all the others of its zone: its rank in its column, and the column where there are two
 * (for cards; headings have one).
 */
export const placeRank = (
  columns: MoveColumns,
  { column, row }: MoveStep,
): { readonly side: 'left' | 'right' | null; readonly rank: number } => {
  const questionOf = (at: number) => columns[at]?.[0]?.target.question
  const side =
    questionOf(column + 1) === questionOf(column)
      ? 'left'
      : questionOf(column - 1) === questionOf(column)
        ? 'right'
        : null
  const isFree = ({ target }: MovePlace) => target.cluster === null
  return { side, rank: (columns[column] ?? []).slice(0, row + 1).filter(isFree).length }
}

/** The place where it is now. */
export const moveStart = (columns: MoveColumns, target: DropTarget, corner: Point): MoveStep => {
  let best = { column: 0, row: 0, away: Infinity }
  columns.forEach((places, column) =>
    places.forEach((place, row) => {
      const isHere =
        place.target.question === target.question && place.target.cluster?.key === target.cluster?.key
      const away = Math.hypot(
        place.corner.x - corner.x,
        isHere && target.cluster ? 0 : place.corner.y - corner.y,
      )
      if (isHere && away < best.away) best = { column, row, away }
    }),
  )
  return { column: best.column, row: best.row }
}

/** One step on; at the edge it stays. To the side it goes to the nearest place, and out of a cluster that reaches there. */
export const moveStep = (columns: MoveColumns, from: MoveStep, direction: Direction): MoveStep => {
  const place = columns[from.column]?.[from.row]
  if (!place) return from
  if (direction === 'up' || direction === 'down') {
    const row = from.row + (direction === 'down' ? 1 : -1)
    return columns[from.column]?.[row] ? { column: from.column, row } : from
  }
  const by = direction === 'right' ? 1 : -1
  for (let column = from.column + by; columns[column]; column += by) {
    const places = columns[column] as readonly MovePlace[]
    const away = (row: number) => Math.abs((places[row] as MovePlace).corner.y - place.corner.y)
    const [row] = [...places.keys()].sort((one, other) => away(one) - away(other))
    if (row === undefined) continue
    const found = places[row] as MovePlace
    if (found.target.cluster && found.target.cluster.key === place.target.cluster?.key) continue
    return { column, row }
  }
  return from
}
