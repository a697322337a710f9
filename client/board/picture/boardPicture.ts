import type { Cluster, Note } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import { kindOf, labelOf, type EventPlan, type Language, type Question } from '#shared/template.ts'
import type { Arrangement } from '../arrange.ts'
import { boardLayout, type BoardLayout, type WallZone } from '../wall/boardLayout.ts'
import { boardMetrics, clusterWidth, zoneWidth } from '../wall/boardMetrics.ts'
import { cardPicture, type CardPicture } from './cardPicture.ts'
import { kindPaths } from './kindPaths.ts'
import { layPlain, shifted, type TextStyle } from './layText.ts'
import type { Measure, Picture, PictureShape } from './picture.ts'
import { paperColours, pictureColours as colours } from './pictureColours.ts'

export type PictureWords = {
  /** Name of the group's Leitfrage; event; day and time. */
  readonly title: string
  readonly event: string
  readonly when: string
  readonly parking: string
  readonly untitled: string
  readonly empty: string
  readonly allLevels: string
  readonly count: (notes: number) => string
}
export type PictureInput = {
  readonly plan: EventPlan
  readonly language: Language
  readonly questions: readonly Question[]
  readonly arrangement: Pick<Arrangement, 'zones' | 'parked'>
  readonly clusters: readonly Cluster[]
  readonly noteOf: (id: NoteId) => Note | null
  readonly numberOf: (id: NoteId) => string
  readonly words: PictureWords
  readonly measure: Measure
}

const metrics = boardMetrics()
const margin = 28
const titleStyle: TextStyle = {
  font: { size: 30, serif: true, bold: true },
  lead: 38,
  ink: colours.ink,
}
const eventStyle: TextStyle = { font: { size: 17 }, lead: 25, ink: colours.ink2 }
const questionStyle: TextStyle = {
  font: { size: 17, serif: true, bold: true },
  lead: 23,
  ink: colours.ink,
}
const clusterStyle: TextStyle = { font: { size: 15, bold: true }, lead: 20, ink: colours.ink }
const smallStyle: TextStyle = { font: { size: 15 }, lead: 20, ink: colours.ink2 }
const numberStyle: TextStyle = { font: { size: 15, bold: true }, lead: 23, ink: colours.ink2 }
const numberWidth = 36
const zonePad = { top: 14, side: 16, bottom: 12 }
const clusterPad = { top: 6, side: 12, bottom: 6 }

/** The whole board as the wall shows it, but with every text in full: the photo at the end of a working group. */
export const boardPicture = (input: PictureInput): Picture => {
  const { plan, questions, words, measure, noteOf } = input
  const parked: WallZone[] =
    input.arrangement.parked.length > 0
      ? [{ question: null, clusters: [], loose: input.arrangement.parked }]
      : []
  const zones = [...input.arrangement.zones, ...parked]
  const facts = { allLevels: words.allLevels, empty: words.empty }
  const cards = new Map<NoteId, CardPicture>()
  for (const id of zones.flatMap(({ clusters, loose }) => [
    ...clusters.flatMap(({ notes }) => notes),
    ...loose,
  ])) {
    const note = noteOf(id)
    if (note)
      cards.set(
        id,
        cardPicture(note, plan, { ...facts, number: input.numberOf(id) }, metrics.noteWidth, measure),
      )
  }
  const headRoom = zoneWidth(metrics) - 2 * zonePad.side - numberWidth
  const heads = new Map(
    zones.map(({ question }) => {
      const text =
        question === null ? words.parking : (questions.find(({ id }) => id === question)?.text ?? '')
      return [question, layPlain(text, headRoom, questionStyle, measure)]
    }),
  )
  const clusterHead = (title: string, count: number) => {
    const number = words.count(count)
    const numberWide = measure(number, smallStyle.font)
    const room = clusterWidth(metrics) - 2 * clusterPad.side - numberWide - 12
    const style = title ? clusterStyle : { ...clusterStyle, font: { size: 15, italic: true } }
    return { number, numberWide, text: layPlain(title || words.untitled, room, style, measure) }
  }
  const places = new Map(input.clusters.map((cluster) => [cluster.id, cluster]))
  const layout = boardLayout({
    zones,
    metrics,
    headHeight:
      Math.max(0, ...[...heads.values()].map(({ height }) => height)) + zonePad.top + zonePad.bottom,
    minHeight: 0,
    heightOf: (id) => cards.get(id)?.height ?? 0,
    clusterHeadHeight: (title, count) =>
      clusterHead(title, count).text.height + clusterPad.top + clusterPad.bottom,
    noteAt: (id) => noteOf(id)?.at ?? null,
    columnOf: (id) => noteOf(id)?.column ?? null,
    clusterAt: (id: ClusterId, question) => {
      const cluster = places.get(id)
      return cluster?.question === question ? cluster.at : null
    },
  })

  const width = Math.max(layout.width, zoneWidth(metrics)) + 2 * margin
  const top = heading(input, width - 2 * margin, [...cards.keys()])
  const onWall = [...zoneShapes(layout, heads), ...clusterShapes(layout, clusterHead)]
  for (const { id, box } of layout.notes.values()) onWall.push(...(cards.get(id)?.shapesAt(box) ?? []))
  const origin = margin + top.height
  return {
    width,
    height: Math.ceil(origin + layout.height + margin),
    title: `${words.title} – ${words.event}, ${words.when}`,
    language: input.language,
    ground: colours.wall,
    shapes: [
      ...top.shapes.map((shape) => moved(shape, margin, margin)),
      ...onWall.map((shape) => moved(shape, margin, origin)),
    ],
    tallest: Math.max(0, ...[...cards.values()].map(({ height }) => height)),
  }
}

