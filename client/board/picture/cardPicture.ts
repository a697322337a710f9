import type { Note } from '#shared/board.ts'
import { hasAllLevels, kindOf, type EventPlan } from '#shared/template.ts'
import type { Box } from '../wall/boxes.ts'
import { kindPaths } from './kindPaths.ts'
import { layPlain, layText, shifted, type LaidText, type TextStyle } from './layText.ts'
import type { Font, Measure, PictureShape } from './picture.ts'
import { paperColours, pictureColours } from './pictureColours.ts'

const padX = 11
const padTop = 7
const padBottom = 10
const head = 18
const headGap = 4
const iconSize = 16

const body: TextStyle = { font: { size: 14 }, lead: 18, ink: pictureColours.ink }
const small: Font = { size: 13 }
const smallBold: Font = { size: 13, bold: true }

export type CardFacts = { readonly number: string; readonly allLevels: string; readonly empty: string }
export type CardPicture = { readonly height: number; readonly shapesAt: (box: Box) => PictureShape[] }

/** A card with its whole text: kind by icon and letter, number, levels, and the ribbon when it is marked. */
export const cardPicture = (
  note: Note,
  plan: EventPlan,
  { number, allLevels, empty }: CardFacts,
  width: number,
  measure: Measure,
): CardPicture => {
  const kind = kindOf(plan, note.kind)
  const colours = paperColours[kind.paper]
  const text: LaidText = note.isEmpty
    ? layPlain(empty, width - 2 * padX, { ...body, font: { ...body.font, italic: true } }, measure)
    : layText(note.blocks, width - 2 * padX, body, measure)
  const levels = hasAllLevels(plan, note.levels)
    ? allLevels
    : plan.levels
        .filter(({ id }) => note.levels.includes(id))
        .map(({ short }) => short)
        .join(' · ')
  const word = (content: string, font: Font, x: number, y: number): PictureShape => ({
    kind: 'text',
    x,
    y,
    runs: [{ text: content }],
    font,
    ink: colours.ink,
    width: measure(content, font),
    isRtl: false,
  })
  return {
    height: padTop + head + headGap + text.height + padBottom,
    shapesAt: (box) => {
      const base = box.y + padTop + 13.5
      const end = box.x + box.width - padX - (note.forPlenum === null ? 0 : 20)
      const letterAt = box.x + padX + iconSize + 4
      const numberAt = letterAt + measure(kind.letter, smallBold) + 6
      return [
        { kind: 'box', ...box, fill: colours.paper, edge: colours.edge, radius: 3 },
        {
          kind: 'icon',
          x: box.x + padX,
          y: box.y + padTop + 1,
          size: iconSize,
          path: kindPaths[kind.icon],
          ink: colours.ink,
        },
        word(kind.letter, smallBold, letterAt, base),
        word(number, small, numberAt, base),
        ...(levels ? [word(levels, small, end - measure(levels, small), base)] : []),
        ...(note.forPlenum === null
          ? []
          : [
              {
                kind: 'ribbon' as const,
                x: box.x + box.width - 24,
                y: box.y - 1,
                ink: pictureColours.accent,
              },
            ]),
        ...shifted(text.lines, box.x + padX, box.y + padTop + head + headGap),
      ]
    },
  }
}
