import {
  BorderStyle,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx'
import { startsRtl } from '#shared/report/bidi.ts'
import {
  outlineText,
  type OutlineBlock,
  type OutlineEntry,
  type OutlineTable,
  type Run,
} from '#shared/report/outline.ts'
import { childrenOf, xmlText } from './docxRuns.ts'
import { hairline, ink, labelWidth, listStep } from './docxStyles.ts'

/** Where blocks stand: how far in, how wide, in which paragraph style. Each list of the document has a number. */
export type Place = {
  readonly indent: number
  readonly width: number
  readonly lists: { count: number }
  readonly style: string | undefined
  readonly keepNext?: boolean
}

const levels = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

export const blocksOf = (block: OutlineBlock, place: Place): (Paragraph | Table)[] => {
  switch (block.type) {
    case 'heading':
      return [paragraphOf(block.runs, place, { heading: levels[block.depth - 1] ?? HeadingLevel.HEADING_3 })]
    case 'paragraph':
      return [paragraphOf(block.runs, place, block.intro ? { style: 'Intro' } : {})]
    case 'quote':
      return [paragraphOf(block.runs, place, { style: 'Note' })]
    case 'list':
      return listOf(block.items, block.ordered, place)
    case 'entries':
      return block.items.flatMap((entry) => entryOf(entry, place))
    case 'table':
      return tableOf(block, place)
  }
}

const paragraphOf = (
  runs: readonly Run[],
  place: Place,
  options: IParagraphOptions,
  lead: ParagraphChild[] = [],
): Paragraph => {
  const isRtl = startsRtl(runs.map(({ text }) => text).join(''))
  const { indent, style, keepNext } = place
  return new Paragraph({
    ...(style ? { style } : {}),
    // In a right-to-left paragraph the sides change places.
    ...(indent > 0 ? { indent: isRtl ? { right: indent } : { left: indent } } : {}),
    ...(keepNext ? { keepNext } : {}),
    ...options,
    ...(isRtl ? { bidirectional: true } : {}),
    children: [...lead, ...runs.flatMap((run) => childrenOf(run, isRtl))],
  })
}

const listOf = (
  items: readonly (readonly OutlineBlock[])[],
  ordered: boolean,
  place: Place,
  level = 0,
): (Paragraph | Table)[] => {
  const instance = ++place.lists.count
  const left = place.indent + listStep
  const inner = { ...place, indent: left, width: place.width - listStep, keepNext: false }
  return items.flatMap((item, at) => {
    const isEnd = at === items.length - 1 && level === 0
    const [first, ...rest] = item
    const runs = first?.type === 'paragraph' ? first.runs : []
    const others = first?.type === 'paragraph' ? rest : item
    const sign = {
      numbering: {
        reference: ordered ? 'numbers' : 'bullets',
        level: Math.min(level, 8),
        instance,
        custom: place.style !== undefined,
      },
      indent: { left, hanging: listStep },
      spacing: { after: place.style ? 0 : isEnd && others.length === 0 ? 120 : 60 },
      ...(place.style ? { style: place.style } : {}),
    }
    return [
      paragraphOf(runs, inner, sign),
      ...others.flatMap((block) =>
        block.type === 'list' ? listOf(block.items, block.ordered, inner, level + 1) : blocksOf(block, inner),
      ),
    ]
  })
}

/** The label hangs before the text. Right-to-left text and lists begin beneath it. */
const entryOf = ({ label, blocks }: OutlineEntry, place: Place): (Paragraph | Table)[] => {
  const [first, ...rest] = blocks
  const isBeside = first?.type === 'paragraph' && !startsRtl(outlineText([first]))
  const left = place.indent + labelWidth
  const inner = { ...place, indent: left, width: place.width - labelWidth }
  const others = isBeside ? rest : blocks
  const hanging: IParagraphOptions = {
    indent: { left, hanging: labelWidth },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
    ...(others.length > 0 ? { keepNext: true, spacing: { after: 40 } } : {}),
  }
  const name = new TextRun({ bold: true, children: [xmlText(label), new Tab()] })
  const beside = isBeside && first.type === 'paragraph' ? first.runs : []
  return [
    paragraphOf(beside, place, hanging, [name]),
    ...others.flatMap((block, at) => {
      const isLast = at === others.length - 1
      return block.type === 'paragraph' && !isLast
        ? [paragraphOf(block.runs, inner, { spacing: { after: 40 } })]
        : blocksOf(block, inner)
    }),
  ]
}

const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color })
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const tableOf = ({ columns, rows }: OutlineTable, place: Place): (Paragraph | Table)[] => {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = columns.map(({ weight }) => Math.floor((place.width * weight) / total))
  const cell = (children: (Paragraph | Table)[], at: number, bottom: ReturnType<typeof line>) =>
    new TableCell({
      children,
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 0, right: at === columns.length - 1 ? 0 : 120 },
      borders: { top: noLine, left: noLine, right: noLine, bottom },
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, at) =>
      cell([paragraphOf([{ text: title }], place, { style: 'TableHead' })], at, line(10, ink)),
    ),
  })
  const body = rows.map((cells) => {
    const isShort = cells.every((blocks) => outlineText(blocks).length < 1200)
    return new TableRow({
      ...(isShort ? { cantSplit: true } : {}),
      children: cells.map((blocks, at) => {
        const inner: Place = { ...place, indent: 0, width: widths[at] ?? 0, style: 'TableText' }
        return cell(
          blocks.flatMap((block) => blocksOf(block, inner)),
          at,
          line(4, hairline),
        )
      }),
    })
  })
  return [
    new Table({
      rows: [head, ...body],
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      tableLook: { firstRow: true, noHBand: true, noVBand: true },
      borders: {
        top: noLine,
        bottom: noLine,
        left: noLine,
        right: noLine,
        insideHorizontal: noLine,
        insideVertical: noLine,
      },
    }),
    // A table needs air below it, and Word a paragraph between two tables.
    new Paragraph({
      spacing: { before: 0, after: 0, line: 100, lineRule: LineRuleType.EXACT },
      children: [],
    }),
  ]
}
