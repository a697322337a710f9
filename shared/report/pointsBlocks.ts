import { heading, paragraph, run, words, type OutlineBlock } from './outline.ts'
import type { ReportEvent } from './reportEvent.ts'
import type { ReportPoints, ReportRank } from './reportPoints.ts'
import { reportTexts } from './reportTexts.ts'
import { labelOf } from '../template.ts'

/** So many ranks have a row of their own; the others share one. */
const rowsAlone = 5

/** What the Plenum gave most points to. */
export const pointsBlocks = (points: ReportPoints | null, event: ReportEvent): OutlineBlock[] => {
  if (!points) return []
  const texts = reportTexts[event.language]
  const kinds = new Set(points.ranks.map(({ kind }) => kind))
  const kind = kinds.size === 1 ? event.resultKinds.find(({ id }) => kinds.has(id as never)) : undefined
  const label = kind ? labelOf(kind, event.language) : texts.result
  const alone = points.ranks.filter(({ rank }) => rank <= rowsAlone)
  const rest = points.ranks.filter(({ rank }) => rank > rowsAlone)
  const rows = [
    ...(rest.length === 1 ? [...alone, ...rest] : alone).map((one) => [
      String(one.rank),
      rankName(one),
      String(one.points),
    ]),
    ...(rest.length > 1 ? [restRow(rest, points.ranks.length)] : []),
  ]
  return [
    heading(3, texts.pointsTitle(texts.plural(label))),
    paragraph(run(`${texts.pointsRule(points.perPerson, points.most, label)} ${texts.pointsGiven(points)}`)),
    {
      type: 'table',
      columns: [
        { title: texts.rank, weight: 12 },
        { title: label, weight: 74 },
        { title: texts.points, weight: 14 },
      ],
      rows: rows.map((cells) => cells.map((text) => [paragraph(run(text))])),
    },
  ]
}

const rankName = ({ name, title }: ReportRank): string => [name, words(title)].filter(Boolean).join(' ')

/** 6–13 | M12 (12), M11 (9) … | 46 */
const restRow = (rest: readonly ReportRank[], last: number): string[] => [
  `${rest[0]?.rank}–${last}`,
  rest.map((one) => `${one.name ?? rankName(one)} (${one.points})`).join(', '),
  String(rest.reduce((sum, { points }) => sum + points, 0)),
]
