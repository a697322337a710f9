import { drawPicture } from './drawPicture.ts'
import { cssFont, type Font, type Measure, type Picture } from './picture.ts'
import { pictureSvg } from './pictureSvg.ts'
import { pictureTiles, type CanvasLimit } from './pictureTiles.ts'

/** What browsers draw; some phones less. */
const limits: readonly CanvasLimit[] = [
  { side: 16_384, area: 64e6 },
  { side: 8_192, area: 16e6 },
]
const fonts: readonly Font[] = [
  { size: 14 },
  { size: 14, bold: true },
  { size: 14, italic: true },
  { size: 17, serif: true, bold: true },
]

/** Measures as the canvas draws; the fonts are here when it is answered. */
export const openPictureMeasure = async (sample: string): Promise<Measure> => {
  await Promise.all(fonts.map((font) => document.fonts.load(cssFont(font), sample).catch(() => [])))
  const pen = document.createElement('canvas').getContext('2d')
  const known = new Map<string, Map<string, number>>()
  return (text, font) => {
    const css = cssFont(font)
    const widths = known.get(css) ?? new Map<string, number>()
    known.set(css, widths)
    const before = widths.get(text)
    if (before !== undefined || !pen) return before ?? 0
    pen.font = css
    const { width } = pen.measureText(text)
    widths.set(text, width)
    return width
  }
}

export const saveSvg = (picture: Picture, name: string): void =>
  download(new Blob([pictureSvg(picture)], { type: 'image/svg+xml' }), `${name}.svg`)

/** Saves one file, or several of a large wall; answers their names, none when this browser cannot draw it. */
export const savePng = async (picture: Picture, name: string, measure: Measure): Promise<string[]> => {
  for (const limit of limits) {
    const { scale, tiles } = pictureTiles(picture, limit)
    const files: { blob: Blob; name: string }[] = []
    for (const [at, tile] of tiles.entries()) {
      const canvas = document.createElement('canvas')
      canvas.width = Math.floor(picture.width * scale)
      canvas.height = Math.floor(tile.height * scale)
      const pen = canvas.getContext('2d', { alpha: false })
      if (pen) drawPicture(pen, picture, tile, scale, measure)
      const blob = pen && (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png')))
      // Canvases keep their memory until they are gone for good.
      canvas.width = 0
      if (!blob) break
      files.push({ blob, name: tiles.length > 1 ? `${name}-${at + 1}.png` : `${name}.png` })
    }
    if (files.length < tiles.length) continue
    for (const file of files) {
      download(file.blob, file.name)
      // Browsers take several downloads only one after the other.
      if (files.length > 1) await new Promise((done) => setTimeout(done, 300))
    }
    return files.map((file) => file.name)
  }
  return []
}

const download = (blob: Blob, name: string) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
