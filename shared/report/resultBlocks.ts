import { hasRtl } from './bidi.ts'
import type { ResultText } from './decidedText.ts'
import {
  bold,
  italic,
  outlineText,
  paragraph,
  quiet,
  run,
  words,
  writtenBlocks,
  type OutlineBlock,
  type Run,
} from './outline.ts'
import type { ReportResult } from './report.ts'
import type { ReportSource } from './reportSources.ts'
import type { ReportEvent } from './reportEvent.ts'
import { shortDay } from './reportDates.ts'
import { reportTexts } from './reportTexts.ts'
import type { Due, Lead } from '../result.ts'
import { labelOf } from '../template.ts'

/** One result as blocks, for a list, a table cell or the results set aside. */

/** What happened to it, said behind its text. */
export const marksOf = (result: ReportResult, event: ReportEvent): Run[] => {
  const texts = reportTexts[event.language]
  return [
    ...(result.state === 'open' ? [run(' '), bold(texts.undecided)] : []),
    ...(result.current ? [run(' '), bold(texts.changed)] : []),
  ]
}

/** Title, wording, then what belongs to them in one quiet sentence. */
export const resultBlocks = (
  result: ReportResult,
  event: ReportEvent,
  shown: readonly Detail[],
): OutlineBlock[] => {
  const meta = detailSentences(result, event, shown)
  const sources = shown.includes('sources') ? sourceSentence(result, event) : ''
  const sentences = [meta, sources].filter(Boolean).join(' ')
  return [
    ...endWith(titledBlocks(result, event), [
      ...(sentences ? [quiet(sentences)] : []),
      ...marksOf(result, event),
    ]),
    ...currentBlocks(result, event),
  ]
}

export type Detail = 'levels' | 'lead' | 'tags' | 'sources'

/** Changed since its decision: the new text, whole, so that nobody takes the one for the other. */
const currentBlocks = ({ current }: ReportResult, event: ReportEvent): OutlineBlock[] => {
  if (!current) return []
  const details = detailSentences({ ...current, tags: [] }, event, ['levels', 'lead'])
  const blocks = endWith(titledBlocks(current, event), details ? [quiet(details)] : [])
  return startWith(italic(`${reportTexts[event.language].changedTo} `), blocks)
}

