import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainText } from '#shared/note.ts'
import type { ConsentsAnswer } from '#shared/plenum/consentAnswer.ts'
import type { Lead } from '#shared/result.ts'
import type { ReportResult, ResultReport } from '#shared/report/report.ts'
import { readConfig } from '../../server/config.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import { playSampleDay, type Codes } from '../../server/demo/playSampleDay.ts'
import { readSampleDay } from '../../server/demo/sampleDay.ts'
import { startServer } from '../../server/startServer.ts'
import { linksOnDisk } from '../rehearse/linksOnDisk.ts'

/** Of issue and event: what the Plenum of the sample day decided, as people would read it. */
const expected = readFileSync(new URL('../data/expected-plenum.md', import.meta.url), 'utf8')
const day = readSampleDay()
const dataDir = mkdtempSync(join(tmpdir(), 'leitwand-dry-run-'))
const told: string[] = []
let report: ResultReport
let markdown = ''
let minutes = ''
let people: string[] = []
let consents: ConsentsAnswer

beforeAll(async () => {
  const environment = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
  const running = await startServer(readConfig(environment))
  const codes = Object.fromEntries(running.links.map(({ role, code }) => [role, code])) as Codes
  await playSampleDay(running.origin, codes, (line) => told.push(line))
  const staff = await Attendee.join(running.origin, codes.staff, 'Redaktion')
  report = JSON.parse(await staff.getText('/export/results.json?version=1')) as ResultReport
  markdown = await staff.getText('/export/results.md?version=1')
  minutes = await staff.getText('/export/minutes.md')
  consents = await staff.get<ConsentsAnswer>('/plenum/consents')
  people = (await staff.get<{ people: { id: string }[] }>('/people')).people.map(({ id }) => id)
  staff.leave()
  await running.close()
}, 120_000)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const toldOf = (what: string) => told.find((line) => line.startsWith(what)) ?? ''
const resultsIn = ({ groups }: ResultReport): ReportResult[] =>
  groups.flatMap(({ sections, aside }) => [...sections.flatMap(({ results }) => results), ...aside])
const nameIn = ({ name }: ReportResult) => name ?? 'Z1'

test('P80 fifty-two people on real connections: 32 notes, 4 merges, 20 proposals, 8 decisions, 155 points', () => {
  expect(toldOf('People')).toContain('52 members')
  expect(toldOf('Plenum')).toContain('32 notes gathered')
  expect(toldOf('Proposals')).toMatch(/ 20$/)
  expect(toldOf('Decisions')).toContain('8, on all 52 phones')
  expect(toldOf('Points')).toContain('155 of 156')
  expect(report.merged).toEqual(['L3', 'M4', 'M7', 'M10'])
})

test('P80 of the four known doubles at least three are among the first ten that are proposed', () => {
  const [found = ''] = /Across\s+(.*) of /.exec(toldOf('Across'))?.slice(1) ?? []
  expect(found.split(' ').filter(Boolean).length).toBeGreaterThanOrEqual(3)
})

test('P81 the result document says as data what the sample says, counts included', () => {
  const { plenum } = day
  expect({
    people: report.people.members,
    moderators: report.people.moderators,
    notes: report.counts.notes,
    marked: report.counts.marked,
    guidelines: report.counts.byKind.find(({ kind }) => kind === 'guideline')?.count,
    measures: report.counts.byKind.find(({ kind }) => kind === 'measure')?.count,
    deferred: report.counts.deferred,
    others: [report.counts.rejected, report.counts.undecided, report.counts.changed],
    given: report.points?.given,
    available: report.points?.available,
  }).toEqual({
    people: plenum.eligible,
    moderators: plenum.moderatorsWithoutVote,
    notes: plenum.notesTotal,
    marked: plenum.notesForPlenum,
    guidelines: plenum.guidelines,
    measures: plenum.measures,
    deferred: plenum.deferred,
    others: [0, 0, 0],
    given: plenum.points.given,
    available: plenum.points.available,
  })
  const printed = resultsIn(report)
  const byName = new Map(printed.map((result) => [nameIn(result), result]))
  expect([...byName.keys()].sort()).toEqual(day.results.map(({ id }) => id).sort())
  const points = new Map(report.points?.ranks.map(({ name, points }) => [name, points]))
  for (const sample of day.results) {
    const result = byName.get(sample.id) as ReportResult
    const remarks = (isObjection: boolean) =>
      result.remarks.filter((remark) => remark.isObjection === isObjection)
    expect({
      state: result.state,
      kind: result.kind,
      title: result.title,
      wording: plainText(result.wording),
      sources: result.sources.map(({ number }) => number),
      links: result.links.map(({ number }) => number),
      levels: [...result.levels].sort(),
      tags: [...result.tags].sort(),
      lead: result.lead satisfies Lead,
      due: result.due,
      points: points.get(sample.id) ?? null,
      reservations: remarks(false).map(({ text }) => text),
      objections: remarks(true).map(({ text, settled }) => [text, settled?.how]),
      amended: result.amended,
    }).toEqual({
      state: sample.state,
      kind: sample.kind,
      title: sample.title,
      wording: sample.wording,
      sources: sample.sources,
      links: sample.links,
      levels: [...sample.levels].sort(),
      tags: [...sample.tags].sort(),
      lead: sample.lead,
      due: sample.due,
      points: sample.points,
      reservations: sample.reservations,
      objections: sample.objections.map(({ text, outcome }) => [
        text,
        outcome === 'resolved' ? 'changed' : outcome,
      ]),
      amended: sample.proposals.length > 0,
    })
  }
})

