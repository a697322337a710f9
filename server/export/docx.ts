import { Document, Footer, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { Outline, OutlineBlock } from '#shared/report/outline.ts'
import type { ResultReport } from '#shared/report/report.ts'
import { resultOutline } from '#shared/report/reportOutline.ts'
import { snapshotOutline } from '#shared/report/snapshotOutline.ts'
import type { SnapshotReport } from '#shared/report/snapshotReport.ts'
import { blocksOf, type Place } from './docxBlocks.ts'
import { textRuns, xmlText } from './docxRuns.ts'
import { numbering, page, stylesOf, textWidth } from './docxStyles.ts'

export const renderResultDocx = (report: ResultReport): Promise<Uint8Array> =>
  renderDocx(resultOutline(report))
export const renderSnapshotDocx = (report: SnapshotReport): Promise<Uint8Array> =>
  renderDocx(snapshotOutline(report))

/** An outline as a Word document: real headings, lists and table heads, A4, page x of y. */
export const renderDocx = async (outline: Outline): Promise<Uint8Array> => {
  const place: Place = { indent: 0, width: textWidth, lists: { count: 0 }, style: undefined }
  const document = new Document({
    title: xmlText(outline.title),
    creator: 'Leitwand',
    lastModifiedBy: 'Leitwand',
    description: '',
    styles: stylesOf(outline.language),
    numbering,
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { left: page.left, right: page.right, top: page.top, bottom: page.bottom, footer: 567 },
          },
        },
        footers: { default: new Footer({ children: [footerOf(outline)] }) },
        children: outline.blocks.flatMap((block, at) =>
          blocksOf(block, { ...place, keepNext: leadsIn(outline.blocks, at) }),
        ),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const footerOf = ({ footer, page: [page, of] }: Outline): Paragraph =>
  new Paragraph({
    style: 'PageFooter',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [
      ...textRuns({ text: footer }, false),
      new TextRun({ children: [new Tab(), page, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES] }),
    ],
  })

/** A paragraph before a list stays with it. */
const leadsIn = (blocks: readonly OutlineBlock[], at: number) =>
  blocks[at]?.type === 'paragraph' && blocks[at + 1]?.type === 'list'
