import type { BoardLayout } from '../wall/boardLayout.ts'
import type { BoardMetrics } from '../wall/boardMetrics.ts'
import { clamp, type Box, type Point } from '../wall/boxes.ts'
import { maxZoom, withinWall, type Size, type Viewport } from '../wall/viewport.ts'
import type { Sight } from './presenceFields.ts'
import { pointAt, whereOf } from './wherePoint.ts'

/** The point of the wall in the middle of the window, in whole pixels. */
export const middleOf = (view: Viewport, { width, height }: Size): Point => ({
  x: Math.round((width / 2 - view.x) / view.zoom),
  y: Math.round((height / 2 - view.y) / view.zoom),
})

/** What a window of this size shows of the wall. */
export const sightOf = (
  layout: BoardLayout,
  view: Viewport,
  size: Size,
  question: Sight['question'],
): Sight => {
  return {
    ...whereOf(layout, middleOf(view, size)),
    question,
    width: Math.round(size.width / view.zoom),
    height: Math.round(size.height / view.zoom),
  }
}

/** The viewport in which somebody else's sight stands in the middle and fits; null when nothing of it is on this wall. */
export const viewOfSight = (
  layout: BoardLayout,
  metrics: BoardMetrics,
  sight: Sight,
  size: Size,
  now: { readonly zoom: number; readonly minZoom: number },
): Viewport | null => {
  const zone =
    layout.zones.find(({ question }) => question !== null && question === sight.question)?.box ?? null
  // Who reads the list looks at a question, and so does whoever points at a card that is not here.
  const isPlace = sight.width > 0 && sight.height > 0
  const centre = isPlace ? pointAt(layout, sight) : null
  if (!centre) return zone && withinWall(topOf(zone, metrics, size, now.zoom), size, layout, metrics)
  const fitting = Math.min(size.width / sight.width, size.height / sight.height)
  const zoom = clamp(fitting, now.minZoom, maxZoom)
  const view = { x: size.width / 2 - centre.x * zoom, y: size.height / 2 - centre.y * zoom, zoom }
  return withinWall(view, size, layout, metrics)
}

const topOf = (zone: Box, { marginY }: BoardMetrics, { width }: Size, zoom: number): Viewport => ({
  x: width / 2 - (zone.x + zone.width / 2) * zoom,
  y: (marginY - zone.y) * zoom,
  zoom,
})
