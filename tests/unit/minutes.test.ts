import { expect, test } from 'vitest'
import type { GroupId, NoteRef, ResultId } from '#shared/ids.ts'
import { foldMinutes } from '#shared/plenum/foldMinutes.ts'
import type { MinuteFact } from '#shared/plenum/minute.ts'
import { minuteParts } from '#shared/plenum/minuteParts.ts'
import type { MinuteLine, MinutesAnswer } from '#shared/plenum/minutesAnswer.ts'
import { minutesOutline } from '#shared/plenum/minutesOutline.ts'
import { reportEvent } from '#shared/report/reportEvent.ts'
import { renderDocx } from '../../server/export/docx.ts'
import { renderMarkdown } from '../../server/export/markdown.ts'
import { openDocx, textOf } from '../kit/docxText.ts'
import { parseMarkdown, seenText } from '../kit/markdownText.ts'
import { edgeNotes, samplePlan } from '../kit/sampleDay.ts'
import { hasVisibleText } from '#shared/note.ts'

const event = reportEvent(samplePlan)
const start = Date.UTC(2020, 3, 29, 13, 15)
let count = 0
const line = (at: number, fact: MinuteFact, more: Partial<MinuteLine> = {}): MinuteLine => ({
  id: `m${++count}`,
  at: start + at,
  fact,
  name: '',
  text: '',
  remark: '',
  ...more,
})
const shown = (at: number, name: string, more: Partial<MinuteLine> = {}) =>
  line(at, { kind: 'presented', presented: { kind: 'result', id: name as ResultId } }, { name, ...more })
const minutes = (lines: readonly MinuteLine[], more: Partial<MinutesAnswer> = {}): MinutesAnswer => ({
  title: '',
  remarks: '',
  isFinal: true,
  lines,
  ...more,
})
const print = (lines: readonly MinuteLine[], more: Partial<MinutesAnswer> = {}) =>
  renderMarkdown(minutesOutline(minutes(lines, more), event))

test('P77 quick flips stand with the line in which the search ended; none is dropped', () => {
  const lines = [
    shown(0, 'L1'),
    shown(4_999, 'L2'),
    shown(9_000, 'L3'),
    shown(14_000, 'L4', { remark: 'Hier wurde gelacht' }),
    shown(15_000, 'L5'),
    line(16_000, { kind: 'phase', phase: 'x' }),
    shown(17_000, 'L6'),
  ]
  const folded = foldMinutes(lines)
  expect(folded.map(({ line, brief }) => [line.name, brief.map(({ name }) => name)])).toEqual([
    ['L3', ['L1', 'L2']],
    ['L4', []],
    ['L5', []],
    ['', []],
    ['L6', []],
  ])
  expect(folded.flatMap(({ line, brief }) => [...brief, line])).toEqual(lines)
  expect(print(lines)).toContain('*Dazwischen kurz gezeigt: L1, L2.*')
})

