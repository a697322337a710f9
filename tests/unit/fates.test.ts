import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DecisionId, GroupId, KindId, LevelId, NoteRef, ResultId } from '#shared/ids.ts'
import { fateKinds, type Fate } from '#shared/plenum/fate.ts'
import { fatesOf, type FatedNote, type NoteFate } from '#shared/plenum/fateOf.ts'
import { fateSentences } from '#shared/plenum/fateSentences.ts'
import { reportEvent } from '#shared/report/reportEvent.ts'
import { newPlenum, outcomes, type Decision, type PlenumState, type Result } from '#shared/result.ts'
import { sampleInput, samplePlan } from '../kit/sampleDay.ts'

const refs = ['A/a', 'A/b', 'A/c', 'B/d', 'B/e'] as NoteRef[]
const nobody = { levels: [], text: null }
const result = (id: string, more: Partial<Result> = {}): Result => ({
  id: id as ResultId,
  group: 'A' as GroupId,
  order: id,
  kind: 'measure' as KindId,
  title: `Titel ${id}`,
  sources: [],
  links: [],
  levels: [],
  tags: [],
  lead: nobody,
  due: { date: null, text: null },
  openPoints: [],
  number: null,
  dissolvedAt: null,
  ...more,
})
const decision = (id: string, outcome: Decision['outcome'], at = 1): Decision => ({
  id: `d${id}${at}` as DecisionId,
  at,
  group: 'A' as GroupId,
  results: [{ id: id as ResultId, text: '', sha256: '' }],
  outcome,
  counts: {},
  sentence: 'Weil es so ist',
  withdrawnAt: null,
})
const marked = (ref: NoteRef): FatedNote => ({ ref, isMarked: true, isWithdrawn: false, isParked: false })
type World = {
  readonly results?: readonly Result[]
  readonly decisions?: readonly Decision[]
  readonly fates?: readonly Fate[]
  readonly plenum?: Partial<PlenumState>
}
const fateIn = ({ results = [], decisions = [], fates = [], plenum = {} }: World) =>
  fatesOf({ plan: samplePlan, results, decisions, fates, plenum: { ...newPlenum, ...plenum } })
const said = (note: NoteRef, kind: Fate['kind'], more: Partial<Fate> = {}): Fate => ({
  note,
  kind,
  addressee: nobody,
  reason: '',
  at: 1,
  ...more,
})
const [a, b, c, d, e] = refs as [NoteRef, NoteRef, NoteRef, NoteRef, NoteRef]
const event = reportEvent(samplePlan)
const sentences = (fate: NoteFate) => fateSentences({ fate, mergedInto: null }, event).join(' ')

test('P70 adopted, merged, deferred and declined follow from the results and their latest decision', () => {
  const results = [
    result('r1', { sources: [a] }),
    result('r2', { sources: [b, c] }),
    result('r3', { sources: [d] }),
    result('r4', { sources: [e] }),
  ]
  const fateOf = fateIn({
    results,
    decisions: [
      decision('r1', 'rejected'),
      decision('r1', 'adopted', 2),
      decision('r2', 'adopted'),
      decision('r3', 'deferred'),
      decision('r4', 'rejected'),
    ],
  })
  expect(refs.map((ref) => fateOf(marked(ref)).kind)).toEqual([
    'adopted',
    'merged',
    'merged',
    'deferred',
    'declined',
  ])
  expect(refs.map((ref) => sentences(fateOf(marked(ref))))).toEqual([
    'Angenommen in M1.',
    'Mit anderen Karten zusammengeführt und angenommen in M2.',
    'Mit anderen Karten zusammengeführt und angenommen in M2.',
    'Zurückgestellt mit „Titel r3“. Grund: Weil es so ist.',
    'Nicht angenommen mit „Titel r4“. Grund: Weil es so ist.',
  ])
})

test('P70 what is not decided, was taken back or dissolved leaves its notes open', () => {
  const decisions = [{ ...decision('r1', 'adopted'), withdrawnAt: 5 }, decision('r2', 'open')]
  const results = [
    result('r1', { sources: [a] }),
    result('r2', { sources: [b] }),
    result('r3', { sources: [c], dissolvedAt: 4 }),
  ]
  const fateOf = fateIn({ results, decisions })
  expect([a, b, c, d].map((ref) => fateOf(marked(ref)).kind)).toEqual(['open', 'open', 'open', 'open'])
  expect([a, c].map((ref) => fateOf(marked(ref)).result?.name ?? null)).toEqual(['M1', null])
})

