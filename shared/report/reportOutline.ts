import { decisionItems } from './decisionBlocks.ts'
import {
  bold,
  heading,
  italic,
  outlineText,
  paragraph,
  quiet,
  run,
  words,
  type Outline,
  type OutlineBlock,
  type Run,
} from './outline.ts'
import { pointsBlocks } from './pointsBlocks.ts'
import type { ReportGroup, ReportOpenPoint, ReportResult, ResultReport } from './report.ts'
import type { ReportFate, ReportParked } from './reportFates.ts'
import { longDay, moment } from './reportDates.ts'
import type { ReportEvent } from './reportEvent.ts'
import { reportTexts } from './reportTexts.ts'
import {
  addresseeText,
  dueText,
  endWith,
  leadText,
  levelList,
  marksOf,
  resultBlocks,
  sourceList,
  titledBlocks,
} from './resultBlocks.ts'
import { labelOf } from '../template.ts'

/** The result document: what is printed, and in which order. */
export const resultOutline = (report: ResultReport): Outline => {
  const { event, version } = report
  const texts = reportTexts[event.language]
  const title = titleOf(texts.resultTitle, event)
  return {
    title,
    language: event.language,
    footer: `${title} · ${version ? texts.versionShort(version.number) : texts.draftShort}`,
    page: texts.page,
    blocks: [
      heading(1, title),
      { ...paragraph(...whenAndWhat(report)), intro: true },
      ...people(report),
      paragraph(version ? quiet(versionLine(version, event)) : bold(texts.draft)),
      { type: 'quote', runs: [run(texts.disclaimer(kindPlurals(event), event.levels.length > 0))] },
      heading(2, texts.overview),
      { type: 'list', ordered: false, items: overview(report).map((runs) => [paragraph(...runs)]) },
      ...pointsBlocks(report.points ?? null, event),
      ...report.groups.flatMap((group) => groupBlocks(group, event)),
      ...parkingLot(report.parkingLot, event),
      ...nextSteps(report.nextSteps, event),
    ],
  }
}

export const titleOf = (kind: string, event: ReportEvent): string => `${kind} – ${words(event.title)}`
/** A. Grundsätze und Rollen */
export const groupTitle = ({ id, title }: { id: string; title: string }): string =>
  title ? `${id}${id.length > 2 ? ':' : '.'} ${words(title)}` : id

const whenAndWhat = ({ event, plenumTime }: ResultReport): Run[] => {
  const when = [
    longDay(event.date, event),
    plenumTime && reportTexts[event.language].plenumTime(plenumTime.start, plenumTime.end),
  ]
  const rest = when.filter(Boolean).join(', ')
  return event.subtitle ? [bold(words(event.subtitle)), run(`, ${rest}`)] : [run(rest)]
}
const people = ({ event, people }: ResultReport): OutlineBlock[] => {
  const sentence = reportTexts[event.language].people(people.members, people.moderators, people.levels ?? 0)
  return sentence ? [paragraph(run(sentence.charAt(0).toUpperCase() + sentence.slice(1)))] : []
}
const versionLine = (version: { number: number; at: number }, event: ReportEvent): string => {
  const { day, time } = moment(version.at, event)
  return reportTexts[event.language].version(version.number, day, time)
}
const kindPlurals = (event: ReportEvent) =>
  event.resultKinds.map((kind) => reportTexts[event.language].plural(labelOf(kind, event.language)))

const overview = ({ event, counts, groups, merged }: ResultReport): Run[][] => {
  const texts = reportTexts[event.language]
  const adopted = counts.byKind.filter(({ count }) => count > 0)
  const become = adopted.flatMap((kind, at): Run[] => {
    const label = labelOf(kind, event.language)
    const glue = at === 0 ? ' ' : at === adopted.length - 1 ? ` ${texts.andWord} ` : ', '
    return [run(glue), bold(`${kind.count} ${kind.count === 1 ? label : texts.plural(label)}`)]
  })
  const aside = texts.aside(counts.deferred, counts.rejected)
  const first = [
    run(texts.fromNotes(counts.notes, groups.length, counts.marked)),
    ...(become.length > 0 ? [run(` ${texts.became}`), ...become, run('.')] : []),
    ...(aside ? [run(` ${aside}.`)] : []),
  ]
  const attempts = groups.flatMap(({ decisions }) => decisions.flatMap(({ attempts }) => attempts))
  const blocking = event.consent
    .filter(({ blocks }) => blocks)
    .map((option) => labelOf(option, event.language))
  const hasBlocks = groups.some(({ decisions }) => decisions.some(({ isBlock }) => isBlock))
  const rule = `${texts.ruleText(blocking)}${hasBlocks ? ` ${texts.blockRule}` : ''}`
  const order = event.consent.map((option) => labelOf(option, event.language)).join(' / ')
  return [
    first,
    ...(merged.length > 0 ? [[run(texts.mergedCount(merged.length, merged.join(', ')))]] : []),
    ...(counts.undecided > 0 ? [[bold(texts.undecidedCount(counts.undecided))]] : []),
    ...(counts.changed > 0 ? [[bold(texts.changedCount(counts.changed))]] : []),
    ...(blocking.length > 0 ? [[bold(texts.rule), run(` ${rule}`)]] : []),
    ...(order && attempts.some((attempt) => attempt.counts)
      ? [[run(`${texts.legend} `), italic(order), run('.')]]
      : []),
  ]
}

