import type { Picture } from './picture.ts'

export type Tile = { readonly y: number; readonly height: number }
export type Tiles = { readonly scale: number; readonly tiles: readonly Tile[] }
export type CanvasLimit = { readonly side: number; readonly area: number }

const sharp = 2
/** So many pixels are encoded within a second; a larger wall is drawn less sharp instead. */
const quickArea = 12e6

/**
 * Which parts of a picture are drawn on a canvas each, and how large. One if it stays legible (at its own size at
 * least); else several from top to bottom, which overlap so that every card is whole on one of them.
 */
export const pictureTiles = (
  { width, height, tallest }: Pick<Picture, 'width' | 'height' | 'tallest'>,
  { side, area }: CanvasLimit,
): Tiles => {
  const quick = Math.max(1, Math.sqrt(quickArea / (width * height)))
  const whole = Math.min(sharp, quick, side / width, side / height, Math.sqrt(area / (width * height)))
  if (whole >= 1) return { scale: whole, tiles: [{ y: 0, height }] }
  const scale = Math.min(1, side / width)
  const most = Math.floor(Math.min(side, area / (width * scale)) / scale)
  if (height <= most) return { scale, tiles: [{ y: 0, height }] }
  const step = most - Math.min(tallest, Math.floor(most / 2))
  const count = 1 + Math.ceil((height - most) / step)
  return {
    scale,
    tiles: Array.from({ length: count }, (_, at) => ({
      y: at * step,
      height: Math.min(most, height - at * step),
    })),
  }
}
