import { CarriageReturn, ExternalHyperlink, Tab, TextRun, type IRunOptions, type ParagraphChild } from 'docx'
import { directionRuns } from '#shared/report/bidi.ts'
import type { Run } from '#shared/report/outline.ts'
import { quietInk } from './docxStyles.ts'

export const childrenOf = (run: Run, paragraphRtl: boolean): ParagraphChild[] =>
  run.link
    ? [
        new ExternalHyperlink({
          link: xmlText(run.link),
          children: textRuns(run, paragraphRtl, { style: 'Hyperlink' }),
        }),
      ]
    : textRuns(run, paragraphRtl)

/** Marks only where they are set: `bold: false` would overrule the style of a heading. */
export const textRuns = (run: Run, paragraphRtl: boolean, options: IRunOptions = {}): TextRun[] =>
  directionRuns(xmlText(run.text), paragraphRtl).map(
    ({ text, rtl }) =>
      new TextRun({
        ...options,
        ...(run.bold ? { bold: true } : {}),
        // Quiet text is set apart by its grey; much text in italics is hard to read.
        ...(run.italic && !run.quiet ? { italics: true } : {}),
        ...(run.quiet ? { color: quietInk } : {}),
        ...(run.added ? { underline: {} } : {}),
        ...(run.gone ? { strike: true } : {}),
        ...(rtl ? { rightToLeft: true } : {}),
        children: text.split(/(\n|\t)/).flatMap((part): (CarriageReturn | Tab | string)[] => {
          if (part === '\n') return [new CarriageReturn()]
          return part === '\t' ? [new Tab()] : part === '' ? [] : [part]
        }),
      }),
  )

/** XML has no control characters, no halves of characters, and Word no isolates (it shows boxes for them). */
export const xmlText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u2066-\u2069\uFFFE\uFFFF]/g, '')
    .toWellFormed()
