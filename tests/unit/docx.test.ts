import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { renderDocx, renderResultDocx, renderSnapshotDocx } from '../../server/export/docx.ts'
import { renderMarkdown } from '../../server/export/markdown.ts'
import type { KindId } from '#shared/ids.ts'
import { outlineText, paragraph, type Outline, type OutlineBlock } from '#shared/report/outline.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import { buildResultReport } from '#shared/report/report.ts'
import { resultOutline } from '#shared/report/reportOutline.ts'
import type { Result } from '#shared/result.ts'
import { snapshotOutline } from '#shared/report/snapshotOutline.ts'
import { buildSnapshotReport } from '#shared/report/snapshotReport.ts'
import { openDocx, textOf } from '../kit/docxText.ts'
import { parseMarkdown, seenText } from '../kit/markdownText.ts'
import { edgeNotes, rawNotes, sampleInput, sampleResults, snapshotInput } from '../kit/sampleDay.ts'

const report = buildResultReport(sampleInput())
const bytes = await renderResultDocx(report)
const { parts, document, paragraphs } = openDocx(bytes)

test('X8 headings are real, tables have heads, lists are lists, each with numbers of its own', () => {
  const styled = (style: string) =>
    paragraphs.filter((xml) => xml.includes(`<w:pStyle w:val="${style}"/>`)).map(textOf)
  expect(styled('Title')).toEqual(['Ergebnisse des Plenums – #ZukunftWohlfahrt'])
  expect(styled('Heading1')).toHaveLength(7)
  expect(styled('Heading2')).toContain('Leitlinien')
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(5)
  expect(document.match(/<w:tblLook [^>]*w:firstRow="(true|1)"/g)).toHaveLength(5)
  expect(new Set(document.match(/<w:numId w:val="\d+"\/>/g)).size).toBe(10)
  // LibreOffice takes a heading for one by its outline level, not by its name.
  const styles = parts['word/styles.xml']?.match(/<w:style [\s\S]*?<\/w:style>/g) ?? []
  for (const depth of [1, 2, 3]) {
    const style = styles.find((xml) => xml.includes(`w:styleId="Heading${depth}"`))
    expect(style).toContain(`<w:outlineLvl w:val="${depth - 1}"/>`)
    expect(style).toContain('<w:keepNext/>')
  }
})

test('X8 two numbered lists both begin with one', async () => {
  const list: OutlineBlock = {
    type: 'list',
    ordered: true,
    items: [[paragraph({ text: 'a' })], [paragraph({ text: 'b' })]],
  }
  const outline = {
    title: 'x',
    language: 'de' as const,
    footer: '',
    page: ['', ''] as const,
    blocks: [list, paragraph({ text: 'x' }), list],
  }
  const ids = openDocx(await renderDocx(outline)).document.match(/<w:numId w:val="\d+"\/>/g) ?? []
  expect(ids).toHaveLength(4)
  expect(new Set(ids).size).toBe(2)
})

test('X8 language, title, A4 and page numbers are set', () => {
  expect(parts['word/styles.xml']).toContain('w:val="de-DE"')
  expect(parts['docProps/core.xml']).toContain(
    '<dc:title>Ergebnisse des Plenums – #ZukunftWohlfahrt</dc:title>',
  )
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  const footer = Object.entries(parts).find(([name]) => /footer\d\.xml$/.test(name))?.[1] ?? ''
  expect(textOf(footer)).toContain('Seite ')
  expect(footer).toMatch(/PAGE[\s\S]* von [\s\S]*NUMPAGES/)
})

