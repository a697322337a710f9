import type { Spot } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import type { Way } from '../../editor/noteExtensions.ts'
import { nextAmong } from '../nextInList.ts'
import type { BoardLayout, LaidNote } from './boardLayout.ts'
import { clusterWidth, type BoardMetrics } from './boardMetrics.ts'
import { bottom, centre, collide, right, type Box } from './boxes.ts'

/** A note that stands there, a new one (at a place, or where it flows to), or nothing. */
export type NextOnWall = NoteId | { readonly at: Spot | null } | null

/** As high as a new card with one line. */
const newHeight = 60

/**
 * Where writing goes on from a card of the wall: to what stands in the place of the next card, within the same cluster
 * or among the loose notes of the question. Where nothing stands, a placed card gets a neighbour at that place; cards
 * that flow go on in the order of reading.
 */
export const nextOnWall = (layout: BoardLayout, metrics: BoardMetrics, id: NoteId, way: Way): NextOnWall => {
  const note = layout.notes.get(id)
  const zone = layout.zones.find(({ question }) => question === note?.question)
  if (!note || !zone) return null
  const unit = metrics.noteWidth / 208
  const wanted = besides(note.box, way, metrics.gap, newHeight * unit)
  const company = zone.stops.flatMap((key) => {
    const one = layout.notes.get(key as NoteId)
    return one && one.cluster === note.cluster ? [one] : []
  })
  const there = nearest(
    company.filter((one) => one.id !== id && collide(one.box, wanted)),
    wanted,
  )
  if (there) return there.id

  const left = wanted.x - zone.origin.x
  const above = wanted.y - zone.origin.y
  const hasRoom = left >= 0 && left <= clusterWidth(metrics) - metrics.noteWidth && above >= 0
  // Only what somebody has placed stands free of the others.
  const isPlaced = note.cluster === null && note.column === null
  if (isPlaced && hasRoom) return { at: { x: Math.round(left / unit), y: Math.round(above / unit) } }
  const next = nextAmong(
    company.map((one) => one.id),
    id,
    way,
  )
  return next === 'new' ? { at: null } : next
}

/** The place of a card beside another. */
const besides = (box: Box, way: Way, gap: number, height: number): Box => {
  const { x, y, width } = box
  return {
    right: { x: right(box) + gap, y, width, height },
    left: { x: x - width - gap, y, width, height },
    below: { x, y: bottom(box) + gap, width, height },
    above: { x, y: y - gap - height, width, height },
  }[way]
}

const nearest = (notes: readonly LaidNote[], to: Box): LaidNote | undefined => {
  const away = ({ box }: LaidNote) =>
    Math.hypot(centre(box).x - centre(to).x, Math.max(0, box.y - to.y, to.y - bottom(box)))
  return notes.toSorted((one, other) => away(one) - away(other))[0]
}