test('P70 what was said about a note itself, the Themenspeicher with its addressee, and what merely names it', () => {
  const to = { levels: ['national' as LevelId], text: null }
  const fateOf = fateIn({
    results: [result('r1', { links: [d], openPoints: [{ text: 'Wer zahlt?', note: e, to: '' }] })],
    fates: [said(a, 'declined', { reason: 'doppelt' }), said(b, 'parked')],
    plenum: {
      parkingLot: [
        { note: b, topic: '', addressee: to },
        { note: c, topic: '', addressee: nobody },
      ],
    },
  })
  expect(refs.map((ref) => sentences(fateOf(marked(ref))))).toEqual([
    'Nicht aufgenommen. Grund: doppelt.',
    'Im Themenspeicher. Geht an: Bundesverband.',
    'Im Themenspeicher. Wer sich darum kümmert, steht noch nicht fest.',
    'Kein eigenes Ergebnis, aber aufgegriffen. Verwandt mit M1.',
    'Kein eigenes Ergebnis, aber aufgegriffen. Genannt in einem offenen Punkt zu M1.',
  ])
  expect(fateOf({ ...marked(a), ref: 'C/x' as NoteRef, isMarked: false }).kind).toBe('unmarked')
  expect(fateOf({ ...marked(d), isMarked: false, isWithdrawn: true }).kind).toBe('withdrawn')
})

test('P70 whatever happens, every marked note has exactly one fate, and is not open once something was said', () => {
  const someRefs = fc.subarray(refs)
  const world = fc.record({
    results: fc.array(
      fc.record({
        sources: someRefs,
        links: someRefs,
        dissolved: fc.boolean(),
        outcome: fc.constantFrom(null, 'open' as const, ...outcomes),
      }),
      { maxLength: 4 },
    ),
    fates: fc
      .subarray(refs)
      .chain((chosen) =>
        fc.tuple(...chosen.map((ref) => fc.constantFrom(...fateKinds).map((kind) => said(ref, kind)))),
      ),
    lot: someRefs,
    withdrawn: someRefs,
  })
  fc.assert(
    fc.property(world, ({ results, fates, lot, withdrawn }) => {
      // A note stands in one result only: the server sees to that.
      const taken = new Set<NoteRef>()
      const rows = results.map(({ sources, links, dissolved }, at) => {
        const own = sources.filter((ref) => dissolved || !taken.has(ref))
        if (!dissolved) for (const ref of own) taken.add(ref)
        return result(`r${at}`, { sources: own, links, dissolvedAt: dissolved ? 1 : null })
      })
      const decisions = results.flatMap(({ outcome }, at) => (outcome ? [decision(`r${at}`, outcome)] : []))
      const fateOf = fateIn({
        results: rows,
        decisions,
        fates,
        plenum: { parkingLot: lot.map((note) => ({ note, topic: '', addressee: nobody })) },
      })
      for (const ref of refs) {
        const fate = fateOf({ ...marked(ref), isWithdrawn: withdrawn.includes(ref) })
        const holders = rows.filter(
          ({ sources, dissolvedAt }) => dissolvedAt === null && sources.includes(ref),
        )
        expect(fate.result?.id ?? null).toBe(holders[0]?.id ?? null)
        expect(fate.kind).not.toBe('unmarked')
        expect(sentences(fate)).toMatch(/\.$/)
        const wasSaid = fates.find(({ note }) => note === ref)
        if (holders.length === 0 && wasSaid) expect(fate.kind).toBe(wasSaid.kind)
        else if (holders.length === 0 && lot.includes(ref)) expect(fate.kind).toBe('parked')
        if (holders.length > 0)
          expect(['adopted', 'merged', 'deferred', 'declined', 'open']).toContain(fate.kind)
      }
    }),
  )
})

test('P70 of the sample day each of the 32 marked notes has a fate, and none is open', () => {
  const input = sampleInput()
  const fateOf = fatesOf({ ...input, fates: [] })
  const fates = input.gathered.filter(({ order }) => order !== null).map(({ ref }) => fateOf(marked(ref)))
  expect(fates).toHaveLength(32)
  expect(fates.filter(({ kind }) => kind === 'open')).toEqual([])
  const kinds = Object.groupBy(fates, ({ kind }) => kind)
  expect(kinds.deferred?.map(({ result }) => result?.id)).toEqual(['Z1'])
  expect(fates.find(({ ref }) => ref === 'A/n-A-27')).toMatchObject({
    kind: 'merged',
    result: { name: 'M4' },
  })
})