/** Event, Leitfrage, time, and what the letters mean. */
const heading = ({ plan, language, words, measure, noteOf }: PictureInput, width: number, ids: NoteId[]) => {
  const shapes: PictureShape[] = []
  const event = layPlain(
    `${words.event} · ${words.when} · ${words.count(ids.length)}`,
    width,
    eventStyle,
    measure,
  )
  shapes.push(...event.lines)
  let y = event.height + 4
  const title = layPlain(words.title, width, titleStyle, measure)
  shapes.push(...shifted(title.lines, 0, y))
  y += title.height + 10
  const used = new Set(ids.map((id) => kindOf(plan, noteOf(id)?.kind ?? '').id))
  let x = 0
  for (const kind of plan.noteKinds.filter(({ id }) => used.has(id))) {
    const { ink } = paperColours[kind.paper]
    const name = `${kind.letter}  ${labelOf(kind, language)}`
    const wide = measure(name, smallStyle.font)
    if (x > 0 && x + 22 + wide > width) {
      x = 0
      y += 24
    }
    shapes.push({ kind: 'icon', x, y: y + 2, size: 16, path: kindPaths[kind.icon], ink })
    shapes.push(...shifted(layPlain(name, Infinity, smallStyle, measure).lines, x + 22, y))
    x += 22 + wide + 24
  }
  return { shapes, height: y + (used.size > 0 ? 20 : 0) + 18 }
}

type Head = ReturnType<typeof layPlain>

const zoneShapes = (layout: BoardLayout, heads: ReadonlyMap<QuestionId | null, Head>): PictureShape[] =>
  layout.zones.flatMap(({ question, box }): PictureShape[] => {
    const head = heads.get(question)
    const x = box.x + zonePad.side
    return [
      { kind: 'box', ...box, fill: colours.zone, edge: null, radius: 0 },
      ...(question === null
        ? []
        : shifted(layPlain(question, numberWidth * 2, numberStyle, noMeasure).lines, x, zonePad.top)),
      ...shifted(head?.lines ?? [], question === null ? x : x + numberWidth, zonePad.top),
    ]
  })
/** For a word that stands alone: its width is not asked for. */
const noMeasure: Measure = () => 0

const clusterShapes = (
  layout: BoardLayout,
  headOf: (title: string, count: number) => { number: string; numberWide: number; text: Head },
): PictureShape[] =>
  [...layout.clusters.values()].flatMap(({ title, box, notes }): PictureShape[] => {
    const { number, numberWide, text } = headOf(title, notes.length)
    const y = box.y + clusterPad.top
    const end = box.x + box.width - clusterPad.side - numberWide
    return [
      { kind: 'box', ...box, fill: colours.wall, edge: colours.line, radius: 3 },
      ...shifted(text.lines, box.x + clusterPad.side, y),
      ...shifted(layPlain(number, Infinity, smallStyle, noMeasure).lines, end, y),
    ]
  })

const moved = (shape: PictureShape, x: number, y: number): PictureShape => ({
  ...shape,
  x: shape.x + x,
  y: shape.y + y,
})
