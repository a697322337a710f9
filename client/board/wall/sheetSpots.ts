import type { ClusterId } from '#shared/ids.ts'
import { sheetStep } from './sheetOrder.ts'

/** A sheet of a zone, from top to bottom. */
export type StandingSheet = {
  readonly id: ClusterId
  /** Where it was put; null: it flows. */
  readonly y: number | null
  /** False for the part of a cluster that belongs to another zone: it cannot be put anywhere here. */
  readonly isHome: boolean
}

/**
 * What to store when one of them was put where it now stands in this order: `free` with room above it. A sheet with room above
 * keeps its place in pixels. All above the last one without stand below each other, and get places that mean nothing but
 * this order: smaller than the room they need anyway.
 */
export const sheetSpots = (sheets: readonly StandingSheet[]): ReadonlyMap<ClusterId, number> => {
  const free = new Set<ClusterId>()
  let limit = Infinity
  for (const { id, y, isHome } of sheets.toReversed()) {
    if (!isHome || y === null || y < sheetStep / 2 || y >= limit) break
    free.add(id)
    limit = y
  }
  const spots = new Map<ClusterId, number>()
  let above = 0
  let rank = 0
  for (const { id, y, isHome } of sheets) {
    if (free.has(id)) spots.set(id, y as number)
    else if (isHome) {
      const among = (rank++ / sheets.length) * (sheetStep / 2 - 1)
      spots.set(id, Math.round((above * sheetStep + among) * 100) / 100)
    } else {
      above++
      rank = 0
    }
  }
  return spots
}
