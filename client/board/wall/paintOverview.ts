import type { NoteId, QuestionId } from '#shared/ids.ts'
import { plainText, type Block } from '#shared/note.ts'
import type { BoardLayout } from './boardLayout.ts'
import type { Box } from './boxes.ts'
import type { Size, Viewport } from './viewport.ts'

export type Overview = {
  readonly pen: CanvasRenderingContext2D
  readonly layout: BoardLayout
  readonly view: Viewport
  readonly size: Size
  readonly style: CSSStyleDeclaration
  readonly paperOf: (id: NoteId) => string
  readonly blocksOf: (id: NoteId) => readonly Block[]
  readonly isDimmed: (id: NoteId) => boolean
  readonly isChosen: (id: NoteId) => boolean
  readonly clusterTitle: (title: string) => string
  readonly zoneHead: (question: QuestionId | null) => { readonly number: string; readonly text: string }
}

/** Words are as large on the screen at every zoom; where they have no room there are none. */
const words = { size: 9, room: 40, line: 11 }
const sheets = { size: 11, room: 56, line: 15 }
const heads = { size: 13, room: 22, line: 24 }

/** Cards in the colours of their kinds, with their first words; headings of clusters and zones that can be read. */
export const paintOverview = (overview: Overview): void => {
  const { pen, layout, view, size, style } = overview
  const colour = (name: string) => style.getPropertyValue(`--${name}`)
  const font = colour('sans') || 'sans-serif'
  const onScreen = ({ x, y, width, height }: Box): Box => ({
    x: x * view.zoom + view.x,
    y: y * view.zoom + view.y,
    width: width * view.zoom,
    height: height * view.zoom,
  })
  const isSeen = ({ x, y, width, height }: Box) =>
    x <= size.width && y <= size.height && x + width >= 0 && y + height >= 0
  /** As many letters as there is room for. */
  const say = (text: string, x: number, y: number, room: number, letter: number) => {
    const most = Math.floor(room / (letter * 0.52))
    if (most < 2) return
    pen.fillText(
      text.length > most
        ? `${text
            .slice(0, most - 1)
            .toWellFormed()
            .trimEnd()}…`
        : text,
      x,
      y,
      room,
    )
  }
  pen.textBaseline = 'middle'

  const focus = colour('focus')
  const ink = colour('ink')
  const quiet = [colour('zone'), colour('line')] as const
  const papers = new Map<string, readonly [string, string]>()
  const coloursOf = (paper: string) => {
    const known = papers.get(paper) ?? [colour(`paper-${paper}`), colour(`paper-${paper}-edge`)]
    papers.set(paper, known)
    return known
  }
  pen.font = `${words.size}px ${font}`
  for (const { id, box } of layout.notes.values()) {
    const at = onScreen(box)
    if (!isSeen(at)) continue
    const isDimmed = overview.isDimmed(id)
    const isChosen = overview.isChosen(id)
    const [paper, edge] = isDimmed ? quiet : coloursOf(overview.paperOf(id))
    pen.fillStyle = paper
    pen.strokeStyle = isChosen ? focus : edge
    pen.lineWidth = isChosen ? Math.max(1.5, Math.min(3, 10 * view.zoom)) : 1
    pen.fillRect(at.x, at.y, at.width, at.height)
    pen.strokeRect(at.x + 0.5, at.y + 0.5, at.width - 1, at.height - 1)
    if (isDimmed || at.width < words.room || at.height < words.line) continue
    pen.fillStyle = ink
    const text = firstWords(overview.blocksOf(id))
    say(text, at.x + 3, at.y + at.height / 2, at.width - 6, words.size)
  }

  pen.font = `600 ${sheets.size}px ${font}`
  for (const { title, box } of layout.clusters.values()) {
    const at = onScreen(box)
    if (!isSeen(at) || at.width < sheets.room || at.height < sheets.line) continue
    pen.fillStyle = colour('wall')
    pen.fillRect(at.x + 1, at.y + 1, at.width - 2, sheets.line - 1)
    pen.fillStyle = ink
    say(overview.clusterTitle(title), at.x + 4, at.y + sheets.line / 2 + 1, at.width - 8, sheets.size)
  }

  // The head of a zone stays at the edge of the window while its cards pass by.
  for (const { question, box, origin } of layout.zones) {
    const at = onScreen(box)
    if (!isSeen(at)) continue
    const end = origin.y * view.zoom + view.y
    const top = Math.max(0, at.y)
    pen.fillStyle = colour(question === null ? 'wall' : 'zone')
    pen.fillRect(at.x + 1, top, at.width - 2, Math.max(heads.line, end - top))
    if (at.width < heads.room) continue
    const { number, text } = overview.zoneHead(question)
    pen.fillStyle = ink
    pen.font = `650 ${heads.size}px ${font}`
    const middle = top + heads.line / 2 + 1
    const wide = number === '' ? 0 : pen.measureText(number).width + 6
    if (number !== '') pen.fillText(number, at.x + 4, middle)
    pen.font = `${number === '' ? 650 : 400} ${heads.size}px ${font}`
    if (at.width - wide - 8 > sheets.room) say(text, at.x + 4 + wide, middle, at.width - wide - 8, heads.size)
  }
}

const known = new WeakMap<readonly Block[], string>()
const firstWords = (blocks: readonly Block[]): string => {
  const before = known.get(blocks)
  if (before !== undefined) return before
  const text = plainText(blocks).slice(0, 80).replaceAll('\n', ' ')
  known.set(blocks, text)
  return text
}
