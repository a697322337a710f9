import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Vote } from '#shared/day/vote.ts'
import type { NoteRef, ResultId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { changesOutline } from '#shared/report/changesOutline.ts'
import { compareReports } from '#shared/report/compareReports.ts'
import { buildResultReport, type ReportInput } from '#shared/report/report.ts'
import { redactReport } from '#shared/report/redactReport.ts'
import { renderDocx, renderResultDocx } from '../../server/export/docx.ts'
import { renderMarkdown, renderResultMarkdown } from '../../server/export/markdown.ts'
import { openDocx, textOf } from '../kit/docxText.ts'
import { parseMarkdown, seenText, tableRows } from '../kit/markdownText.ts'
import { edgeNotes, sampleInput } from '../kit/sampleDay.ts'

const { results: raw } = JSON.parse(
  readFileSync(new URL('../../server/demo/sample-results.json', import.meta.url), 'utf8'),
) as { results: { id: string; points: number | null }[] }

const given = Object.fromEntries(raw.flatMap(({ id, points }) => (points === null ? [] : [[id, points]])))
const voteOf = (totals: Record<string, number>, more: Partial<Vote> = {}): Vote => ({
  id: 'v1',
  stage: 'plenum',
  kind: 'points',
  items: Object.keys(totals),
  budget: 3,
  most: 1,
  openedAt: 1,
  closedAt: 2,
  byHand: {},
  tally: { voters: 52, totals, spread: {}, byLevel: [] },
  ...more,
})
const reportWith = (more: Partial<ReportInput>) => buildResultReport({ ...sampleInput(), ...more })
const print = (more: Partial<ReportInput>) => renderResultMarkdown(reportWith(more))
const docxText = (bytes: Uint8Array) => textOf(openDocx(bytes).document)
const ranks = (markdown: string) => {
  const rows = tableRows(markdown)
  const head = rows.findIndex((cells) => cells[0] === 'Rang')
  return rows.slice(
    head + 1,
    rows.findIndex((cells, at) => at > head && cells[0] === 'Nr.'),
  )
}

test('X20 the points of the sample day are printed as the expected document has them', () => {
  const markdown = print({ points: voteOf(given) })
  const lines = markdown.split('\n')
  expect(markdown).toContain('### Vorrang der Maßnahmen')
  expect(markdown).toContain(
    'Drei Punkte pro Person, höchstens einer je Maßnahme; 155 von 156 Punkten vergeben.',
  )
  expect(ranks(markdown)).toEqual([
    ['1', 'M10 Brückenfonds und gemeinsames Beschäftigungsrisiko', '29'],
    ['2', 'M2 Rollenmatrix auf einer Seite', '26'],
    ['3', 'M7 Gemeinsames Lagebild und Wirkungsnachweis', '21'],
    ['4', 'M8 Mindeststandards auf zwei Seiten je Angebotstyp', '17'],
    ['5', 'M4 Hauptamtliche Ehrenamtskoordination', '16'],
    ['6–13', 'M12 (12), M11 (9), M5 (8), M9 (6), M13 (5), M3 (3), M6 (2), M1 (1)', '46'],
  ])
  // After the overview, before the first group.
  expect(lines.indexOf('### Vorrang der Maßnahmen')).toBeLessThan(
    lines.findIndex((line) => line.startsWith('## A. ')),
  )
})

test('X20 equal sums share a rank, what got nothing is kept, hands are counted in and told', () => {
  const markdown = print({
    points: voteOf({ M1: 4, M2: 4, M3: 2, M4: 0, M5: 1, M6: 1, M7: 1, M8: 0 }, { byHand: { M3: 3 } }),
  })
  expect(markdown).toContain('13 von 156 Punkten vergeben, dazu drei Sammelpunkte (mitgezählt).')
  expect(ranks(markdown).map(([rank, name, points]) => [rank, name?.split(' ')[0], points])).toEqual([
    ['1', 'M3', '5'],
    ['2', 'M1', '4'],
    ['2', 'M2', '4'],
    ['4', 'M5', '1'],
    ['4', 'M6', '1'],
    ['4', 'M7', '1'],
    ['7–8', 'M4', '0'],
  ])
  expect(ranks(markdown).at(-1)?.[1]).toBe('M4 (0), M8 (0)')
})

test('X20 without a closed vote, or where nobody gave anything, nothing is said of points; older versions print', () => {
  for (const points of [null, voteOf(given, { tally: null, closedAt: null }), voteOf({ M1: 0, M2: 0 })])
    expect(print({ points })).not.toContain('Vorrang')
  const { points: _points, ...older } = reportWith({ points: voteOf(given) })
  expect(renderResultMarkdown(older)).not.toContain('Vorrang')
  // More was given than those who are still there could give: nothing is claimed.
  expect(print({ points: voteOf(given), people: { members: 40, moderators: 4, levels: 4 } })).toContain(
    '; 155 Punkten vergeben.',
  )
})

test('X20, X25 DOCX says the same as Markdown', async () => {
  const report = reportWith({ points: voteOf(given) })
  const text = docxText(await renderResultDocx(report))
  for (const part of ['Vorrang der Maßnahmen', '155 von 156 Punkten', 'M12 (12), M11 (9)', '6–13'])
    expect(text).toContain(part)
})

test('X21 reservations and objections are numbered notes at their result; an objection says what became of it', () => {
  const markdown = print({})
  const lines = markdown.split('\n').filter((line) => /^- \*(Bedenken|Einwand)/.test(line))
  expect(lines[0]).toBe(
    '- *Bedenken 1:* Die halbe Stelle (M4) ist in kleinen Kreisverbänden ohne Sockelbetrag nicht leistbar; deshalb als Ziel formuliert.',
  )
  expect(lines.find((line) => line.startsWith('- *Einwand'))).toMatch(
    /^- \*Einwand \d+ \(L7\):\* .+ Der Text wurde geändert\.$/,
  )
  const numbers = lines.map((line) => Number(/\d+/.exec(line)?.[0]))
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('X22 marked notes without a result are printed with what was said; those for the Themenspeicher in its table', () => {
  const input = sampleInput()
  const loose = input.gathered.find(({ number }) => number === 'A-03')?.ref as NoteRef
  const results = input.results.map((result) => (result.id === 'L2' ? { ...result, dissolvedAt: 5 } : result))
  const nobody = { levels: [], text: null }
  const said = (kind: 'declined' | 'parked', reason = '') => [
    { note: loose, kind, addressee: { ...nobody, text: 'Vorstand' }, reason, at: 1 },
  ]
  expect(print({ results })).toMatch(/### Karten ohne Ergebnis\n\n- A-03 .+ → noch ohne Verbleib/)
  expect(print({ results, fates: said('declined', 'Steht schon in L1') })).toMatch(
    /- A-03 .+ → nicht aufgenommen: Steht schon in L1/,
  )
  const parked = print({ results, fates: said('parked') })
  expect(parked).not.toContain('Karten ohne Ergebnis')
  expect(parked).toMatch(/\| A-03 \| .+ \| Vorstand \|/)
  const report = redactReport(buildResultReport({ ...input, results, fates: said('declined', 'X') }), 'A-03')
  expect(renderResultMarkdown(report)).toMatch(/- A-03 \\?\[gelöscht\\?\] → nicht aufgenommen: X/)
})

const changed = (): ReportInput => {
  const input = sampleInput()
  const wordings = new Map(input.wordings)
  const text = plainText(wordings.get('L2') ?? [])
  wordings.set('L2', parseNoteText(text.replace('in allen Lebenslagen', 'in jeder Lebenslage')))
  return {
    ...input,
    wordings,
    results: input.results
      .filter(({ id }) => id !== 'M13')
      .map((result) =>
        result.id === 'M9' ? { ...result, due: { date: '2021-02-01', text: 'Start' } } : result,
      ),
    plenum: { ...input.plenum, nextSteps: [...input.plenum.nextSteps, 'Danke sagen.'] },
    version: { number: 2, at: Date.UTC(2020, 3, 29, 15) },
  }
}

test('X23 of two versions exactly what differs is told, result by result and field by field', () => {
  const before = reportWith({})
  const after = buildResultReport(changed())
  const { results, others, same } = compareReports(before, after)
  expect(results.map(({ name, what }) => [name, what])).toEqual([
    ['L2', 'changed'],
    ['M9', 'changed'],
    ['M13', 'gone'],
  ])
  expect(results[0]?.fields.map(({ label }) => label)).toEqual(['Wortlaut'])
  expect(results[1]?.fields).toEqual([
    { label: 'Bis', before: 'Start in zwei Ländern 31.01.2021', after: 'Start 01.02.2021', isProse: false },
  ])
  expect(others.map(({ label }) => label)).toEqual(['Weitere Schritte'])
  expect(same).toBe(
    before.groups.flatMap(({ sections, aside }) => [...sections.flatMap((s) => s.results), ...aside]).length -
      3,
  )
  expect(compareReports(after, before).results.find(({ id }) => id === ('M13' as ResultId))?.what).toBe(
    'added',
  )
  expect(compareReports(before, before)).toMatchObject({ results: [], others: [] })
})

test('X23 word by word, what is gone is struck and what is new underlined, in Markdown and DOCX', async () => {
  const outline = changesOutline(reportWith({}), buildResultReport(changed()))
  const markdown = renderMarkdown(outline)
  expect(markdown).toContain('# Änderungen – #ZukunftWohlfahrt')
  expect(markdown).toContain('## L2 Kernaufgaben')
  expect(markdown).toContain('in <del>allen Lebenslagen</del><ins>jeder Lebenslage</ins>')
  expect(markdown).toContain('## M13 Fördermittel-Lotsen in jedem Landesverband (entfallen)')
  expect(markdown).toContain('<ins>Danke sagen.</ins>')
  expect(seenText(parseMarkdown(markdown))).toContain('Fassung 2')
  const text = docxText(await renderDocx(outline))
  for (const part of ['L2 Kernaufgaben', 'allen Lebenslagen', 'jeder Lebenslage', 'Danke sagen.'])
    expect(text).toContain(part)
  expect(renderMarkdown(changesOutline(reportWith({}), reportWith({})))).toContain('Beide sind gleich.')
})

test('X25 nasty texts pass through a comparison as they are, and nothing in them becomes a mark', async () => {
  const before = reportWith({})
  for (const { case: name, text } of edgeNotes) {
    const wordings = new Map(sampleInput().wordings).set('L2', [{ type: 'paragraph', spans: [{ text }] }])
    const outline = changesOutline(before, reportWith({ wordings }))
    const markdown = renderMarkdown(outline)
    const tags = [...markdown.matchAll(/(?<!\\)<\/?([a-z]+)/g)].map(([, tag]) => tag)
    expect(new Set(tags), name).toEqual(new Set(tags.filter((tag) => tag === 'ins' || tag === 'del')))
    if (text.length < 5000) docxText(await renderDocx(outline))
  }
})
