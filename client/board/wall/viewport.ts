import type { BoardMetrics } from './boardMetrics.ts'
import { zoneWidth } from './boardMetrics.ts'
import { bottom, clamp, right, type Box } from './boxes.ts'

export type Size = { readonly width: number; readonly height: number }
/** React Flow's: a point p of the wall is seen at p × zoom + (x, y). */
export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number }

export const maxZoom = 1.5
/** Below this size cards are not read any more, only overlooked. */
export const farZoom = 0.4
const leastZoom = 0.02
/** Cards begin readable, 14 px of text as at least 11 on the screen, and fill a large one. */
const readableZoom = 0.78
const largeZoom = 1.35

/**
 * As many whole Teilfragen as can be read beside each other. The Themenspeicher behind them makes nothing smaller: it is
 * there from the beginning where all fit in their own size, and looks in where it can.
 */
export const openingZoom = (size: Size, questions: number, metrics: BoardMetrics): number => {
  const { zoneGap, parkingGap, marginX } = metrics
  const widthOf = (count: number) => count * (zoneWidth(metrics) + zoneGap) - zoneGap + 2 * marginX
  const zoomFor = (count: number) => size.width / widthOf(count)
  // Only a wall that fits as a whole is enlarged.
  const whole = size.width / (widthOf(questions + 1) + parkingGap - zoneGap)
  if (whole >= 1) return crisp(Math.min(largeZoom, whole))
  for (let count = questions; count > 1; count--)
    if (zoomFor(count) >= readableZoom) return crisp(Math.min(1, zoomFor(count)))
  return crisp(clamp(zoomFor(1), 0.5, 1))
}
/** Letters are sharpest at their own size. */
const crisp = (zoom: number): number => (zoom > 1 && zoom < 1.06 ? 1 : Math.floor(zoom * 100) / 100)

/** Zones fill the height of the window at the opening zoom. */
export const minZoneHeight = (size: Size, zoom: number, { marginY }: BoardMetrics): number =>
  Math.max(0, Math.floor(size.height / zoom) - 2 * marginY)

/** The whole wall in the window. */
export const wholeZoom = (size: Size, wall: Size, { marginX, marginY }: BoardMetrics): number =>
  clamp(
    Math.min(size.width / (wall.width + 2 * marginX), size.height / (wall.height + 2 * marginY)),
    leastZoom,
    largeZoom,
  )

/** How far one may pan: the wall and its margin, never a void. */
export const panExtent = (
  wall: Size,
  { marginX, marginY }: BoardMetrics,
): [[number, number], [number, number]] => [
  [-marginX, -marginY],
  [wall.width + marginX, wall.height + marginY],
]

/** A viewport that shows no void: what fits is centred, or at the top. */
export const withinWall = (view: Viewport, size: Size, wall: Size, metrics: BoardMetrics): Viewport => {
  const [[left, top], [end, foot]] = panExtent(wall, metrics)
  const along = (wanted: number, from: number, to: number, room: number) => {
    const least = room - to * view.zoom
    const most = -from * view.zoom
    return least > most ? (least + most) / 2 : clamp(wanted, least, most)
  }
  return {
    x: along(view.x, left, end, size.width),
    y: along(view.y, top, foot, size.height),
    zoom: view.zoom,
  }
}

/** Where a wall opens: at its top left, in a size in which it is read. */
export const openingView = (size: Size, wall: Size, zoom: number, metrics: BoardMetrics): Viewport =>
  withinWall({ x: metrics.marginX * zoom, y: metrics.marginY * zoom, zoom }, size, wall, metrics)

const seenStep = 160
const seenMargin = 40

/** What the window shows of the wall and a little around it, in steps: it changes now and then while one pans, not every frame. */
export const seenPart = ({ x, y, zoom }: Viewport, size: Size): Box => {
  const from = (at: number) => Math.floor((-at / zoom - seenMargin) / seenStep) * seenStep
  const to = (at: number, room: number) => Math.ceil(((room - at) / zoom + seenMargin) / seenStep) * seenStep
  const [left, top] = [from(x), from(y)]
  return { x: left, y: top, width: to(x, size.width) - left, height: to(y, size.height) - top }
}

/** Of zones beside each other the one that stays chosen while half of it is in view; else the one most in view, or nearest to it. */
export const zoneInView = <Key>(
  zones: readonly { readonly key: Key; readonly box: Box }[],
  chosen: Key | null,
  view: Viewport,
  width: number,
): Key | null => {
  const seen = (box: Box) =>
    Math.min(width, right(box) * view.zoom + view.x) - Math.max(0, box.x * view.zoom + view.x)
  const own = zones.find(({ key }) => key === chosen)
  if (own && seen(own.box) >= (own.box.width * view.zoom) / 2) return own.key
  let best = zones[0]
  for (const zone of zones) if (best && seen(zone.box) > seen(best.box) + 1) best = zone
  return best?.key ?? null
}

/** These boxes in the middle, as large as all of them fit, but no larger than one reads. */
export const viewOn = (boxes: readonly Box[], size: Size, minZoom: number): Viewport => {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const [end, foot] = [Math.max(...boxes.map(right)), Math.max(...boxes.map(bottom))]
  const fitting = Math.min(size.width / (end - left + 2 * around), size.height / (foot - top + 2 * around))
  const zoom = clamp(fitting, minZoom, largeZoom)
  return {
    x: size.width / 2 - ((left + end) / 2) * zoom,
    y: size.height / 2 - ((top + foot) / 2) * zoom,
    zoom,
  }
}
const around = 48

export type Insets = { readonly top: number; readonly bottom: number; readonly side: number }

/** The smallest move that brings the box into view; its top left wins where it is too large. Insets are screen pixels. */
export const panInto = (view: Viewport, size: Size, box: Box, insets: Insets): Viewport => {
  const along = (wanted: number, from: number, to: number, before: number, room: number) => {
    const seenFrom = from * view.zoom + wanted
    const seenTo = to * view.zoom + wanted
    const moved = seenTo > room ? wanted - (seenTo - room) : wanted
    return Math.min(seenFrom, from * view.zoom + moved) < before ? before - from * view.zoom : moved
  }
  const x = along(view.x, box.x, right(box), insets.side, size.width - insets.side)
  const y = along(view.y, box.y, bottom(box), insets.top, size.height - insets.bottom)
  return x === view.x && y === view.y ? view : { ...view, x, y }
}
