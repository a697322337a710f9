import type { Block } from '../note.ts'
import type { ReportResult, ResultReport } from './report.ts'
import type { ReportSource } from './reportSources.ts'
import { reportTexts } from './reportTexts.ts'

/** A finalised report without the text of an erased note: the gap stays visible. `number`: A-07. */
export const redactReport = (report: ResultReport, number: string): ResultReport => {
  const text = reportTexts[report.event.language].erased
  const blocks: readonly Block[] = [{ type: 'paragraph', spans: [{ text }] }]
  const source = (one: ReportSource): ReportSource =>
    one.number === number ? { ...one, blocks, erased: true } : one
  const inResult = (result: ReportResult): ReportResult => ({
    ...result,
    sources: result.sources.map(source),
    links: result.links.map(source),
  })
  return {
    ...report,
    groups: report.groups.map((group) => ({
      ...group,
      sections: group.sections.map((section) => ({ ...section, results: section.results.map(inResult) })),
      aside: group.aside.map(inResult),
      ...(group.fates && {
        fates: group.fates.map((fate) => (fate.note === number ? { ...fate, topic: text } : fate)),
      }),
    })),
    parkingLot: report.parkingLot.map((parked) =>
      parked.note === number ? { ...parked, topic: text } : parked,
    ),
  }
}
