import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderDocx, renderSnapshotDocx } from '../../server/export/docx.ts'
import { renderMarkdown, renderSnapshotMarkdown } from '../../server/export/markdown.ts'
import {
  outlineText,
  paragraph,
  writtenBlocks,
  type Outline,
  type OutlineBlock,
} from '#shared/report/outline.ts'
import type { Block } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { snapshotOutline } from '#shared/report/snapshotOutline.ts'
import { buildSnapshotReport } from '#shared/report/snapshotReport.ts'
import { openDocx, textOf } from '../kit/docxText.ts'
import { nodesIn, parseMarkdown, seenText, tableRows } from '../kit/markdownText.ts'
import { edgeNotes, snapshotInput } from '../kit/sampleDay.ts'

const outline = (...blocks: OutlineBlock[]): Outline => ({
  title: 'Test',
  language: 'de',
  footer: '',
  page: ['', ''],
  blocks,
})
/** Space at line ends, tabs and marks of direction may differ; signs may not. */
const signs = (text: string) => text.replace(/[\s\u2066-\u2069]+/g, ' ').trim()
const written = (text: string) => writtenBlocks(parseNoteText(text))
const report = buildSnapshotReport(snapshotInput(edgeNotes))
const markdown = renderSnapshotMarkdown(report)
const seen = signs(seenText(parseMarkdown(markdown)))
const docx = openDocx(await renderSnapshotDocx(report))
const docxSeen = signs(docx.paragraphs.map(textOf).join('\n'))
const visible = edgeNotes.filter(({ text }) => written(text).length > 0)

test.each(visible.map((note) => [note.case, note.text] as const))(
  'X6, X7 edge note %s survives in Markdown and in DOCX',
  (_case, text) => {
    const whole = signs(outlineText(written(text)))
    expect(whole.length).toBeGreaterThan(1)
    expect(seen.includes(whole)).toBe(true)
    expect(docxSeen.includes(whole)).toBe(true)
  },
)

test('X6 notes without text leave no entry', () => {
  expect(edgeNotes.length - visible.length).toBe(3)
  expect(markdown.match(/^- \*\*A-\d+/gm)).toHaveLength(visible.length)
})

