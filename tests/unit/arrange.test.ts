import { expect, test } from 'vitest'
import type { Cluster, Note } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import { parkingLotKind } from '#shared/template.ts'
import { arrange } from '../../client/board/arrange.ts'

let count = 0
const note = (id: string, fields: Partial<Record<keyof Note, unknown>> = {}): Note =>
  ({
    id,
    question: 'A1',
    kind: 'idea',
    at: null,
    levels: [],
    tags: [],
    cluster: null,
    forPlenum: null,
    createdAt: ++count,
    trashedAt: null,
    blocks: [{ type: 'paragraph', spans: [{ text: id }] }],
    isEmpty: false,
    ...fields,
  }) as Note
const cluster = (id: string, question: string | null = 'A1', title = id): Cluster =>
  ({ id, title, question, at: null }) as Cluster
const questions = ['A1', 'A2'] as QuestionId[]

test('B1 notes stand under their question and cluster, in the order in which they were made', () => {
  const notes = [
    note('late', { createdAt: 30 }),
    note('early', { createdAt: 10, cluster: 'second' }),
    note('middle', { createdAt: 20, cluster: 'first' }),
    note('other', { createdAt: 5, question: 'A2' }),
    note('latest', { createdAt: 40, cluster: 'second' }),
  ]
  const { zones } = arrange(notes, [cluster('first'), cluster('empty'), cluster('second')], questions)
  expect(zones).toEqual([
    {
      question: 'A1',
      clusters: [
        { id: 'second', title: 'second', notes: ['early', 'latest'] },
        { id: 'first', title: 'first', notes: ['middle'] },
        { id: 'empty', title: 'empty', notes: [] },
      ],
      loose: ['late'],
    },
    { question: 'A2', clusters: [], loose: ['other'] },
  ])
  expect(
    arrange([...notes].reverse(), [cluster('second'), cluster('empty'), cluster('first')], questions).zones,
  ).toEqual(zones)
})

test('B1 a cluster over two questions stands in both; a note of a cluster that is gone stands loose', () => {
  const notes = [
    note('a', { cluster: 'x' }),
    note('b', { cluster: 'x', question: 'A2' }),
    note('c', { cluster: 'gone' }),
  ]
  const { zones } = arrange(notes, [cluster('x')], questions)
  expect(zones.map((zone) => zone.clusters.map((one) => one.notes))).toEqual([[['a']], [['b']]])
  expect(zones[0]?.loose).toEqual(['c'])
})

test('B1 an empty note stands nowhere, unless somebody is writing in it', () => {
  const notes = [
    note('empty', { isEmpty: true }),
    note('open', { isEmpty: true }),
    note('laid', { isEmpty: true, trashedAt: 1 }),
  ]
  const { zones, trashed } = arrange(notes, [], questions, new Set(['open' as NoteId]))
  expect(zones[0]?.loose).toEqual(['open'])
  expect(trashed).toEqual([])
})

test('B2 Themenspeicher, Ablage and Fürs Plenum hold what belongs there', () => {
  const notes = [
    note('kind', { kind: parkingLotKind }),
    note('without', { question: null }),
    note('foreign', { question: 'B7' }),
    note('first-away', { trashedAt: 1, forPlenum: 'A' }),
    note('last-away', { trashedAt: 2 }),
    note('second', { forPlenum: 'n' }),
    note('first', { forPlenum: 'V' }),
    note('tie', { forPlenum: 'n' }),
  ]
  const { zones, parked, trashed, marked } = arrange(notes, [cluster('c' as ClusterId)], questions)
  expect(parked).toEqual(['kind', 'without', 'foreign'])
  expect(trashed).toEqual(['last-away', 'first-away'])
  expect(marked).toEqual(['first', 'second', 'tie'])
  expect(zones[0]?.loose).toEqual(['second', 'first', 'tie'])
})

test('B70 the card that one writes in stands where it stood while others lay it away or put it together, and nowhere twice', () => {
  const notes = [
    note('away', { cluster: 'ort', trashedAt: 5 }),
    note('original', { mergedInto: 'both' }),
    note('second', { mergedInto: 'both' }),
    note('both'),
  ].map((one) => ({ ...one, mergedInto: one.mergedInto ?? null }))
  const held = (id: string | null) =>
    arrange(notes, [cluster('ort')], questions, new Set(), id as NoteId | null)
  const zone = (id: string | null) => held(id).zones[0]
  expect(zone(null)).toMatchObject({ clusters: [{ notes: [] }], loose: ['both'] })
  expect(held(null).trashed).toEqual(['away'])
  expect(zone('away')).toMatchObject({ clusters: [{ notes: ['away'] }], loose: ['both'] })
  expect(held('away').trashed).toEqual([])
  expect(zone('original')?.loose).toEqual(['original', 'both'])
  expect(held('original').trashed).toEqual(['away'])
})
