import { expect, test } from 'vitest'
import type { Note } from '#shared/board.ts'
import type { Vote } from '#shared/day/vote.ts'
import type { ClusterId, GroupId, NoteId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { headed } from '../../client/pages/groupSheet/headed.ts'
import { groupSheet } from '../../client/pages/across/groupSheet.ts'
import { sourcesInOrder } from '../../client/pages/across/sourcesInOrder.ts'
import { acrossPath, notesInPath, viewInPath } from '../../client/pages/across/acrossPath.ts'
import { samplePlan } from '../kit/sampleDay.ts'

const group = samplePlan.groups[0] as (typeof samplePlan.groups)[number]
const note = (id: string, more: Partial<Record<keyof Note, unknown>> = {}): Note =>
  ({
    id,
    question: 'A1',
    kind: 'idea',
    at: null,
    column: null,
    levels: [],
    tags: [],
    cluster: null,
    mergedInto: null,
    forPlenum: null,
    createdAt: 1,
    trashedAt: null,
    blocks: parseNoteText(`Text von ${id}`),
    isEmpty: false,
    ...more,
  }) as Note
const vote = (more: Partial<Vote>): Vote =>
  ({ kind: 'points', items: [], byHand: {}, closedAt: 5, tally: null, ...more }) as Vote

const notes = [
  note('n1', { forPlenum: 'b', cluster: 'c1' }),
  note('n2', { forPlenum: 'a', cluster: 'c1' }),
  note('n3', { forPlenum: 'c', cluster: 'gone' }),
  note('n4', { forPlenum: 'd', trashedAt: 7 }),
  note('n5', { question: 'A2', createdAt: 1 }),
  note('n6', { question: 'A1', createdAt: 2 }),
  note('n7', { kind: 'parking-lot', question: null }),
  note('n8', { mergedInto: 'n1' }),
  note('n9', { isEmpty: true, forPlenum: 'e' }),
]
const clusters = [{ id: 'c1' as ClusterId, title: 'Kernaufgaben', question: null, at: null }]
const numberOf = (id: NoteId) => (id === 'n3' ? null : `A-0${id.slice(1)}`)
const votes = [
  vote({ items: ['n1', 'n2'], tally: { totals: { n1: 9 } } as unknown as Vote['tally'] }),
  vote({ items: ['n1', 'n8', 'n2'], byHand: { n8: 2 }, tally: { totals: { n1: 3, n2: 1 } } as never }),
  vote({ items: ['n1'], closedAt: null }),
]
const sheet = groupSheet({ group, notes, clusters, votes, numberOf })

test('P38 the sheet holds what is marked, in its order, with headings and the points of the last closed vote', () => {
  expect(
    sheet.marked.map(({ note: { id }, number, heading, points }) => [id, number, heading, points]),
  ).toEqual([
    ['n2', 'A-02', 'Kernaufgaben', 1],
    // With what went to the card that was put together into it.
    ['n1', 'A-01', 'Kernaufgaben', 5],
    ['n3', null, '', null],
  ])
  expect(sheet.others.map(({ note: { id } }) => id)).toEqual(['n6', 'n5'])
  expect(sheet.parked.map(({ ref }) => ref)).toEqual(['A/n7'])
  expect(groupSheet({ group, notes, clusters, votes: [], numberOf }).marked[0]?.points).toBeNull()
})

test('P38 neighbours of one cluster stand under its heading; the order that was chosen stays', () => {
  const [a, b, c] = sheet.marked as [never, never, never]
  expect(headed([a, b, c]).map(({ heading, rows }) => [heading, rows.length])).toEqual([
    ['Kernaufgaben', 2],
    ['', 1],
  ])
  expect(headed([a, c, b]).map(({ heading }) => heading)).toEqual(['Kernaufgaben', '', 'Kernaufgaben'])
  expect(headed([])).toEqual([])
})

test('P35 a result belongs to the group that was picked, else to what is marked and has the most points', () => {
  const row = (ref: string, forPlenum: string | null, points: number | null) =>
    ({ ref, note: note(ref, { forPlenum }), points }) as never
  const rows = [row('A/1', null, 9), row('B/1', 'k', 2), row('C/1', 'k', 5)]
  const refs = (group: string | null) =>
    sourcesInOrder(rows, group as GroupId | null).map(({ ref }) => String(ref))
  expect(refs(null)).toEqual(['C/1', 'B/1', 'A/1'])
  expect(refs('A')).toEqual(['A/1', 'C/1', 'B/1'])
})

test('P24 cards that are looked at have an address; what is no card in it is left out', () => {
  const found = (path: string) => new URLSearchParams(path.split('?')[1])
  const path = acrossPath(['A/n1', 'C/n2'] as never)
  expect(notesInPath(found(path))).toEqual(['A/n1', 'C/n2'])
  expect(viewInPath(found(path))).toBe('compare')
  expect(notesInPath(found('?karten=A/n1,A/n1,../x,,B'))).toEqual(['A/n1'])
  expect(viewInPath(found('?karten=..'))).toBe('proposals')
  expect(viewInPath(found('?ansicht=gruppen'))).toBe('groups')
})
