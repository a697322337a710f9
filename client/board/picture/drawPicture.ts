import { cssFont, ribbonPath, runFont, type Measure, type Picture, type PictureText } from './picture.ts'
import type { Tile } from './pictureTiles.ts'

/** Draws one part of a picture; the same shapes as in its SVG. */
export const drawPicture = (
  pen: CanvasRenderingContext2D,
  { width, ground, shapes }: Picture,
  tile: Tile,
  scale: number,
  measure: Measure,
): void => {
  const place = (x: number, y: number, size = 1) =>
    pen.setTransform(scale * size, 0, 0, scale * size, x * scale, (y - tile.y) * scale)
  place(0, tile.y)
  pen.fillStyle = ground
  pen.fillRect(0, 0, width, tile.height)
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.textBaseline = 'alphabetic'
  pen.textAlign = 'start'
  for (const shape of shapes) {
    if (shape.kind === 'box') {
      place(0, 0)
      pen.beginPath()
      pen.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius)
      pen.fillStyle = shape.fill
      pen.fill()
      if (!shape.edge) continue
      pen.lineWidth = 1
      pen.strokeStyle = shape.edge
      pen.stroke()
    } else if (shape.kind === 'icon') {
      place(shape.x, shape.y, shape.size / 24)
      pen.lineWidth = 2
      pen.strokeStyle = shape.ink
      pen.stroke(new Path2D(shape.path))
    } else if (shape.kind === 'ribbon') {
      place(shape.x, shape.y)
      pen.fillStyle = shape.ink
      fillPath(pen, new Path2D(ribbonPath))
    } else if (shape.y > tile.y - 40 && shape.y < tile.y + tile.height + 40) {
      place(0, 0)
      drawText(pen, shape, measure)
    }
  }
}

const fillPath = (pen: CanvasRenderingContext2D, path: Path2D) => pen.fill(path)

const drawText = (pen: CanvasRenderingContext2D, text: PictureText, measure: Measure) => {
  pen.direction = text.isRtl ? 'rtl' : 'ltr'
  pen.fillStyle = text.ink
  let { x } = text
  for (const run of text.runs) {
    const font = runFont(text.font, run)
    pen.font = cssFont(font)
    pen.fillText(run.text, x, text.y)
    x += (text.isRtl ? -1 : 1) * measure(run.text, font)
  }
}