describe('X6', () => {
  const allowed = new Set(
    'root heading paragraph text strong emphasis list listItem blockquote break link'.split(' '),
  )
  test('X6 no note becomes markup: no html, code, image, heading or rule of its own, only safe links', () => {
    const nodes = nodesIn(parseMarkdown(markdown))
    expect([...new Set(nodes.map(({ type }) => type))].filter((type) => !allowed.has(type))).toEqual([])
    expect(nodes.filter(({ type }) => type === 'heading')).toHaveLength(
      snapshotOutline(report).blocks.filter(({ type }) => type === 'heading').length,
    )
    for (const node of nodes) if (node.type === 'link') expect(node.url).toMatch(/^(https?|mailto):/)
  })

  const awkward = [
    '29. April',
    '# Titel',
    '#Zukunft',
    '+ 2',
    '- x',
    '1) a',
    '> Zitat',
    '***',
    '---',
    '===',
    '~~~ x',
    '~weg~ ~20',
    '| a | b |',
    '<script>x</script>',
    '<!-- x',
    '&amp; &#42; AT&T',
    '\\&amp; \\*',
    '`code`',
    '![x](y)',
    '[x]: y',
    '[x](javascript:y)',
    '_a_ *b* **c**',
    'a_b_c',
    'x\n    code',
    'Mitarbeiter*innen, Klient*innen',
    'http://a.b/_c_',
    'Ende\\',
    '| --- |',
    ':-- | --:',
    '\t\ttab',
    '&nbsp;',
    '*',
    '_',
    '[ ] x',
    'Setext\n===',
    'a  \nb',
  ]
  const awkwardText = fc.oneof(
    fc.constantFrom(...awkward),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'*_~`|\\<>&#+-.=[]()!:1 a\n') }),
  )
  const span = fc.record(
    {
      text: awkwardText,
      bold: fc.constant(true as const),
      italic: fc.constant(true as const),
      link: fc.constant('https://a.b/c_d*e'),
    },
    { requiredKeys: ['text'] },
  )
  const spans = fc.array(span, { minLength: 1, maxLength: 4 })
  const flat = (text: string) => text.replace(/[\s\u2066-\u2069]+/g, '')

  test('X6 whatever is written parses back to the same text, in paragraphs, lists, headings and tables', () => {
    fc.assert(
      fc.property(spans, (spans) => {
        const blocks = writtenBlocks([{ type: 'paragraph', spans } as Block])
        fc.pre(blocks.length > 0)
        const [block] = blocks
        if (block?.type !== 'paragraph') return
        const text = flat(outlineText([block]))
        const list: OutlineBlock = { type: 'list', ordered: false, items: [[block], [block]] }
        for (const each of [block, list, { type: 'heading', depth: 2, runs: block.runs } as const]) {
          const tree = parseMarkdown(renderMarkdown(outline(each, paragraph({ text: 'danach' }))))
          const twice = each === list ? text + text : text
          expect(flat(seenText(tree))).toBe(`${twice}danach`)
          expect(tree.children).toHaveLength(2)
        }
        const table = renderMarkdown(
          outline({
            type: 'table',
            columns: [
              { title: 'a', weight: 1 },
              { title: 'b', weight: 1 },
            ],
            rows: [[[block], [block]]],
          }),
        )
        expect(
          tableRows(table)[1]?.map((cell) =>
            flat(seenText(parseMarkdown(`x ${cell.replaceAll('\\|', '|')}`))),
          ),
        ).toEqual([`x${text}`, `x${text}`])
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['Mitarbeiter*innen', 'Mitarbeiter\\*innen'],
    ['AT&T und Müller & Söhne', 'AT&T und Müller & Söhne'],
    ['29. April', '29\\. April'],
    ['~weg~, 2~3', '\\~weg\\~, 2\\~3'],
    ['am 29. April (A-07), 5 < 7', 'am 29. April (A-07), 5 < 7'],
    ['50 % von 1.000 € – „ja“', '50 % von 1.000 € – „ja“'],
  ])('X6 %j is escaped no more than needed', (text, expected) => {
    expect(renderMarkdown(outline(...written(text)))).toBe(`${expected}\n`)
  })
})

test('X7 a DOCX stays well-formed with control characters, half characters and hostile links', async () => {
  const text = 'a\u0000\u0007\u000b\u000c\u001b\uFFFE\uD83D b ]]> <w:t> & "x"'
  const runs = [{ text }, { text: 'link', link: 'https://a.b/?x=1&y="<>\u0001\uDC00' }]
  const blocks = (['heading', 'paragraph', 'quote'] as const).map(
    (type) => ({ type, depth: 2, runs }) as OutlineBlock,
  )
  const opened = openDocx(await renderDocx({ ...outline(...blocks), title: text, footer: text }))
  expect(opened.paragraphs.map(textOf)).toEqual([1, 2, 3].map(() => 'a\uFFFD b ]]> <w:t> & "x"link'))
})

test('X9 right-to-left paragraphs are marked; an override ends with its own text', async () => {
  const arabic = edgeNotes.find((note) => note.case === 'arabic-mixed')?.text ?? ''
  const isAbout = (start: string) => docx.paragraphs.filter((xml) => textOf(xml).includes(start))
  const [mixed] = isAbout(arabic.slice(0, 10))
  expect(mixed).toContain('<w:bidi/>')
  const runs = (mixed?.match(/<w:r>[\s\S]*?<\/w:r>/g) ?? []).map((xml) => [
    textOf(xml),
    xml.includes('<w:rtl/>'),
  ])
  expect(runs.map(([text]) => text).join('')).toBe(arabic)
  expect(runs.slice(-2)).toEqual([
    ['A-07 (DRK)', false],
    ['.', true],
  ])
  for (const xml of isAbout('Mitarbeiter*innen')) expect(xml).not.toMatch(/<w:(bidi|rtl)\/>/)
  const [open] = written('Freigabe \u202Etlietre')
  expect(outlineText(open ? [open] : [])).toBe('Freigabe \u202Etlietre\u202C')
  expect(outlineText(written('zu\u202C \u2069viel'))).toBe('zu viel')
})
