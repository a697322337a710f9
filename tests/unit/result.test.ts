import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDecidedText } from '#shared/report/decidedText.ts'
import type { DecisionId, GroupId, KindId, LevelId, ResultId } from '#shared/ids.ts'
import type { Block } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import {
  decidedText,
  latestDecision,
  resultNumbers,
  standingOf,
  standingResults,
  titleFrom,
  type Decision,
  type Result,
} from '#shared/result.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import { shippedTemplate } from '../kit/templates.ts'

const plan = parseTemplate(shippedTemplate())
const edge = JSON.parse(readFileSync(new URL('../data/edge-notes.json', import.meta.url), 'utf8')) as {
  notes: { case: string; text: string }[]
}

const result = (id: string, more: Partial<Record<keyof Result, unknown>> = {}): Result => ({
  id: id as ResultId,
  group: 'A' as GroupId,
  order: id,
  kind: 'guideline' as KindId,
  title: `Titel ${id}`,
  sources: [],
  links: [],
  levels: [],
  tags: [],
  lead: { levels: [], text: null },
  due: { date: null, text: null },
  openPoints: [],
  number: null,
  dissolvedAt: null,
  ...(more as Partial<Result>),
})
const decision = (id: string, of: Result, more: Partial<Decision> = {}, wording: Block[] = []): Decision => ({
  id: id as DecisionId,
  at: 1,
  group: of.group,
  results: [{ id: of.id, text: decidedText(of, wording), sha256: '' }],
  outcome: 'adopted',
  counts: {},
  sentence: '',
  withdrawnAt: null,
  ...more,
})
const names = (results: Result[], decisions: Decision[] = []) =>
  Object.fromEntries(resultNumbers(results, decisions, plan))

test('P1 results stand by Leitfrage, kind as in the template and chosen order, whatever order they come in', () => {
  const results = [
    result('m1', { kind: 'measure', order: 'a' }),
    result('l2', { order: 'c' }),
    result('l1', { order: 'b' }),
    result('b1', { group: 'B', order: '1' }),
    result('gone', { dissolvedAt: 5 }),
    result('elsewhere', { group: 'Z' }),
  ]
  const order = ['l1', 'l2', 'm1', 'b1', 'elsewhere']
  fc.assert(
    fc.property(fc.shuffledSubarray(results, { minLength: results.length }), (shuffled) => {
      expect(standingResults(shuffled, plan).map(({ id }) => id)).toEqual(order)
    }),
  )
})

test('P2 L1, M1 … follow the order until they are fixed; deferred and rejected results have none', () => {
  const [a, b, c] = [result('a'), result('b'), result('c', { group: 'B' })]
  const m = result('m', { kind: 'measure' })
  expect(names([c, b, m, a])).toEqual({ a: 'L1', b: 'L2', m: 'M1', c: 'L3' })
  expect(names([a, b, c], [decision('d', b, { outcome: 'deferred' })])).toEqual({ a: 'L1', c: 'L2' })
  expect(names([a, b, c], [decision('d', a, { outcome: 'rejected' }), decision('e', a, { at: 2 })])).toEqual({
    a: 'L1',
    b: 'L2',
    c: 'L3',
  })
})

test('P2 a fixed number stays with its result and is never given again, not even after the result is dissolved', () => {
  const fixed = [
    result('a', { number: 1, order: 'z' }),
    result('b', { number: 2 }),
    result('c', { number: 3, dissolvedAt: 5 }),
  ]
  const fresh = [result('0'), result('n')]
  expect(names([...fixed, ...fresh])).toEqual({ '0': 'L4', a: 'L1', b: 'L2', n: 'L5' })
  const rejected = decision('d', fixed[1] as Result, { outcome: 'rejected' })
  expect(names([...fixed, ...fresh], [rejected])).toMatchObject({ b: 'L2' })
})

test('P3 the latest decision counts; one taken back counts no more, and none ever decides another result', () => {
  const a = result('a')
  const first = decision('d1', a, { outcome: 'deferred', at: 1 })
  const second = decision('d2', a, { outcome: 'adopted', at: 2 })
  expect(latestDecision(a.id, [second, first])?.id).toBe('d2')
  expect(latestDecision(a.id, [{ ...second, withdrawnAt: 3 }, first])?.id).toBe('d1')
  expect(latestDecision('b' as ResultId, [first, second])).toBe(null)
  // Two in the same millisecond: by id, the same everywhere.
  const twin = decision('d3', a, { outcome: 'rejected', at: 2 })
  expect(latestDecision(a.id, [twin, second])?.id).toBe('d3')
  expect(latestDecision(a.id, [second, twin])?.id).toBe('d3')
})

