import { bottom, centre, right, type Box } from './boxes.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'
export type Stop = { readonly key: string; readonly box: Box }

/**
 * Where an arrow leads: to the nearest in that direction, those in line with it first. At an edge the next or the one
 * before in reading order, so that every stop can be reached. `stops` are in reading order.
 */
export const neighbourOf = (stops: readonly Stop[], from: string, direction: Direction): string => {
  const at = stops.findIndex(({ key }) => key === from)
  const start = stops[at]
  if (!start) return stops[0]?.key ?? from
  let best: { key: string; distance: number } | null = null
  for (const { key, box } of stops) {
    if (key === from) continue
    const distance = distanceTo(start.box, box, direction)
    if (distance !== null && (!best || distance < best.distance)) best = { key, distance }
  }
  if (best) return best.key
  return stops[at + (direction === 'right' || direction === 'down' ? 1 : -1)]?.key ?? from
}

/** Null when it does not lie in that direction. A step aside counts four times. */
const distanceTo = (a: Box, b: Box, direction: Direction): number | null => {
  const isVertical = direction === 'up' || direction === 'down'
  const along = {
    down: b.y - a.y,
    up: a.y - b.y,
    right: b.x - right(a),
    left: a.x - right(b),
  }[direction]
  if (isVertical ? along <= 0 : along < -1) return null
  const aside = isVertical
    ? gapBetween(a.x, right(a), b.x, right(b))
    : gapBetween(a.y, bottom(a), b.y, bottom(b))
  const off = isVertical ? Math.abs(centre(a).x - centre(b).x) / 1000 : Math.abs(a.y - b.y) / 1000
  return along + 4 * aside + off
}

const gapBetween = (a1: number, a2: number, b1: number, b2: number): number => Math.max(0, b1 - a2, a1 - b2)
