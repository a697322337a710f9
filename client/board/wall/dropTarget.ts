import type { Spot } from '#shared/board.ts'
import type { ClusterId, QuestionId } from '#shared/ids.ts'
import type { BoardLayout, LaidZone } from './boardLayout.ts'
import { clusterWidth, type BoardMetrics } from './boardMetrics.ts'
import { clamp, contains, right, type Point } from './boxes.ts'

export type DropTarget = {
  /** Null: the Themenspeicher. */
  readonly question: QuestionId | null
  /** Key and id of the cluster beneath, if there is one. */
  readonly cluster: { readonly key: string; readonly id: ClusterId } | null
}

/**
 * What lies beneath a point: a cluster of a zone, or the zone. Between zones it is the nearer one. A cluster that is held
 * (`except`) stands at a Teilfrage only.
 */
export const dropTarget = (
  layout: BoardLayout,
  point: Point,
  except: string | null = null,
): DropTarget | null => {
  for (const { key, id, box, question } of layout.clusters.values())
    if (key !== except && contains(box, point)) return { question, cluster: { key, id } }
  const zone = nearestZone(layout, point, except === null)
  return zone && { question: zone.question, cluster: null }
}

const nearestZone = ({ zones }: BoardLayout, { x }: Point, withParking: boolean): LaidZone | null => {
  let best: { zone: LaidZone; away: number } | null = null
  for (const zone of zones) {
    if (zone.question === null && !withParking) continue
    const away = Math.max(0, zone.box.x - x, x - right(zone.box))
    if (!best || away < best.away) best = { zone, away }
  }
  return best?.zone ?? null
}

const snap = 16

/** The top left corner of something dropped → the position to store: relative to its zone, kept in it, on a column when near one. */
export const spotIn = (zone: LaidZone, corner: Point, width: number, metrics: BoardMetrics): Spot => {
  const { noteWidth, gap, clusterPad } = metrics
  const unit = noteWidth / 208
  const room = clusterWidth(metrics) - width
  const x = clamp(corner.x - zone.origin.x, 0, room)
  const columns = [clusterPad, clusterPad + noteWidth + gap]
  const near = columns.find((column) => column <= room && Math.abs(column - x) <= snap * unit)
  return { x: Math.round((near ?? x) / unit), y: Math.round(Math.max(0, corner.y - zone.origin.y) / unit) }
}
