import type { Box } from '../wall/boxes.ts'

export type Font = {
  readonly size: number
  readonly serif?: boolean
  readonly bold?: boolean
  readonly italic?: boolean
}
/** Width of a text in px. */
export type Measure = (text: string, font: Font) => number

export type Run = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean }

/** One line of text. `x` is where it begins: its left, or its right for right-to-left. `y` is its baseline. */
export type PictureText = {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly runs: readonly Run[]
  readonly font: Font
  readonly ink: string
  readonly width: number
  readonly isRtl: boolean
}
export type PictureShape =
  | PictureText
  | (Box & {
      readonly kind: 'box'
      readonly fill: string
      readonly edge: string | null
      readonly radius: number
    })
  /** An outline drawn on a grid of 24 × 24. */
  | {
      readonly kind: 'icon'
      readonly x: number
      readonly y: number
      readonly size: number
      readonly path: string
      readonly ink: string
    }
  | { readonly kind: 'ribbon'; readonly x: number; readonly y: number; readonly ink: string }

/** A board as shapes, in CSS pixels: drawn as SVG or on a canvas, it is the same picture. */
export type Picture = {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly language: string
  readonly ground: string
  readonly shapes: readonly PictureShape[]
  /** Height of the tallest card: what is cut into pages must overlap so much. */
  readonly tallest: number
}

export const ribbonPath = 'M0 0h14v20l-7-5.2L0 20z'

export const familyOf = ({ serif }: Font): string =>
  serif ? "'Source Serif 4', Georgia, serif" : "'Source Sans 3', Helvetica, Arial, sans-serif"
export const weightOf = ({ bold }: Font): number => (bold ? 650 : 400)
export const cssFont = (font: Font): string =>
  `${font.italic ? 'italic ' : ''}${weightOf(font)} ${font.size}px ${familyOf(font)}`
/** The font of one run in a text. */
export const runFont = (font: Font, { bold, italic }: Run): Font => ({
  ...font,
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
})