const groupBlocks = (group: ReportGroup, event: ReportEvent): OutlineBlock[] => {
  const texts = reportTexts[event.language]
  const decisions = decisionItems(group, event)
  const isEmpty = group.sections.length === 0 && decisions.length === 0
  return [
    heading(2, groupTitle(group)),
    ...(isEmpty ? [paragraph(run(texts.noResults))] : []),
    ...group.sections.flatMap((section) => {
      const label = labelOf(section, event.language)
      return [
        heading(3, section.results.length === 1 ? label : texts.plural(label)),
        isSchedule(section.results) ? table(label, section.results, event) : list(section.results, event),
      ]
    }),
    ...(group.seeAlso.length > 0 ? [paragraph(quiet(texts.seeAlso(texts.and(group.seeAlso))))] : []),
    ...(decisions.length > 0
      ? [heading(3, texts.decisions), { type: 'list' as const, ordered: false, items: decisions }]
      : []),
    ...openPoints(group.openPoints, event),
    ...loose(group.fates ?? [], event),
  ]
}

/** Who does what by when is a table; everything else is a list of sentences. */
const isSchedule = (results: readonly ReportResult[]) =>
  results.some(({ lead, due }) => lead.levels.length > 0 || lead.text || due.date || due.text)

const list = (results: readonly ReportResult[], event: ReportEvent): OutlineBlock => ({
  type: 'entries',
  items: results.map((result) => ({
    label: result.name ?? '–',
    blocks: resultBlocks(result, event, ['levels', 'tags', 'sources']),
  })),
})

const table = (kind: string, results: readonly ReportResult[], event: ReportEvent): OutlineBlock => {
  const texts = reportTexts[event.language]
  const text = (words: string) => [paragraph(run(words || '–'))]
  const columns = [
    { title: texts.number, weight: 7.3, cell: (result: ReportResult) => text(result.name ?? '') },
    { title: kind, weight: 37.7, cell: (result: ReportResult) => measure(result, event) },
    { title: texts.lead, weight: 16, cell: (result: ReportResult) => text(leadText(result.lead, event)) },
    {
      title: texts.involved,
      weight: 16,
      cell: (result: ReportResult) => text(levelList(result.levels, event)),
    },
    { title: texts.due, weight: 14, cell: (result: ReportResult) => text(dueText(result.due, event)) },
    { title: texts.source, weight: 9, cell: (result: ReportResult) => text(sourceList(result, event, '\n')) },
  ]
  const used = columns.filter(
    ({ cell }, at) => at < 2 || results.some((result) => outlineText(cell(result)) !== '–'),
  )
  return { type: 'table', columns: used, rows: results.map((result) => used.map(({ cell }) => cell(result))) }
}
const measure = (result: ReportResult, event: ReportEvent): OutlineBlock[] =>
  result.tags.length > 0 || result.current || result.amended
    ? resultBlocks({ ...result, sources: [], links: [] }, event, ['tags', 'sources'])
    : endWith(titledBlocks(result, event), marksOf(result, event))

const openPoints = (points: readonly ReportOpenPoint[], event: ReportEvent): OutlineBlock[] => {
  if (points.length === 0) return []
  const items = points.map(({ text, note, to }) => {
    const asked = words(text)
    // The note stands within the sentence: "Wer entscheidet (B-21)?"
    const named = note ? asked.replace(/([?.!]?)$/, ` (${note})$1`) : asked
    return [paragraph(run(to ? `${named} → ${words(to)}` : named))]
  })
  return [heading(3, reportTexts[event.language].openPoints), { type: 'list', ordered: false, items }]
}

const loose = (fates: readonly ReportFate[], event: ReportEvent): OutlineBlock[] => {
  if (fates.length === 0) return []
  const texts = reportTexts[event.language]
  const items = fates.map(({ note, topic, kind, reason }) => [
    paragraph(
      run(`${[note, words(topic)].join(' ')} → ${texts.fates[kind]}${reason ? `: ${words(reason)}` : ''}`),
    ),
  ])
  return [heading(3, texts.otherNotes), { type: 'list', ordered: false, items }]
}

const parkingLot = (parked: readonly ReportParked[], event: ReportEvent): OutlineBlock[] => {
  if (parked.length === 0) return []
  const texts = reportTexts[event.language]
  const rows = parked.map(({ note, topic, addressee }) =>
    [note, words(topic), addressee ? addresseeText(addressee, event) : ''].map((text) => [
      paragraph(run(text || '–')),
    ]),
  )
  const columns = [
    { title: texts.note, weight: 14 },
    { title: texts.topic, weight: 52 },
    { title: texts.goesTo, weight: 34 },
  ]
  return [heading(2, texts.parkingLot), { type: 'table', columns, rows }]
}

const nextSteps = (steps: readonly string[], event: ReportEvent): OutlineBlock[] =>
  steps.length === 0
    ? []
    : [
        heading(2, reportTexts[event.language].nextSteps),
        { type: 'list', ordered: true, items: steps.map((step) => [paragraph(run(words(step)))]) },
      ]