const list = (ordered: boolean, ...items: OutlineBlock[][]): OutlineBlock => ({
  type: 'list',
  ordered,
  items,
})
const text = (text: string): OutlineBlock => paragraph({ text })
const nested = list(
  true,
  [text('eins'), list(false, [text('zwei'), text('drei')], [list(true, [text('vier')])])],
  [text('fünf')],
)
const crowded: Outline = {
  title: 'x',
  language: 'de',
  footer: '',
  page: ['', ''],
  blocks: [
    { type: 'quote', runs: [{ text: 'sechs' }] },
    nested,
    {
      type: 'entries',
      items: [
        { label: 'A', blocks: [nested, text('sieben')] },
        { label: 'B', blocks: [text('acht')] },
      ],
    },
  ],
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')
test.each([
  ['nested lists', crowded],
  ['results', resultOutline(report)],
  ['edge notes', snapshotOutline(buildSnapshotReport(snapshotInput(edgeNotes)))],
])('X12 Markdown and DOCX say the same in the same order: %s', async (_name, outline) => {
  const markdown = letters(seenText(parseMarkdown(renderMarkdown(outline))))
  const docx = letters(
    openDocx(await renderDocx(outline))
      .paragraphs.map(textOf)
      .join('\n'),
  )
  expect(docx === markdown).toBe(true)
  expect(docx.length).toBeGreaterThan(letters(outlineText(outline.blocks)).length * 0.99)
})

const office = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
  .find((path) => existsSync(path))

test.skipIf(!office)(
  'X10 LibreOffice opens both documents and shows their text and headings',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitwand-'))
    try {
      writeFileSync(join(folder, 'result.docx'), bytes)
      writeFileSync(
        join(folder, 'photo.docx'),
        await renderSnapshotDocx(buildSnapshotReport(snapshotInput(rawNotes))),
      )
      const own = `-env:UserInstallation=file://${folder}/profile`
      const files = ['result.docx', 'photo.docx'].map((name) => join(folder, name))
      execFileSync(
        office as string,
        [own, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, ...files],
        { stdio: 'ignore' },
      )
      execFileSync(
        office as string,
        [own, '--headless', '--convert-to', 'fodt', '--outdir', folder, join(folder, 'result.docx')],
        { stdio: 'ignore' },
      )
      const read = (name: string) => execFileSync('cat', [join(folder, name)], { encoding: 'utf8' })
      expect(letters(read('result.txt'))).toContain(
        letters('Beschluss Block A (L1–L3, M1–M4): 45 / 5 / 0 / 2 – angenommen.'),
      )
      const headings = read('result.fodt').match(/<text:h [^>]*text:outline-level="[12]"/g)
      expect(headings?.length).toBeGreaterThan(7)
      for (const { title } of sampleResults()) expect(letters(read('result.txt'))).toContain(letters(title))
      for (const raw of rawNotes) expect(read('photo.txt')).toContain(raw.id)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
if (!office) console.info('X10 skipped: neither soffice nor libreoffice is in PATH')

test('X11 another template prints well: English, no levels, no tags, no options, kinds of its own', () => {
  const plan = parseTemplate({
    schemaVersion: 1,
    id: 'retreat',
    title: 'Team retreat',
    language: 'en',
    date: '2027-03-05',
    timezone: 'Europe/London',
    start: '09:00',
    end: '12:00',
    groups: [
      { id: 'North', title: 'Ways of working', questions: [{ id: 'q1', text: 'What now?' }] },
      { id: 'South', title: 'Tools', questions: [{ id: 'q2', text: 'Which ones?' }] },
    ],
    noteKinds: [
      { id: 'thought', de: 'Gedanke', en: 'Thought', isDefault: true },
      { id: 'policy', de: 'Regel', en: 'Policy', letter: 'P', isResult: true },
      { id: 'task', de: 'Aufgabe', en: 'Task', letter: 'T', isResult: true },
    ],
  })
  const [first] = sampleResults()
  const make = (id: string, kind: string, more: Partial<Result>): Result =>
    ({
      ...(first as Result),
      id,
      kind: kind as KindId,
      group: 'North',
      sources: [],
      levels: [],
      tags: [],
      title: `Title ${id}`,
      ...more,
    }) as Result
  const results = [
    make('a', 'policy', { order: '1' }),
    make('b', 'policy', { order: '2', lead: { levels: [], text: null } }),
    make('c', 'task', { order: '3', due: { date: '2027-04-30', text: null } }),
  ]
  const none = { gathered: [], parked: [], decisions: [], remarks: [], people: { members: 1, moderators: 0 } }
  const plenum = { state: 'open' as const, version: 0, openPoints: [], parkingLot: [], nextSteps: [] }
  const wordings = new Map(results.map(({ id }) => [id, parseNoteText(`We do ${id}`)]))
  const printed = renderMarkdown(
    resultOutline(
      buildResultReport({ ...none, plan, version: null, notesTotal: 9, results, wordings, plenum }),
    ),
  )
  expect(printed).toBe(`# Results of the plenary – Team retreat

5 March 2027

One voting participant

**Working state: the plenary is not finalised yet.**

> Working results of the event. They do not replace a decision of any body: Policies and Tasks become binding only through the bodies in charge.

## At a glance

- Of 9 notes from the two groups, none went to the plenary.
- **Three results are not decided yet.**

## North: Ways of working

### Policies

- **P1 – Title a.** We do a. **(not decided yet)**
- **P2 – Title b.** We do b. **(not decided yet)**

### Task

| No. | Task | By |
| --- | --- | --- |
| T1 | **Title c.** We do c. **(not decided yet)** | 30 Apr 2027 |

## South: Tools

There are no results from this group.
`)
})
