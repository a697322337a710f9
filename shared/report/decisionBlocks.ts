import { bold, paragraph, run, words, type OutlineBlock, type Run } from './outline.ts'
import type { ReportGroup, ReportResult } from './report.ts'
import type { ReportAttempt, ReportDecided, ReportDecision } from './reportDecisions.ts'
import { remarkLine, remarksIn } from './remarkLine.ts'
import type { ReportEvent } from './reportEvent.ts'
import { reportTexts } from './reportTexts.ts'
import { endWith, resultBlocks, startWith } from './resultBlocks.ts'

/** What the Plenum decided about a group's results: blocks, single decisions, results set aside, reservations. */
export const decisionItems = (group: ReportGroup, event: ReportEvent): OutlineBlock[][] => {
  const isAside = (decision: ReportDecision) =>
    !decision.isBlock && group.aside.some(({ id }) => id === decision.results[0]?.id)
  return [
    ...group.decisions
      .filter((decision) => !isAside(decision))
      .map((decision) => [decisionLine(decision, group, event)]),
    ...group.aside.map((result) => asideItem(result, group, event)),
    ...[...group.sections.flatMap(({ results }) => results), ...group.aside].flatMap((result) =>
      remarksIn(result).map((remark) => [remarkLine(remark, result, group.id, event)]),
    ),
  ]
}

const decisionLine = (decision: ReportDecision, group: ReportGroup, event: ReportEvent): OutlineBlock => {
  const texts = reportTexts[event.language]
  const names = decidedNames(decision.results, event)
  const label = decision.isBlock ? texts.blockDecision(group.id, names) : texts.singleDecision(names)
  return paragraph(bold(label), run(' '), ...attemptRuns(decision.attempts, event))
}

const asideItem = (result: ReportResult, group: ReportGroup, event: ReportEvent): OutlineBlock[] => {
  const label = reportTexts[event.language].asideLabels[result.state === 'rejected' ? 'rejected' : 'deferred']
  const blocks = resultBlocks(result, event, ['levels', 'lead', 'tags', 'sources'])
  const attempts = group.decisions.filter(({ isBlock, results }) => !isBlock && results[0]?.id === result.id)
  const runs = attempts.flatMap((decision) => attemptRuns(decision.attempts, event))
  const lead = bold(`${label} ${result.name ? `${result.name} ` : ''}`)
  return endWith(startWith(lead, blocks), runs)
}

/** erste Fassung 30 / 12 / 6 / 4 – nicht angenommen. Warum. Geänderte Fassung 38 / 11 / 0 / 3 – angenommen. */
const attemptRuns = (attempts: readonly ReportAttempt[], event: ReportEvent): Run[] => {
  const texts = reportTexts[event.language]
  const sentences = attempts.map(({ text, counts, outcome, sentence }, at) => {
    // What was asked about again afterwards did not stay open.
    const isOver = outcome === 'open' && at < attempts.length - 1
    const label = attempts.length > 1 ? texts.attempts[text] : ''
    const numbers = counts && event.consent.map(({ id }) => counts[id] ?? 0).join(' / ')
    const said = [label, numbers].filter(Boolean).join(' ')
    return [`${said ? `${said} – ` : ''}${texts.outcomes[isOver ? 'rejected' : outcome]}.`, words(sentence)]
      .filter(Boolean)
      .join(' ')
  })
  return [run(sentences.join(' '))]
}

/** L1–L3, M1–M4, „Beschwerdestelle“: three and more in a row become a range. */
export const decidedNames = (results: readonly ReportDecided[], event: ReportEvent): string => {
  const texts = reportTexts[event.language]
  const parts: string[] = []
  let row: string[] = []
  const close = () => {
    if (row.length > 2) parts.push(`${row[0]}–${row.at(-1)}`)
    else parts.push(...row)
    row = []
  }
  for (const { name, title, dissolved } of results) {
    if (name && !dissolved) {
      const last = row.at(-1)
      if (last && !follows(last, name)) close()
      row.push(name)
      continue
    }
    close()
    parts.push(`${name ?? texts.quoted(words(title))}${dissolved ? ` (${texts.dissolved})` : ''}`)
  }
  close()
  return parts.join(', ')
}
const follows = (before: string, after: string) => {
  const cut = (name: string): [string, number] => [name.replace(/\d+$/, ''), Number(/\d+$/.exec(name)?.[0])]
  const [letter, number] = cut(before)
  return cut(after)[0] === letter && cut(after)[1] === number + 1
}
