import { italic, paragraph, run, words, type OutlineBlock } from './outline.ts'
import type { ReportResult } from './report.ts'
import type { ReportEvent } from './reportEvent.ts'
import type { ReportRemark } from './reportRemarks.ts'
import { reportTexts } from './reportTexts.ts'

/** Versions of earlier programs hold the texts of reservations alone. */
export type PrintedRemark = Pick<ReportRemark, 'isObjection' | 'isOfBlock' | 'text' | 'settled'> & {
  readonly number: number | null
}

export const remarksIn = (
  result: ReportResult & { readonly reservations?: readonly string[] },
): readonly PrintedRemark[] =>
  result.remarks ??
  (result.reservations ?? []).map((text) => ({
    number: null,
    isObjection: false,
    isOfBlock: false,
    text,
    settled: null,
  }))

/** Einwand 3 (L7): what was said. What became of it. */
export const remarkLine = (
  { number, isObjection, isOfBlock, text, settled }: PrintedRemark,
  { name, title }: Pick<ReportResult, 'name' | 'title'>,
  block: string,
  event: ReportEvent,
): OutlineBlock => {
  const texts = reportTexts[event.language]
  const whose = isOfBlock ? texts.block(block) : (name ?? words(title))
  const named = new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(whose)}(?![\\p{L}\\p{N}])`, 'u').test(text)
  const label = [isObjection ? texts.objection : texts.reservation, number].filter(Boolean).join(' ')
  const said = [words(text), isObjection || settled?.reason ? settledText(settled, event) : '']
  return paragraph(
    italic(named || !whose ? `${label}:` : `${label} (${whose}):`),
    run(` ${said.filter(Boolean).join(' ')}`),
  )
}

const settledText = (settled: ReportRemark['settled'], event: ReportEvent): string => {
  const { settlings } = reportTexts[event.language]
  const how = settlings[settled?.how ?? 'open']
  return settled?.reason ? `${how}: ${words(settled.reason)}` : `${how}.`
}
const escapeRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
