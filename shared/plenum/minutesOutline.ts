import {
  bold,
  heading,
  italic,
  paragraph,
  quiet,
  run,
  words,
  writtenBlocks,
  type Outline,
  type OutlineBlock,
} from '../report/outline.ts'
import { longDay, moment, shortDay } from '../report/reportDates.ts'
import type { ReportEvent } from '../report/reportEvent.ts'
import { titleOf } from '../report/reportOutline.ts'
import { foldMinutes, type FoldedLine } from './foldMinutes.ts'
import { minuteParts } from './minuteParts.ts'
import type { MinutesAnswer } from './minutesAnswer.ts'
import { minuteTexts } from './minuteTexts.ts'

/** What the minutes are called where nobody gave them a title. */
export const minutesTitle = ({ title }: Pick<MinutesAnswer, 'title'>, event: ReportEvent): string =>
  title ? words(title) : titleOf(minuteTexts[event.language].title, event)

/** The minutes as every format prints them. */
export const minutesOutline = (minutes: MinutesAnswer, event: ReportEvent): Outline => {
  const texts = minuteTexts[event.language]
  const title = minutesTitle(minutes, event)
  const lines = foldMinutes(minutes.lines)
  return {
    title,
    language: event.language,
    footer: title,
    page: texts.page,
    blocks: [
      heading(1, title),
      {
        ...paragraph(run([words(event.subtitle), longDay(event.date, event)].filter(Boolean).join(', '))),
        intro: true,
      },
      paragraph(quiet(texts.intro)),
      ...(minutes.isFinal ? [] : [paragraph(bold(texts.open))]),
      ...(minutes.remarks ? [heading(2, texts.remarks), ...plainBlocks(minutes.remarks)] : []),
      ...(lines.length === 0 ? [paragraph(run(texts.none))] : days(lines, event)),
    ],
  }
}

/** One day needs no heading of its own. */
const days = (lines: readonly FoldedLine[], event: ReportEvent): OutlineBlock[] => {
  const dayOf = ({ line }: FoldedLine) => moment(line.at, event).day
  const all = [...new Set(lines.map(dayOf))]
  return all.flatMap((day) => {
    const own = lines.filter((line) => dayOf(line) === day)
    const entries: OutlineBlock = { type: 'entries', items: own.map((line) => entryOf(line, event)) }
    return all.length > 1 || day !== shortDay(event.date, event) ? [heading(2, day), entries] : [entries]
  })
}

const entryOf = ({ line, brief }: FoldedLine, event: ReportEvent) => {
  const texts = minuteTexts[event.language]
  const { what, name, sentences, quote, texts: shown } = minuteParts(line, event)
  const said = sentences.map(words).filter(Boolean).join(' ')
  return {
    label: moment(line.at, event).time,
    blocks: [
      paragraph(
        bold(name ? `${what}: ` : what),
        ...(name ? [run(words(name))] : []),
        ...(said ? [run(` – ${said}`)] : []),
      ),
      ...(brief.length > 0 ? [paragraph(quiet(texts.between(briefNames(brief, event))))] : []),
      ...plainBlocks(quote),
      ...shown.filter((text) => text !== quote).flatMap(plainBlocks),
      ...(line.remark ? [paragraph(italic(`${texts.remark} `), run(words(line.remark)))] : []),
    ],
  }
}

/** What was shown briefly, by name, each once. */
export const briefNames = (brief: FoldedLine['brief'], event: ReportEvent): string =>
  [...new Set(brief.map((one) => words(one.name) || minuteParts(one, event).what))].join(', ')

/** Plain text as it stands, a paragraph a line. */
const plainBlocks = (text: string): OutlineBlock[] =>
  writtenBlocks(text.split('\n').map((line) => ({ type: 'paragraph', spans: [{ text: line }] })))