test('P75 lines are read in the order of time with the local time of the event, what was shown and what was counted', () => {
  const markdown = print(
    [
      line(0, { kind: 'phase', phase: 'present' }, { name: 'Vorstellen' }),
      line(
        60_000,
        { kind: 'result', did: 'made', result: 'r1' as ResultId, sources: ['A/a' as NoteRef] },
        { name: 'L1 Zugang nach Bedarf', text: 'Wir fragen zuerst.', notes: ['A-01', 'A-09'] },
      ),
      line(
        120_000,
        { kind: 'consent', did: 'opened', consent: 'c', group: 'A' as GroupId, results: [] },
        { name: 'L1', texts: ['Zugang nach Bedarf\nWir fragen zuerst.'] },
      ),
      line(
        180_000,
        { kind: 'decision', did: 'made', decision: 'd' as never },
        {
          name: 'L1',
          text: 'Einhellig.',
          decision: { outcome: 'adopted', counts: { agree: 45, reservation: 5, objection: 0, abstain: 2 } },
          remark: 'Mit Beifall',
        },
      ),
      line(
        240_000,
        {
          kind: 'fate',
          note: 'A/b' as NoteRef,
          as: 'parked',
          addressee: { levels: [], text: 'Vorstand' },
          reason: '',
        },
        { name: 'A-02', text: 'Beratung per Video' },
      ),
      line(
        300_000,
        { kind: 'points', did: 'closed', vote: 'v' },
        { points: { given: 155, byHand: 5, voters: 52 } },
      ),
      line(360_000, { kind: 'version', did: 'finalised', version: 1 }, { name: 'Fassung 1' }),
    ],
    { remarks: 'Aufgeschrieben von der Moderation.' },
  )
  const lines = markdown.split('\n').filter((text) => text.startsWith('- '))
  expect(lines).toEqual([
    '- **15:15 – Phase:** Vorstellen',
    '- **15:16 – Ergebnis angelegt:** L1 Zugang nach Bedarf – Karten A-01, A-09.',
    '- **15:17 – Alle werden gefragt:** L1',
    '- **15:18 – Entschieden:** L1 – Angenommen. Zustimmung 45, Zustimmung mit Bedenken 5, Einwand 0, Enthaltung 2.',
    '- **15:19 – Verbleib einer Karte:** A-02 – In den Themenspeicher. Geht an: Vorstand.',
    '- **15:20 – Punkte geschlossen** – 155 Punkte von 52 Personen, dazu fünf Sammelpunkte.',
    '- **15:21 – Finalisiert:** Fassung 1',
  ])
  for (const part of [
    '# Protokoll des Plenums – #ZukunftWohlfahrt',
    '## Bemerkungen',
    'Aufgeschrieben von der Moderation.',
    'Zugang nach Bedarf',
    'Einhellig.',
    '*Bemerkung:* Mit Beifall',
  ])
    expect(markdown).toContain(part)
  expect(markdown).not.toContain('noch nicht finalisiert')
  expect(print([], { isFinal: false, title: 'Unser Protokoll' })).toMatch(
    /^# Unser Protokoll\n[\s\S]*noch nicht finalisiert[\s\S]*Noch ist nichts geschehen\./,
  )
})

test('P75 every fact that can happen has words in both languages', () => {
  const results = ['made', 'joined', 'parted', 'linked', 'dissolved', 'restored'] as const
  const proposals = ['made', 'taken', 'adapted', 'declined', 'withdrawn'] as const
  const facts: MinuteFact[] = [
    { kind: 'phase', phase: '' },
    { kind: 'presented', presented: { kind: 'closing' } },
    { kind: 'presented', presented: { kind: 'points' } },
    { kind: 'presented', presented: { kind: 'block', group: 'A' as GroupId } },
    ...results.map((did) => ({ kind: 'result' as const, did, result: 'r' as ResultId, sources: [] })),
    ...proposals.map((did) => ({ kind: 'proposal' as const, did, proposal: 'p', result: 'r' as ResultId })),
    ...(['made', 'settled', 'withdrawn'] as const).map((did) => ({
      kind: 'remark' as const,
      did,
      remark: 'm',
      result: 'r' as ResultId,
    })),
    { kind: 'version', did: 'reopened', version: 2 },
  ]
  for (const language of ['de', 'en'] as const)
    for (const fact of facts) {
      const { what, sentences } = minuteParts(line(0, fact), { ...event, language })
      expect(what, JSON.stringify(fact)).toMatch(/^\p{Lu}/u)
      expect(sentences.join(' ')).not.toContain('undefined')
    }
})

test('X25 nasty texts stand in the exported minutes as they are, in Markdown and DOCX', async () => {
  const lines = edgeNotes
    .filter(({ text }) => hasVisibleText(text))
    .map(({ text }, at) =>
      line(
        at * 60_000,
        { kind: 'presented', presented: { kind: 'closing' } },
        { text, remark: text, name: text.slice(0, 200) },
      ),
    )
  const outline = minutesOutline(
    minutes(lines, { title: '<script>alert(1)</script>', remarks: '**x** | y' }),
    event,
  )
  const seen = seenText(parseMarkdown(renderMarkdown(outline)))
  expect(seen).toContain('<script>alert(1)</script>')
  expect(seen).toContain('**x** | y')
  const { document } = openDocx(await renderDocx(outline))
  expect(textOf(document)).toContain('<script>alert(1)</script>')
  const html = renderMarkdown(outline)
  expect(html).not.toMatch(/^<|[^\\`]<script/m)
})