/** The title leads in, unless the wording begins with it. */
export const titledBlocks = ({ title, wording }: ResultText, event: ReportEvent): OutlineBlock[] => {
  const blocks = writtenBlocks(wording)
  const name = words(title)
  if (blocks.length === 0)
    return [paragraph(name ? bold(ended(name)) : italic(reportTexts[event.language].noText))]
  if (!name) return blocks
  const begin = outlineText(blocks.slice(0, 1))
  const cut = name.replace(/\s*…$/, '')
  const next = begin.slice(cut.length)
  if (begin.startsWith(cut) && (cut !== name || !/^[\p{L}\p{N}]/u.test(next)))
    return cut === name ? boldStart(blocks, cut.length) : blocks
  return startWith(bold(`${ended(name)} `), blocks)
}
const ended = (text: string) => (/[.:;!?…][”“"’»)]?$/.test(text) ? text : `${text}.`)

/** Sets the first signs of a paragraph in bold; other looks of theirs stay. */
const boldStart = (blocks: readonly OutlineBlock[], length: number): OutlineBlock[] => {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph') return [...blocks]
  let left = length
  const runs = first.runs.flatMap((each): Run[] => {
    const head = each.text.slice(0, left)
    const tail = each.text.slice(left)
    left -= head.length
    return [
      ...(head ? [{ ...each, text: head, bold: true as const }] : []),
      ...(tail ? [{ ...each, text: tail }] : []),
    ]
  })
  return [paragraph(...runs), ...rest]
}

/** Puts runs before the first paragraph, or a paragraph of their own before a list. */
export const startWith = (lead: Run, blocks: readonly OutlineBlock[]): OutlineBlock[] => {
  const [first, ...rest] = blocks
  if (first?.type === 'paragraph' && !hasRtl(outlineText([first])))
    return [paragraph(lead, ...first.runs), ...rest]
  return [paragraph(lead), ...blocks]
}

/** Puts runs behind a single paragraph, after a full stop; longer texts get a paragraph for them. */
export const endWith = (blocks: readonly OutlineBlock[], runs: readonly Run[]): OutlineBlock[] => {
  const [only, ...more] = blocks
  if (runs.length === 0) return [...blocks]
  if (only?.type !== 'paragraph' || more.length > 0 || hasRtl(outlineText([only])))
    return [...blocks, paragraph(...trimStart(runs))]
  const text = outlineText([only]).trimEnd()
  const stop = /[.:;!?…][”“"’»)]?$/.test(text) ? ' ' : '. '
  return [paragraph(...only.runs, run(stop), ...trimStart(runs))]
}
const trimStart = (runs: readonly Run[]) => (runs[0]?.text.trim() === '' ? runs.slice(1) : runs)

const detailSentences = (
  text: Pick<ReportResult, 'levels' | 'lead' | 'due' | 'tags'>,
  event: ReportEvent,
  shown: readonly Detail[],
): string => {
  const texts = reportTexts[event.language]
  const levels = shown.includes('levels') ? levelList(text.levels, event) : ''
  const tags = shown.includes('tags') ? tagList(text.tags, event) : ''
  const lead = shown.includes('lead') ? leadText(text.lead, event) : ''
  const due = shown.includes('lead') ? dueText(text.due, event) : ''
  return [
    [levels, tags].filter(Boolean).join('; '),
    lead && `${texts.lead}: ${lead}`,
    due && `${texts.due}: ${due}`,
  ]
    .filter(Boolean)
    .map((sentence) => ended(sentence.charAt(0).toUpperCase() + sentence.slice(1)))
    .join(' ')
}

const sourceSentence = (result: ReportResult, event: ReportEvent): string => {
  const texts = reportTexts[event.language]
  const list = sourceList(result, event)
  if (!list && !result.amended) return ''
  const from = list && `${result.merged ? texts.mergedFrom : texts.from} ${list}`
  const sentence = [from, result.amended ? texts.amended : ''].filter(Boolean).join(', ')
  return ended(sentence.charAt(0).toUpperCase() + sentence.slice(1))
}

/** A-27, C-13 (verwandt: D-22) */
export const sourceList = ({ sources, links }: ReportResult, event: ReportEvent, gap = ' '): string => {
  const texts = reportTexts[event.language]
  const name = ({ number, withdrawn, mergedInto, erased }: ReportSource) => {
    if (erased) return `${number} ${texts.erased}`
    if (!withdrawn) return number
    return `${number} (${mergedInto ? texts.noteIn(mergedInto) : texts.withdrawn})`
  }
  const related = links.length > 0 ? `(${texts.related}${gap}${links.map(name).join(`,${gap}`)})` : ''
  return [sources.map(name).join(`,${gap}`), related].filter(Boolean).join(gap)
}

export const levelList = (ids: readonly string[], event: ReportEvent): string => {
  const levels = event.levels.filter(({ id }) => ids.includes(id))
  if (levels.length > 1 && levels.length === event.levels.length) return reportTexts[event.language].allLevels
  return levels.map((level) => labelOf(level, event.language)).join(', ')
}
export const tagList = (ids: readonly string[], event: ReportEvent): string =>
  ids
    .flatMap((id) => event.tags.filter((tag) => tag.id === id).map((tag) => labelOf(tag, event.language)))
    .join(', ')

/** Words first, as in "Prüfauftrag, Landesverband"; words alone where they stand for all levels. */
export const leadText = ({ levels, text }: Lead, event: ReportEvent): string => {
  const all = levels.length > 1 && levels.length === event.levels.length
  return [text ? words(text) : '', text && all ? '' : levelList(levels, event)].filter(Boolean).join(', ')
}
export const addresseeText = ({ levels, text }: Lead, event: ReportEvent): string =>
  [levelList(levels, event), text ? words(text) : ''].filter(Boolean).join(', ')
export const dueText = ({ date, text }: Due, event: ReportEvent): string =>
  [text ? words(text) : '', date ? shortDay(date, event) : ''].filter(Boolean).join(' ')