test('P81 decisions, open points, Themenspeicher and next steps stand there as in the sample', () => {
  const names = new Map(resultsIn(report).map((result) => [result.id, nameIn(result)]))
  const attempts = report.groups.flatMap(({ decisions }) =>
    decisions.flatMap(({ results, attempts }) =>
      attempts.map(({ counts, outcome }) => ({
        results: results.map(({ id }) => names.get(id)),
        counts,
        outcome,
      })),
    ),
  )
  const key = (decision: { results: readonly (string | undefined)[]; counts: unknown }) =>
    JSON.stringify([decision.results, decision.counts])
  expect(attempts.map((one) => [key(one), one.outcome]).sort()).toEqual(
    day.decisions.map((one) => [key(one), one.outcome === 'not-adopted' ? 'open' : one.outcome]).sort(),
  )
  const said = day.results.flatMap(({ openPoints }) => openPoints)
  expect(
    report.groups.flatMap(({ openPoints }) => openPoints.map(({ text, note }) => [text, note])).sort(),
  ).toEqual([...said, ...day.openPoints].map(({ text, note }) => [text, note]).sort())
  expect(report.parkingLot.map(({ note, topic, addressee }) => ({ note, topic, addressee }))).toEqual(
    day.parkingLot,
  )
  expect(report.nextSteps).toEqual(day.nextSteps.map(({ text }) => text))
})

test('P82 the printed document says the figures of the expected one, line for line', () => {
  const cells = (text: string) => text.replaceAll('*', '').replaceAll(/\s+/g, ' ').trim()
  const wanted = [
    ...expected.matchAll(/^\| [\d–]+ \| .*$/gm),
    ...expected.matchAll(/^- Vier Doppelungen.*$/gm),
    ...expected.matchAll(/^Drei Punkte pro Person.*$/gm),
    ...expected.matchAll(/Beschluss Block \w \(.*?\):\*\* [\d/ ]+ – \w+/g),
    ...expected.matchAll(/(erste|Geänderte) Fassung [\d/ ]+ – (nicht )?angenommen/g),
    ...expected.matchAll(/Einzelbeschluss M10:\*\* [\d/ ]+ – \w+/g),
  ].map(([line]) => cells(line))
  expect(wanted).toHaveLength(6 + 1 + 1 + 4 + 2 + 1)
  const printed = cells(markdown)
  expect(wanted.filter((line) => !printed.includes(line))).toEqual([])
  // Of every measure: until when, and from which notes.
  const rows = [...expected.matchAll(/^\| (M\d+) \|.*\| (.*?) \| (.*?) \|$/gm)]
  expect(rows).toHaveLength(13)
  const lines = markdown.split('\n')
  for (const [, name, due = '', sources = ''] of rows) {
    const line = lines.find((one) => one.startsWith(`| ${name} |`)) ?? ''
    expect(cells(line).endsWith(`| ${due} | ${sources} |`), `${name}: ${line}`).toBe(true)
  }
})

test('P83 the minutes have written themselves: what was shown, proposed, asked and decided', () => {
  for (const group of day.groups) expect(minutes).toContain(`${group.id} `)
  for (const { wording } of day.results) expect(minutes).toContain(wording)
  expect(minutes).toContain('Zustimmung 30, Zustimmung mit Bedenken 12, Einwand 6, Enthaltung 4')
  expect(minutes).toContain('Zustimmung 38, Zustimmung mit Bedenken 11, Einwand 0, Enthaltung 3')
  expect(minutes.match(/ – Änderungsvorschlag:/g) ?? []).toHaveLength(20)
})

test('P84 no file of the store leads from a person to what they answered or gave', () => {
  const asked = consents.past.map(({ id }) => id)
  expect(asked).toHaveLength(8)
  expect(people.length).toBeGreaterThan(52)
  expect(linksOnDisk(dataDir, people, asked)).toEqual([])
})
