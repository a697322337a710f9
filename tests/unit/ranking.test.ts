import { expect, test } from 'vitest'
import { ranking } from '#shared/day/ranking.ts'
import type { Vote } from '#shared/day/vote.ts'

const vote = (more: Partial<Vote>): Vote => ({
  id: 'v',
  stage: 'plenum',
  kind: 'points',
  items: ['a', 'b', 'c', 'd'],
  budget: 3,
  most: 1,
  openedAt: 1,
  closedAt: 2,
  byHand: {},
  tally: { voters: 5, totals: { a: 1, b: 4, c: 4, d: 0 }, spread: {}, byLevel: [] },
  ...more,
})
const short = (one: Vote, cardOf?: (item: string) => string) =>
  ranking(one, cardOf).map(({ rank, item, points }) => [rank, item, points])

test('V25 a ranking has the most points first, equals share a rank, hands count, and nothing is left out', () => {
  expect(short(vote({}))).toEqual([
    [1, 'b', 4],
    [1, 'c', 4],
    [3, 'a', 1],
    [4, 'd', 0],
  ])
  expect(short(vote({ byHand: { d: 9 } }))[0]).toEqual([1, 'd', 9])
  // What was put together meanwhile stands there once, with the sum.
  expect(short(vote({}), (item) => (item === 'c' ? 'b' : item))).toEqual([
    [1, 'b', 8],
    [2, 'a', 1],
    [3, 'd', 0],
  ])
})

test('V25 of a second round the least resistance comes first, and what nobody answered last', () => {
  const spread = (mean: number, deviation: number) => ({ answers: 2, mean, least: 0, most: 10, deviation })
  const asked = vote({
    kind: 'resistance',
    tally: { voters: 2, totals: {}, spread: { a: spread(5, 5), c: spread(1, 0.5) }, byLevel: [] },
  })
  expect(ranking(asked).map(({ rank, item, isDisputed }) => [rank, item, isDisputed])).toEqual([
    [1, 'c', false],
    [2, 'a', true],
    [3, 'b', false],
    [3, 'd', false],
  ])
})
