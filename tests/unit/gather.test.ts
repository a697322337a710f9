import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Note } from '#shared/board.ts'
import {
  gather,
  gatherable,
  gatheredOf,
  gatheringChange,
  readGathered,
  type Cited,
  type GatheredNote,
} from '#shared/gather.ts'
import { noteNumber, noteRef, type GroupId, type KindId, type NoteId, type NoteRef } from '#shared/ids.ts'

const plan = {
  groups: ['B', 'A', 'C'].map((id) => ({
    id: id as GroupId,
    title: id,
    questions: [],
    room: null,
    capacity: null,
  })),
}
const paragraph = (text: string) => [{ type: 'paragraph' as const, spans: text ? [{ text }] : [] }]

const gathered: fc.Arbitrary<GatheredNote> = fc
  .record({
    // D is a group that the plan does not know (any more).
    group: fc.constantFrom('A', 'B', 'C', 'D'),
    at: fc.integer({ min: 1, max: 5 }),
    text: fc.constantFrom('eins', 'zwei', 'drei'),
    order: fc.constantFrom(null, 'a', 'b', 'b1', 'Z'),
    wasMarked: fc.boolean(),
    withdrawn: fc.boolean(),
    seen: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ group, at, text, ...rest }) => ({
    ...rest,
    ref: noteRef(group as GroupId, `n${at}` as NoteId),
    group: group as GroupId,
    note: `n${at}` as NoteId,
    number: noteNumber(group as GroupId, at),
    question: null,
    kind: 'idea' as KindId,
    levels: [],
    tags: [],
    blocks: paragraph(text),
  }))
const list = fc.array(gathered, { maxLength: 12 })
const g = (notes: readonly GatheredNote[]) => gather(notes, plan)

test('G1 the order of the input does not matter', () => {
  const shuffled = list.chain((notes) =>
    fc.tuple(fc.constant(notes), fc.shuffledSubarray(notes, { minLength: notes.length })),
  )
  fc.assert(fc.property(shuffled, ([notes, other]) => void expect(g(other)).toEqual(g(notes))))
  fc.assert(fc.property(list, list, (a, b) => void expect(g([...a, ...b])).toEqual(g([...b, ...a]))))
})

test('G2 repeating changes nothing', () => {
  fc.assert(fc.property(list, (a) => void expect(g([...a, ...a])).toEqual(g(a))))
  fc.assert(fc.property(list, (a) => void expect(g(g(a))).toEqual(g(a))))
})

test('G3 gathering again keeps what was gathered: in parts or at once, the end is the same', () => {
  fc.assert(fc.property(list, list, (a, b) => void expect(g([...g(a), ...b])).toEqual(g([...a, ...b]))))
})

test('G4 one of each note, the latest state, ordered by Leitfrage, then as the group chose, then by reference', () => {
  fc.assert(
    fc.property(list, (notes) => {
      const result = g(notes)
      const refs = result.map(({ ref }) => ref)
      expect(new Set(refs).size).toBe(refs.length)
      expect(new Set(refs)).toEqual(new Set(notes.map(({ ref }) => ref)))
      for (const note of result)
        expect(note.seen).toBe(
          Math.max(...notes.filter(({ ref }) => ref === note.ref).map(({ seen }) => seen)),
        )
      const rank = (note: GatheredNote) => {
        const at = ['B', 'A', 'C', 'D'].indexOf(note.group)
        return `${at} ${note.order === null ? 1 : 0} ${note.order ?? ''} ${note.ref}`
      }
      const ranks = result.map(rank)
      expect(ranks).toEqual([...ranks].sort())
    }),
  )
})

// What a board hands over.

const none: Cited = new Set()
const citing = (...refs: string[]): Cited => new Set(refs as NoteRef[])
const group = 'A' as GroupId
const note = (id: string, more: Partial<Note> = {}): Note => ({
  id: id as NoteId,
  question: null,
  kind: 'idea' as KindId,
  at: null,
  column: null,
  levels: [],
  tags: [],
  cluster: null,
  mergedInto: null,
  forPlenum: null,
  createdAt: 0,
  trashedAt: null,
  blocks: paragraph(`Text von ${id}`),
  isEmpty: false,
  ...more,
})
const numbers: Record<string, number> = { n1: 1, n2: 2, n3: 3, n4: 4 }
const numberOf = (id: NoteId) => numbers[id]
const hand = (notes: Note[], cited = none) =>
  gatherable(group, notes, numberOf, cited, 7).map(
    ({ number, order, withdrawn }) => `${number} ${order ?? '–'}${withdrawn ? ' zurückgezogen' : ''}`,
  )

