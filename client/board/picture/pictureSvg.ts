import {
  familyOf,
  ribbonPath,
  runFont,
  weightOf,
  type Picture,
  type PictureShape,
  type PictureText,
} from './picture.ts'

/** A picture as an SVG file that needs nothing else: real text, no styles, no foreign objects. */
export const pictureSvg = ({ width, height, title, language, ground, shapes }: Picture): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${language}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...shapes.map(shapeSvg),
    '</svg>',
    '',
  ].join('\n')

const shapeSvg = (shape: PictureShape): string => {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, fill, edge, radius } = shape
      const line = edge ? ` stroke="${edge}"` : ''
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${line}/>`
    }
    case 'icon': {
      const { x, y, size, path, ink } = shape
      return `<path transform="translate(${x} ${y}) scale(${round(size / 24)})" d="${path}" fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`
    }
    case 'ribbon':
      return `<path transform="translate(${shape.x} ${shape.y})" d="${ribbonPath}" fill="${shape.ink}"/>`
    case 'text':
      return textSvg(shape)
  }
}

/** With the width it was laid out for: where another font stands in, it still stays on its card. */
const textSvg = ({ x, y, runs, font, ink, width, isRtl }: PictureText): string => {
  const parts = runs.map((run) => {
    const styled = runFont(font, run)
    const weight = styled.bold && !font.bold ? ` font-weight="${weightOf(styled)}"` : ''
    const slant = styled.italic && !font.italic ? ' font-style="italic"' : ''
    const text = escaped(run.text)
    return weight || slant ? `<tspan${weight}${slant}>${text}</tspan>` : text
  })
  const look = `font-family="${familyOf(font)}" font-size="${font.size}" font-weight="${weightOf(font)}"`
  const fit = width > 0 ? ` textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"` : ''
  const direction = isRtl ? ' direction="rtl"' : ''
  return `<text x="${round(x)}" y="${round(y)}" ${look} fill="${ink}"${direction}${fit} xml:space="preserve">${parts.join('')}</text>`
}

const round = (value: number) => Math.round(value * 1000) / 1000
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
