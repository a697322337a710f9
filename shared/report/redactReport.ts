import type { Block } from '../note.ts'
import type { ReportResult, ReportSource, ResultReport } from './report.ts'

const gap = { de: '[gelöscht]', en: '[erased]' }

/** A finalised report without the text of an erased note: the gap stays visible. `number`: A-07. */
export const redactReport = (report: ResultReport, number: string): ResultReport => {
  const text = gap[report.event.language]
  const blocks: readonly Block[] = [{ type: 'paragraph', spans: [{ text }] }]
  const source = (one: ReportSource): ReportSource => (one.number === number ? { ...one, blocks } : one)
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
    })),
    parkingLot: report.parkingLot.map((parked) =>
      parked.note === number ? { ...parked, topic: text } : parked,
    ),
  }
}
