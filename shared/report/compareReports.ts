import type { ResultId } from '../ids.ts'
import { plainText } from '../note.ts'
import { labelOf } from '../template.ts'
import type { ResultText } from './decidedText.ts'
import type { ReportResult, ResultReport } from './report.ts'
import { reportTexts } from './reportTexts.ts'
import { dueText, leadText, levelList, sourceList, tagList } from './resultBlocks.ts'

/** What differs in one field; an empty side: there was nothing, or is nothing any more. */
export type FieldChange = {
  readonly label: string
  readonly before: string
  readonly after: string
  /** Sentences, not a date or a name. */
  readonly isProse: boolean
}
export type ResultChange = {
  readonly id: ResultId
  /** L1 as it is called now, else as it was. */
  readonly name: string
  readonly title: string
  readonly what: 'added' | 'gone' | 'changed'
  readonly fields: readonly FieldChange[]
}
export type ReportChanges = {
  readonly results: readonly ResultChange[]
  /** Open points, Themenspeicher, next steps, points. */
  readonly others: readonly FieldChange[]
  /** Results in which nothing differs. */
  readonly same: number
}

/** What differs between two states of the result document, result by result, in the order of the later one. */
export const compareReports = (before: ResultReport, after: ResultReport): ReportChanges => {
  const old = new Map(resultsIn(before).map((result) => [result.id, result]))
  const now = resultsIn(after)
  const kept = new Set(now.map(({ id }) => id))
  const both = now.map((result) => changeOf(old.get(result.id), result, before, after))
  const gone = [...old.values()]
    .filter(({ id }) => !kept.has(id))
    .map((one) => changeOf(one, undefined, before, after))
  const results = [...both, ...gone].flatMap((change) => change ?? [])
  return { results, others: otherChanges(before, after), same: both.filter((change) => !change).length }
}

const resultsIn = ({ groups }: ResultReport): ReportResult[] =>
  groups.flatMap(({ sections, aside }) => [...sections.flatMap(({ results }) => results), ...aside])

const changeOf = (
  old: ReportResult | undefined,
  now: ReportResult | undefined,
  before: ResultReport,
  after: ResultReport,
): ResultChange | null => {
  const was = old ? fieldsOf(old, before) : []
  const is = now ? fieldsOf(now, after) : []
  const labels = [...new Set([...is, ...was].map(([label]) => label))]
  const value = (fields: readonly Field[], label: string) => fields.find(([one]) => one === label)?.[1] ?? ''
  const fields = labels
    .map((label) => ({
      label,
      before: value(was, label),
      after: value(is, label),
      isProse: [...is, ...was].some(([one, , isProse]) => one === label && isProse),
    }))
    .filter((field) => field.before !== field.after)
  const shown = (now ?? old) as ReportResult
  if (old && now && fields.length === 0) return null
  return {
    id: shown.id,
    name: now?.name ?? old?.name ?? '',
    title: standing(shown).title,
    what: !old ? 'added' : !now ? 'gone' : 'changed',
    fields,
  }
}

/** The text as it stood at that moment, decided or not. */
const standing = (result: ReportResult): ResultText => result.current ?? result

type Field = readonly [label: string, text: string, isProse?: true]
const fieldsOf = (result: ReportResult, { event }: ResultReport): Field[] => {
  const texts = reportTexts[event.language]
  const { title, wording, kind, levels, lead, due } = standing(result)
  const label = event.resultKinds.find(({ id }) => id === kind)
  const remarks = (result.remarks ?? []).map(({ number, text }) => `${number}. ${text}`)
  return [
    [texts.number, result.name ?? ''],
    [texts.titleLabel, title, true],
    [texts.wordingLabel, plainText(wording).trim(), true],
    [texts.kindLabel, label ? labelOf(label, event.language) : kind],
    [texts.stateLabel, texts.outcomes[result.state]],
    [texts.levelsLabel, levelList(levels, event)],
    [texts.lead, leadText(lead, event)],
    [texts.due, dueText(due, event)],
    [texts.tagsLabel, tagList(result.tags, event)],
    [texts.source, sourceList(result, event)],
    [texts.remarksLabel, remarks.join('\n'), true],
  ]
}

const otherChanges = (before: ResultReport, after: ResultReport): FieldChange[] => {
  const texts = reportTexts[after.event.language]
  const points = ({ groups }: ResultReport) =>
    groups.flatMap((group) =>
      group.openPoints.map(
        ({ text, note, to }) => `${group.id}: ${text}${note ? ` (${note})` : ''}${to ? ` → ${to}` : ''}`,
      ),
    )
  const parked = ({ parkingLot, event }: ResultReport) =>
    parkingLot.map(({ note, topic, addressee }) =>
      [`${note} ${topic}`, addressee ? leadText(addressee, event) : ''].filter(Boolean).join(' → '),
    )
  const ranks = ({ points }: ResultReport) =>
    (points?.ranks ?? []).map(({ rank, name, title, points }) => `${rank}. ${name ?? title} (${points})`)
  const all: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [texts.openPoints, points(before), points(after)],
    [texts.points, ranks(before), ranks(after)],
    [texts.parkingLot, parked(before), parked(after)],
    [texts.nextSteps, before.nextSteps, after.nextSteps],
  ]
  return all
    .filter(([, was, is]) => was.join('\n') !== is.join('\n'))
    .map(([label, was, is]) => {
      // What stands in both is left out, unless it has only changed its place.
      const gone = was.filter((line) => !is.includes(line))
      const added = is.filter((line) => !was.includes(line))
      const isMoved = gone.length + added.length === 0
      const text = (lines: readonly string[]) => lines.join('\n')
      return { label, before: text(isMoved ? was : gone), after: text(isMoved ? is : added), isProse: true }
    })
}
