/** A rectangle of the wall, in its own coordinates: the first zone begins at 0, 0. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Point = { readonly x: number; readonly y: number }

export const right = (box: Box): number => box.x + box.width
export const bottom = (box: Box): number => box.y + box.height
export const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

export const isSameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

export const contains = (box: Box, { x, y }: Point): boolean =>
  x >= box.x && x <= right(box) && y >= box.y && y <= bottom(box)

/** True when less than `gap` lies between the two. */
export const collide = (a: Box, b: Box, gap = 0): boolean =>
  a.x < right(b) + gap && b.x < right(a) + gap && a.y < bottom(b) + gap && b.y < bottom(a) + gap

export const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most))
