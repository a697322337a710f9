import { wordDiff } from '../wordDiff.ts'
import { compareReports, type FieldChange, type ResultChange } from './compareReports.ts'
import {
  bold,
  heading,
  paragraph,
  quiet,
  run,
  words,
  type Outline,
  type OutlineBlock,
  type Run,
} from './outline.ts'
import type { ResultReport } from './report.ts'
import { moment } from './reportDates.ts'
import type { ReportEvent } from './reportEvent.ts'
import { titleOf } from './reportOutline.ts'
import { reportTexts } from './reportTexts.ts'

/** What became of the result document between two states of it: what is gone is struck, what is new underlined. */
export const changesOutline = (before: ResultReport, after: ResultReport): Outline => {
  const { event } = after
  const texts = reportTexts[event.language]
  const { results, others, same } = compareReports(before, after)
  const title = titleOf(texts.changesTitle, event)
  const isSame = results.length + others.length === 0
  return {
    title,
    language: event.language,
    footer: title,
    page: texts.page,
    blocks: [
      heading(1, title),
      paragraph(run(texts.between(stateName(before), stateName(after)))),
      ...(isSame ? [paragraph(bold(texts.noChanges))] : [paragraph(quiet(texts.unchanged(same)))]),
      ...results.flatMap((change) => changeBlocks(change, event)),
      ...(others.length > 0 ? [heading(2, texts.otherChanges), ...others.flatMap(fieldBlocks)] : []),
    ],
  }
}

/** Fassung 2 (29.04.2020, 16:02 Uhr), or the state of today. */
const stateName = ({ version, event }: ResultReport): string => {
  const texts = reportTexts[event.language]
  if (!version) return texts.draftShort
  const { day, time } = moment(version.at, event)
  return texts.version(version.number, day, time)
}

const changeBlocks = ({ name, title, what, fields }: ResultChange, event: ReportEvent): OutlineBlock[] => {
  const texts = reportTexts[event.language]
  const label = [name, words(title)].filter(Boolean).join(' ')
  const head = what === 'changed' ? label : `${label} (${texts.changeKinds[what]})`
  return [heading(2, head), ...fields.flatMap(fieldBlocks)]
}

const fieldBlocks = (field: FieldChange): OutlineBlock[] => [
  paragraph(bold(`${field.label}: `), ...diffRuns(field)),
]

/** Sentences word by word; a date or a name is read whole. */
const diffRuns = ({ before, after, isProse }: FieldChange): Run[] => {
  if (before && after && !isProse) return [run(before, { gone: true }), run(' '), run(after, { added: true })]
  return wordDiff(before, after).map(({ kind, text }) => {
    if (kind === 'same') return run(text)
    return kind === 'added' ? run(text, { added: true }) : run(text, { gone: true })
  })
}
