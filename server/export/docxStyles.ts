import { AlignmentType, BorderStyle, LevelFormat, type IPropertiesOptions } from 'docx'
import type { Language } from '#shared/template.ts'

/**
 * Arial: Windows and macOS have it, and LibreOffice brings Liberation Sans of the same widths on every machine.
 * Lines and pages break alike everywhere. It holds Latin, Greek, Cyrillic, Arabic and Hebrew.
 */
const font = 'Arial'
export const ink = '19282D'
export const quietInk = '445258'
export const hairline = 'B9BDBE'

/** Twentieths of a point. A4 with 2.5 cm to the left, 2 cm to the right: 16.5 cm of text. */
export const page = { width: 11906, height: 16838, left: 1417, right: 1134, top: 1304, bottom: 1304 }
export const textWidth = page.width - page.left - page.right
/** Where the text of L1 or A-07 begins. */
export const labelWidth = 680
export const listStep = 340

const spoken: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

export const stylesOf = (language: Language): NonNullable<IPropertiesOptions['styles']> => ({
  default: {
    document: {
      run: { font, size: 21, color: ink, language: { value: spoken[language], bidirectional: 'ar-SA' } },
      paragraph: { spacing: { after: 120, line: 283 } },
    },
    title: {
      run: { font, size: 40, bold: true, color: ink },
      paragraph: { spacing: { after: 120, line: 264 }, keepNext: true },
    },
    heading1: headingStyle(0, 28, 400, 120),
    heading2: headingStyle(1, 22, 260, 100),
    heading3: headingStyle(2, 21, 220, 80),
    listParagraph: { paragraph: { contextualSpacing: false } },
    hyperlink: { run: { color: '00596B', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Intro',
      name: 'Intro',
      basedOn: 'Normal',
      next: 'Normal',
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      next: 'Normal',
      run: { color: quietInk },
      paragraph: {
        spacing: { before: 200, after: 200 },
        keepLines: true,
        border: {
          top: { style: BorderStyle.SINGLE, size: 4, color: hairline, space: 6 },
          bottom: { style: BorderStyle.SINGLE, size: 4, color: hairline, space: 6 },
        },
      },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 0, line: 252 } },
    },
    {
      id: 'TableHead',
      name: 'Table Head',
      basedOn: 'TableText',
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    {
      id: 'PageFooter',
      name: 'Page Footer',
      basedOn: 'Normal',
      run: { size: 17, color: quietInk },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
  ],
})

/** Without an outline level LibreOffice shows a paragraph that only looks like a heading. */
function headingStyle(outlineLevel: number, size: number, before: number, after: number) {
  return {
    run: { font, size, bold: true, color: ink, italics: false },
    paragraph: { outlineLevel, spacing: { before, after, line: 264 }, keepNext: true, keepLines: true },
  }
}

const bullets = ['•', '–', '•', '–', '•', '–', '•', '–', '•']
export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: 'bullets',
      levels: bullets.map((text, level) => listLevel(level, LevelFormat.BULLET, text)),
    },
    {
      reference: 'numbers',
      levels: bullets.map((_, level) => listLevel(level, LevelFormat.DECIMAL, `%${level + 1}.`)),
    },
  ],
}
function listLevel(level: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  return {
    level,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: listStep * (level + 1), hanging: listStep } } },
  }
}