test('P4 what is decided is the text that was shown: every change of it is told, and no other change', () => {
  const wording = parseNoteText('Wir **beraten** in allen Lebenslagen.\n\n- eins\n- zwei')
  const a = result('a', {
    levels: ['local', 'national'],
    lead: { levels: ['local'], text: 'KV' },
    due: { date: '2020-09-30', text: null },
  })
  const adopted = decision('d', a, {}, wording)
  const changed = (of: Result, words = wording) => standingOf(of, words, [adopted]).changed
  expect(standingOf(a, wording, [])).toEqual({ state: 'open', decision: null, changed: false })
  expect(standingOf(a, wording, [adopted])).toEqual({ state: 'adopted', decision: adopted, changed: false })
  // The same to see: other spans, other order of sets, empty paragraphs around it.
  const recut: Block[] = [
    { type: 'paragraph', spans: [{ text: ' ' }] },
    {
      type: 'paragraph',
      spans: [
        { text: 'Wir ' },
        { text: 'be', bold: true },
        { text: 'raten', bold: true },
        { text: '' },
        { text: ' in allen Lebenslagen.' },
      ],
    },
    ...wording.slice(1),
  ]
  expect(changed(a, recut)).toBe(false)
  expect(
    changed({
      ...a,
      levels: [...a.levels].reverse(),
      order: 'x',
      tags: ['t' as never],
      number: 7,
    }),
  ).toBe(false)
  // Anything of what was decided.
  const others: Partial<Result>[] = [
    { title: 'Anders' },
    { kind: 'measure' as KindId },
    { levels: [] },
    { lead: { levels: [], text: 'KV' } },
    { lead: { levels: ['local' as LevelId], text: null } },
    { due: { date: '2020-10-01', text: null } },
    { due: { date: '2020-09-30', text: 'Modell' } },
  ]
  for (const other of others) expect(changed({ ...a, ...other }), JSON.stringify(other)).toBe(true)
  expect(changed(a, parseNoteText('Wir beraten in allen Lebenslagen.\n\n- eins\n- zwei'))).toBe(true)
  expect(changed(a, parseNoteText('Wir **beraten** in allen Lebenslagen.\n\n1. eins\n2. zwei'))).toBe(true)
})

test.each(edge.notes.map(({ case: name, text }) => [name, text]))(
  'P4 a decided text is read back: %s',
  (_, text) => {
    const wording = parseNoteText(text)
    const a = result('a', { title: text.slice(0, 50).toWellFormed(), due: { date: null, text } })
    const json = decidedText(a, wording)
    const read = readDecidedText(json)
    expect(read && decidedText({ ...a, ...read }, read.wording)).toBe(json)
  },
)

test.each([
  '',
  'null',
  '7',
  '{}',
  '[]',
  '{"wording":[]}',
  '{"wording":[["p"]],"title":1,"levels":[],"lead":{"levels":[]},"due":{"date":null}}',
])('P4 %j is no decided text', (json) => {
  expect(readDecidedText(json)).toBe(null)
})

test('P5 a first title: what is bold at the start, else the first words, never half a sign', () => {
  const title = (text: string) => titleFrom(parseNoteText(text))
  expect(title('**Anlaufstelle für alle** – unabhängig vom Status')).toBe('Anlaufstelle für alle')
  expect(title('**Ja** zur Beratung')).toBe('Ja zur Beratung')
  expect(title('Kernaufgaben:\n\n- eins')).toBe('Kernaufgaben')
  expect(title('- eins\n- zwei')).toBe('eins')
  expect(title(`${'Wort '.repeat(40)}Ende`)).toBe(`${'Wort '.repeat(11)}Wort …`)
  expect(title('')).toBe('')
  for (const { text } of edge.notes) {
    expect(title(text)).toBe(title(text).toWellFormed())
    expect(title(text).length).toBeLessThan(700)
  }
  const family = '👨‍👩‍👧‍👦'
  expect(title(family.repeat(100))).toBe(`${family.repeat(30)} …`)
  expect(title(`**${family.repeat(300)}**`)).toBe(family.repeat(160))
})
