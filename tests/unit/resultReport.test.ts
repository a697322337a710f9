import { expect, test } from 'vitest'
import { renderResultMarkdown } from '../../server/export/markdown.ts'
import type { DecisionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { buildResultReport, type ReportInput } from '#shared/report/report.ts'
import { decidedText, type Decision, type Outcome, type Result } from '#shared/result.ts'
import { rawResults, sampleInput, samplePlan } from '../kit/sampleDay.ts'
import { parseMarkdown, seenText, tableRows } from '../kit/markdownText.ts'

const print = (input: ReportInput) => renderResultMarkdown(buildResultReport(input))
const markdown = print(sampleInput())
const lines = markdown.split('\n')
const seen = seenText(parseMarkdown(markdown))
const levelName = (id: string) => samplePlan.levels.find((level) => level.id === id)?.de ?? id
const day = (date: string) => date.split('-').reverse().join('.')
/** The line that prints a result: a list item or a table row. */
const lineOf = (name: string) =>
  lines.find((line) => line.startsWith(`- **${name} `) || line.startsWith(`| ${name} |`)) ?? ''

test.each(rawResults.results.filter(({ state }) => state === 'adopted').map((raw) => [raw.id, raw] as const))(
  'X1 %s of the sample day: wording, title, levels, lead, due, tags and sources',
  (name, raw) => {
    const line = lineOf(name)
    const text = line.replaceAll('**', '')
    expect(text).toContain(raw.wording)
    expect(text).toContain(raw.title)
    const levels = raw.levels.length === 4 ? ['lle Ebenen'] : raw.levels.map(levelName)
    const lead = raw.lead.text ? [raw.lead.text] : raw.lead.levels.map(levelName)
    const due = [raw.due.text, raw.due.date && day(raw.due.date)].filter((part) => part !== null)
    const tags = raw.tags.map(
      (id) => samplePlan.tagSets.flatMap((set) => set.tags).find((tag) => tag.id === id)?.de,
    )
    for (const part of [...levels, ...lead, ...due, ...tags, ...raw.sources]) expect(line).toContain(part)
    if (raw.links.length > 0) expect(line).toContain(`(verwandt: ${raw.links.join(', ')})`)
    if (raw.kind === 'measure') {
      const cells = tableRows(markdown).find(([first]) => first === name) ?? []
      expect(cells[2]).toBe(lead.join(', '))
      expect(cells[3]).toBe(raw.levels.length === 4 ? 'alle Ebenen' : levels.join(', ') || '–')
      expect(cells[4]).toBe(due.join(' '))
    }
  },
)

test('X1 results stand in the order of the day, under their group and kind', () => {
  const places = rawResults.results.filter(({ id }) => id !== 'Z1').map(({ id }) => lines.indexOf(lineOf(id)))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(lines.filter((line) => /^#{2,3} /.test(line))).toEqual([
    '## Auf einen Blick',
    ...samplePlan.groups.flatMap(({ id, title }) => [
      `## ${id}. ${title}`,
      id === 'C' ? '### Leitlinie' : '### Leitlinien',
      '### Maßnahmen',
      '### Beschlüsse',
      '### Offene Punkte',
    ]),
    '## Themenspeicher',
    '## Weitere Schritte',
  ])
  expect(markdown).toContain('| Nr. | Maßnahme | Federführung | Beteiligt | Bis | Quelle |\n| --- | --- |')
})

test('X1 head and overview: what, when, how many, which were merged', () => {
  for (const part of [
    '# Ergebnisse des Plenums – #ZukunftWohlfahrt',
    '**Ein integrativer Ansatz für die DRK-Migrationsarbeit**, 29. April 2020, Plenum 15:15–16:00\u00A0Uhr',
    '52 stimmberechtigte Teilnehmende, vier Moderationen ohne Stimme',
    'Fassung 1, Stand 29.04.2020, 16:02\u00A0Uhr',
    'Es ersetzt keinen Gremienbeschluss: Verbindlich werden Leitlinien und Maßnahmen erst durch die zuständigen Stellen',
    'Aus 142 Karten der vier Arbeitsgruppen kamen 32 ins Plenum. Daraus wurden **10 Leitlinien** und **13 Maßnahmen**.',
    'Ein Vorschlag wurde zurückgestellt.',
    'Vier Doppelungen aus mehreren Gruppen wurden zusammengeführt (L3, M4, M7, M10).',
    '*Zustimmung / Zustimmung mit Bedenken / Einwand / Enthaltung*',
    '*Alle Ebenen. Zusammengeführt aus A-28, B-30, C-27.*',
    'Aus B-17, im Plenum geändert.',
    'Karten dieser Gruppe sind auch in L3, M4, M7 und M10 eingegangen.',
  ])
    expect(markdown).toContain(part)
})

test('X2 decisions name their results, the counts in the order of the options, the outcome and every attempt', () => {
  expect(lines.filter((line) => /^- \*\*(Beschluss|Einzel|Zurück)/.test(line))).toEqual([
    '- **Beschluss Block A (L1–L3, M1–M4):** 45 / 5 / 0 / 2 – angenommen.',
    '- **Beschluss Block B (L4–L6, M5–M7):** 41 / 8 / 0 / 3 – angenommen.',
    '- **Einzelbeschluss L7:** erste Fassung 30 / 12 / 6 / 4 – nicht angenommen. Einwand: „ohne Rechtsgrundlage“ lässt offen, wer das prüft. Geänderte Fassung 38 / 11 / 0 / 3 – angenommen.',
    '- **Beschluss Block C (L8, M8, M9):** 43 / 7 / 0 / 2 – angenommen.',
    '- **Zurückgestellt: Unabhängige Beschwerdestelle** auf Landesebene. *Federführung: Prüfauftrag, Landesverband. Bis: Bericht 31.10.2020. Aus C-20.* 19 / 14 / 13 / 6 – zurückgestellt. Ziel unstrittig, Trägerschaft und Kosten ungeklärt. Prüfauftrag an die Landesverbände, Bericht bis 31.10.2020.',
    '- **Beschluss Block D (L9, L10, M11–M13):** 44 / 6 / 0 / 2 – angenommen.',
    '- **Einzelbeschluss M10:** 40 / 9 / 0 / 3 – angenommen.',
  ])
})

test('X3 reservations, open points with addressee, Themenspeicher and next steps are printed', () => {
  for (const raw of rawResults.results) for (const text of raw.reservations) expect(seen).toContain(text)
  expect(seen.match(/Bedenken \d+( \([LM]\d+\))?:/g)).toHaveLength(4)
  for (const { text, note, to } of [
    ...rawResults.results.flatMap((raw) => raw.openPoints),
    ...rawResults.openPoints,
  ]) {
    const named = text.replace(/(\??)$/, ` (${note})$1`)
    expect(lines).toContain(`- ${named} → ${levelName(to)}`)
  }
  const rows = tableRows(markdown)
  for (const { note, topic, addressee } of rawResults.parkingLot)
    expect(rows).toContainEqual([
      note,
      topic,
      [...addressee.levels.map(levelName), addressee.text].filter(Boolean).join(', '),
    ])
  rawResults.nextSteps.forEach(({ text }, at) => expect(lines).toContain(`${at + 1}. ${text}`))
})

test('X3 a parked note nobody spoke about is printed all the same', () => {
  const input = sampleInput()
  const rows = tableRows(print({ ...input, plenum: { ...input.plenum, parkingLot: [] } }))
  for (const { number } of input.parked)
    expect(rows.some(([note, topic]) => note === number && topic)).toBe(true)
})

const decide = (result: Result, wording: string, outcome: Outcome, at: number): Decision => ({
  id: `x-${at}` as DecisionId,
  at,
  group: result.group,
  results: [{ id: result.id, text: decidedText(result, parseNoteText(wording)), sha256: '' }],
  outcome,
  counts: { agree: at },
  sentence: '',
  withdrawnAt: null,
})

test('X4 what is not decided says so, and has its name; taken-back decisions have no effect', () => {
  const input = sampleInput()
  const decisions = input.decisions.map((decision) => ({ ...decision, withdrawnAt: 1 }))
  const open = print({ ...input, version: null, decisions })
  expect(open.match(/\*\*\(noch nicht entschieden\)\*\*/g)).toHaveLength(rawResults.results.length)
  expect(open).toContain('**Arbeitsstand: Das Plenum ist noch nicht abgeschlossen.**')
  expect(open).toContain('24 Ergebnisse sind noch nicht entschieden.')
  expect(open).not.toContain('angenommen.**')
  expect(open).not.toMatch(/Beschluss Block|Daraus wurden|Zurückgestellt/)
})

test('X4 a rejected result stands aside with its decision', () => {
  const input = sampleInput()
  const m13 = input.results.find(({ id }) => id === 'M13') as Result
  const text = 'Fördermittel-Lotsen in jedem Landesverband'
  const rejected = print({ ...input, decisions: [...input.decisions, decide(m13, text, 'rejected', 99)] })
  expect(rejected).toContain(
    `- **Nicht angenommen: ${text}**. *Federführung: Landesverband. Bis: 30.06.2021. Aus D-06.* 99 / 0 / 0 / 0 – nicht angenommen.`,
  )
  expect(rejected).not.toContain('| M13 |')
  expect(rejected).toContain(`(L9, L10, M11, M12, „${text}“):`)
})

test('X4 changed since its decision: the decided text is printed, marked, with the new text behind it', () => {
  const input = sampleInput()
  const wordings = new Map(input.wordings).set('L2', parseNoteText('Wir beraten **alle**.'))
  const changed = print({ ...input, wordings })
  const old = rawResults.results.find(({ id }) => id === 'L2')?.wording ?? ''
  const at = changed.indexOf('- **L2 – Kernaufgaben.**')
  const item = changed.slice(at, changed.indexOf('- **L3', at))
  expect(item).toContain(`${old} *Kreisverband, Ortsverein. Aus A-03.* **(geändert seit Beschluss)**`)
  expect(item).toContain(
    '*Neuer Text, noch nicht beschlossen:* **Kernaufgaben.** Wir beraten **alle**. *Kreisverband, Ortsverein.*',
  )
  expect(changed).toContain('**Ein Ergebnis ist seit seinem Beschluss geändert.**')
})

test('X4 a decision about a result that was dissolved later keeps its title', () => {
  const input = sampleInput()
  const results = input.results.map((result) => (result.id === 'L8' ? { ...result, dissolvedAt: 1 } : result))
  expect(print({ ...input, results })).toContain('(M8, M9, „Gleicher Kern, örtliche Vielfalt“ (aufgelöst)):')
})
