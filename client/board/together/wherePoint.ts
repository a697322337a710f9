import { boxOf, type BoardLayout } from '../wall/boardLayout.ts'
import { contains, type Point } from '../wall/boxes.ts'
import type { Where } from './presenceFields.ts'

/** A point of this wall as others can find it on theirs. */
export const whereOf = (layout: BoardLayout, point: Point): Where => {
  const [x, y] = [Math.round(point.x), Math.round(point.y)]
  for (const { id, box } of layout.notes.values())
    if (contains(box, point)) return { on: id, x: Math.round(x - box.x), y: Math.round(y - box.y) }
  return { on: null, x, y }
}

/** Where that is on this wall; null when its card is not here. */
export const pointAt = (layout: BoardLayout, { on, x, y }: Where): Point | null => {
  if (on === null) return { x, y }
  const box = boxOf(layout, on)
  return box && { x: box.x + x, y: box.y + y }
}