test('G5 marked notes are handed over with their number; others, empty and unnumbered ones are not', () => {
  const notes = [
    note('n2', { forPlenum: 'b' }),
    note('n1', { forPlenum: 'a' }),
    note('n3'),
    note('n4', { forPlenum: 'c', isEmpty: true, blocks: [] }),
    note('new', { forPlenum: 'd' }),
  ]
  expect(hand(notes)).toEqual(['A-02 b', 'A-01 a'])
  expect(hand([note('n1', { forPlenum: 'a', trashedAt: 5 })])).toEqual([])
})

test('G6 a cited note is handed over without a mark; one in the tray or emptied counts as withdrawn', () => {
  const notes = [
    note('n1'),
    note('n2', { trashedAt: 5 }),
    note('n3', { isEmpty: true, blocks: [] }),
    note('n4'),
  ]
  expect(hand(notes, citing('A/n1', 'A/n2', 'A/n3', 'B/n4'))).toEqual([
    'A-01 –',
    'A-02 – zurückgezogen',
    'A-03 – zurückgezogen',
  ])
  expect(hand([note('n4', { forPlenum: 'a' })], citing('A/n4'))).toEqual(['A-04 a'])
})

/** A gathered document that is kept current as the server does. */
const keep = () => {
  const doc = new Y.Doc()
  return {
    doc,
    bring(notes: Note[], cited = none, of = group, seen = 1) {
      const change = gatheringChange(doc, of, gatherable(of, notes, numberOf, cited, seen), cited)
      for (const one of change?.set ?? []) gatheredOf(doc).set(one.ref, one)
      for (const ref of change?.drop ?? []) gatheredOf(doc).delete(ref)
      return change && { set: change.set.map(({ ref }) => ref), drop: change.drop }
    },
    reads: () =>
      readGathered(doc, plan).map(({ number, withdrawn }) => `${number}${withdrawn ? ' zurückgezogen' : ''}`),
  }
}

test('G6 a cited note stays, even when somebody’s client deletes it from the board altogether', () => {
  const kept = keep()
  kept.bring([note('n1', { forPlenum: 'a' }), note('n2', { forPlenum: 'b' })])
  expect(kept.bring([], citing('A/n1'))).toEqual({ set: ['A/n1'], drop: ['A/n2'] })
  expect(kept.reads()).toEqual(['A-01 zurückgezogen'])
  expect(readGathered(kept.doc, plan)[0]?.blocks).toEqual(paragraph('Text von n1'))
  expect(kept.bring([], citing('A/n1'))).toBe(null)
  expect(kept.bring([], none)).toEqual({ set: [], drop: ['A/n1'] })
})

test('G6 a cited note whose mark is taken away stays, labelled as withdrawn, until it is marked again', () => {
  const kept = keep()
  const marked = [note('n1', { forPlenum: 'a' }), note('n2', { forPlenum: 'b' })]
  const unmarked = [note('n1'), note('n2'), note('n3')]
  kept.bring(marked)
  kept.bring(unmarked, citing('A/n1', 'A/n3'))
  expect(kept.reads()).toEqual(['A-01 zurückgezogen', 'A-03'])
  expect(kept.bring(unmarked, citing('A/n1', 'A/n3'))).toBe(null)
  kept.bring(marked, citing('A/n1', 'A/n3'))
  expect(kept.reads()).toEqual(['A-01', 'A-02', 'A-03 zurückgezogen'])
  kept.bring(unmarked, citing('A/n3'))
  expect(kept.bring(unmarked)).toEqual({ set: [], drop: ['A/n3'] })
})

test('G2 bringing the same again writes nothing, only what changed is written', () => {
  const kept = keep()
  const notes = [note('n1', { forPlenum: 'a' }), note('n2', { forPlenum: 'b' })]
  expect(kept.bring(notes)).toEqual({ set: ['A/n1', 'A/n2'], drop: [] })
  const size = Y.encodeStateAsUpdate(kept.doc).length
  // A later state of the board with the same content is no news.
  expect(kept.bring(notes, none, group, 9)).toBe(null)
  expect(Y.encodeStateAsUpdate(kept.doc).length).toBe(size)
  const changed = [note('n1', { forPlenum: 'c' }), notes[1] as Note]
  expect(kept.bring(changed)).toEqual({ set: ['A/n1'], drop: [] })
  expect(kept.reads()).toEqual(['A-02', 'A-01'])
})

test('G3 each group brings its own: another one’s notes are left alone', () => {
  const kept = keep()
  kept.bring([note('n1', { forPlenum: 'a' })])
  kept.bring([note('n2', { forPlenum: 'a' })], none, 'B' as GroupId)
  expect(kept.reads()).toEqual(['B-02', 'A-01'])
  kept.bring([], none)
  expect(kept.reads()).toEqual(['B-02'])
})
