import fc from 'fast-check'
import { expect, test } from 'vitest'
import { givePoints, pointsOf } from '#shared/day/givePoints.ts'
import { tallyOf, type Cast } from '#shared/day/tally.ts'
import { isDisputed, votesIn, type Ballot, type Tally, type Vote, type VoteKind } from '#shared/day/vote.ts'
import { handCommand, pointsCommand } from '#shared/day/voteCommands.ts'
import type { GroupId, LevelId, PersonId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import { userRoles, type Holder, type Seat } from '#shared/roles.ts'

const items = ['n1', 'n2', 'n3', 'n4']
const voteOf = (kind: VoteKind, more: Partial<Vote> = {}): Vote => ({
  id: 'v',
  stage: 'A' as GroupId,
  kind,
  items,
  budget: kind === 'points' ? 5 : 40,
  most: kind === 'points' ? 2 : 10,
  openedAt: 1,
  closedAt: null,
  byHand: {},
  tally: null,
  ...more,
})
type Given = { item: string; points: number | null }
/** The ballot, or why it stayed as it was. */
const give = (vote: Vote, ballot: Ballot, given: Given): { ballot: Ballot; refused: string | null } => {
  try {
    return { ballot: givePoints(vote, ballot, given), refused: null }
  } catch (fault) {
    return { ballot, refused: (fault as Refusal).code }
  }
}
const anyGiven = fc.record({
  item: fc.constantFrom(...items, 'foreign'),
  points: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom(null, 0.5, Number.NaN, Infinity)),
})

test('V1 whatever is sent, in any order, from two devices, again and again: never beyond budget or maximum', () => {
  const sends = fc.array(fc.tuple(anyGiven, fc.integer({ min: 1, max: 3 })), { maxLength: 40 })
  fc.assert(
    fc.property(fc.constantFrom<VoteKind>('points', 'resistance'), sends, (kind, sent) => {
      const vote = voteOf(kind)
      let ballot: Ballot = {}
      for (const [given, times] of sent) {
        const once = give(vote, ballot, given)
        // A retry after a lost answer, a double click: the same once more.
        for (let at = 1; at < times; at++) expect(give(vote, once.ballot, given).ballot).toEqual(once.ballot)
        if (once.refused === null)
          expect(once.ballot[given.item] ?? null).toBe(given.points || null || zeroOf(kind, given))
        ballot = once.ballot
        expect(pointsOf(ballot)).toBeLessThanOrEqual(vote.budget)
        for (const [item, points] of Object.entries(ballot)) {
          expect(items).toContain(item)
          expect(points).toBeLessThanOrEqual(vote.most)
          expect(Number.isInteger(points) && points >= (kind === 'points' ? 1 : 0)).toBe(true)
        }
      }
    }),
  )
})
/** No points are nothing at all; no resistance is an answer. */
const zeroOf = (kind: VoteKind, { points }: Given) => (kind === 'resistance' && points === 0 ? 0 : null)

test('V1 what is within the rules is never refused, and less is possible at any time', () => {
  fc.assert(
    fc.property(fc.array(anyGiven, { maxLength: 20 }), anyGiven, (before, given) => {
      const vote = voteOf('points')
      const ballot = before.reduce<Ballot>((so, one) => give(vote, so, one).ballot, {})
      const { refused } = give(vote, ballot, given)
      const { [given.item]: now = 0, ...others } = ballot
      const points = given.points ?? 0
      const isPossible =
        items.includes(given.item) &&
        Number.isInteger(points) &&
        points >= 0 &&
        points <= vote.most &&
        (points <= now || pointsOf(others) + points <= vote.budget)
      expect(refused === null).toBe(isPossible)
    }),
  )
})

test('V2 every refusal has its own word, and the sixth point is refused in words', () => {
  const vote = voteOf('points')
  const full = { n1: 2, n2: 2, n3: 1 }
  expect(give(vote, full, { item: 'n4', points: 1 }).refused).toBe('pointsSpent')
  expect(give(vote, full, { item: 'n3', points: 2 }).refused).toBe('pointsSpent')
  expect(give(vote, {}, { item: 'n1', points: 3 }).refused).toBe('pointsTooMany')
  expect(give(vote, {}, { item: 'x', points: 1 }).refused).toBe('itemUnknown')
  expect(give(vote, {}, { item: 'n1', points: -1 }).refused).toBe('badRequest')
  expect(give(vote, {}, { item: 'n1', points: 1.5 }).refused).toBe('badRequest')
  expect(give({ ...vote, closedAt: 9 }, {}, { item: 'n1', points: 1 }).refused).toBe('voteClosed')
  expect(give({ ...vote, closedAt: 9 }, full, { item: 'n1', points: null }).refused).toBe('voteClosed')
  expect(give(vote, full, { item: 'n1', points: 0 }).ballot).toEqual({ n2: 2, n3: 1 })
  for (const points of [-1, 1.5, '1', 1e9, undefined]) {
    expect(pointsCommand.safeParse({ item: 'n1', points }).success, String(points)).toBe(false)
    expect(handCommand.safeParse({ item: 'n1', points }).success, String(points)).toBe(false)
  }
  expect(handCommand.safeParse({ item: 'n1', points: null }).success).toBe(false)
})

test('V2 members of the group give points there, all members in the Plenum, and nobody who leads', () => {
  const seats: Seat[] = [
    null,
    { kind: 'plenum' },
    { kind: 'group', group: 'A' as GroupId },
    { kind: 'group', group: 'B' as GroupId },
  ]
  for (const role of userRoles)
    for (const seat of seats) {
      const who: Holder = { id: 'p' as PersonId, role, seat }
      expect(votesIn(who, 'A' as GroupId)).toBe(
        role === 'member' && seat?.kind === 'group' && seat.group === 'A',
      )
      expect(votesIn(who, 'plenum')).toBe(role === 'member')
    }
})

const levels = ['national', 'regional', 'district', 'local'] as LevelId[]
const anyLevel = fc.constantFrom<LevelId | null>(...levels, null)
const castsOf = (kind: VoteKind) =>
  fc.array(
    fc.record({
      level: anyLevel,
      ballot: fc.dictionary(
        fc.constantFrom(...items),
        kind === 'points' ? fc.integer({ min: 1, max: 2 }) : fc.integer({ min: 0, max: 10 }),
        { maxKeys: 4 },
      ),
    }),
    { maxLength: 40, size: 'max' },
  )

test('V3 a tally holds every item, also those nobody gave anything to, and no order of the ballots changes it', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom<VoteKind>('points', 'resistance')
        .chain((kind) => fc.tuple(fc.constant(kind), castsOf(kind))),
      ([kind, casts]) => {
        const tally = tallyOf({ kind, items }, casts)
        const counted = casts.filter(({ ballot }) => Object.keys(ballot).length > 0)
        expect(tally.voters).toBe(counted.length)
        expect(Object.keys(tally.totals)).toEqual(items)
        for (const item of items) {
          const values = casts.flatMap(({ ballot }) => ballot[item] ?? [])
          expect(tally.totals[item]).toBe(values.reduce((all, value) => all + value, 0))
          expect(tally.spread[item]?.answers).toBe(
            kind === 'resistance' && values.length > 0 ? values.length : undefined,
          )
        }
        expect(tallyOf({ kind, items }, casts.toReversed())).toEqual(tally)
      },
    ),
  )
  expect(
    tallyOf({ kind: 'points', items: ['toString'] }, [{ level: null, ballot: { n1: 1 } }]).totals,
  ).toEqual({ toString: 0 })
})

test('V3 resistance is told with its spread, and a split opinion is flagged', () => {
  const casts = [0, 10, 0, 10, 1].map((n): Cast => ({ level: null, ballot: { n1: n, n2: 4 } }))
  const { spread } = tallyOf({ kind: 'resistance', items: ['n1', 'n2', 'n3'] }, casts)
  expect(spread['n1']).toEqual({ answers: 5, mean: 4.2, least: 0, most: 10, deviation: 4.75 })
  expect(spread['n2']).toEqual({ answers: 5, mean: 4, least: 4, most: 4, deviation: 0 })
  expect(spread['n3']).toBeUndefined()
  expect(isDisputed(spread['n1']!)).toBe(true)
  expect(isDisputed(spread['n2']!)).toBe(false)
})

/**
 * Somebody who knows of everyone where they work and whether they answered, and who adds and subtracts all that is told
 * about an item (null: who took part) in every way: which crowds do the outcomes speak of?
 */
const smallestCrowd = (kind: VoteKind, casts: readonly Cast[], tally: Tally, item: string | null): number => {
  const counted = casts.filter(({ ballot }) => Object.keys(ballot).length > 0)
  const isAsked = item !== null && kind === 'resistance'
  const people = isAsked ? counted.filter(({ ballot }) => ballot[item] !== undefined) : counted
  const told = tally.byLevel.filter(({ totals }) => item === null || Object.hasOwn(totals, item))
  const sums = [
    people.map(() => 1),
    ...told.map(({ level }) => people.map((cast) => Number(cast.level === level))),
  ]
  let smallest = Infinity
  const combine = (at: number, so: readonly number[]) => {
    const sum = sums[at]
    if (!sum) {
      const crowd = so.filter((weight) => weight !== 0).length
      // Everybody together is told in any case.
      const isAll = crowd === people.length
      if (crowd > 0 && !isAll) smallest = Math.min(smallest, crowd)
      return
    }
    for (const factor of [-2, -1, 0, 1, 2])
      combine(
        at + 1,
        so.map((weight, i) => weight + factor * (sum[i] as number)),
      )
  }
  combine(
    0,
    people.map(() => 0),
  )
  return smallest
}

test.each<VoteKind>(['points', 'resistance'])(
  'V4 whatever is added to or taken from the told sums of %s by level, it speaks of nobody, everybody, or five and more',
  (kind) => {
    let told = 0
    fc.assert(
      fc.property(castsOf(kind), (casts) => {
        const tally = tallyOf({ kind, items }, casts)
        told += tally.byLevel.length
        for (const item of [null, ...items])
          expect(smallestCrowd(kind, casts, tally, item)).toBeGreaterThanOrEqual(5)
        for (const { level } of tally.byLevel) {
          // Nor does what is missing tell more: whoever abstained hides among five.
          const rest = casts.filter((cast) => cast.level !== level && Object.keys(cast.ballot).length > 0)
          expect(rest.length === 0 || rest.length >= 5).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
    expect(told).toBeGreaterThan(50)
  },
)

test('V4 the rest counts, over several levels and those without one; as much as possible is told', () => {
  const cast = (level: string | null, count: number) =>
    Array.from({ length: count }, (): Cast => ({ level: level as LevelId | null, ballot: { n1: 1 } }))
  const told = (...casts: Cast[][]) =>
    tallyOf({ kind: 'points', items }, casts.flat()).byLevel.map(({ level, voters }) => `${level} ${voters}`)
  expect(told(cast('local', 5), cast('district', 6))).toEqual(['district 6', 'local 5'])
  // Four are left: the smallest of the others joins them.
  expect(told(cast('local', 5), cast('district', 6), cast('national', 4))).toEqual(['district 6'])
  expect(told(cast('local', 5), cast('district', 6), cast(null, 1))).toEqual(['district 6'])
  expect(told(cast('local', 5), cast('district', 6), cast('national', 4), cast(null, 1))).toEqual([
    'district 6',
    'local 5',
  ])
  expect(told(cast('local', 4), cast('district', 4), cast('national', 4))).toEqual([])
  expect(told(cast('local', 5), cast(null, 1))).toEqual([])
  expect(told(cast('local', 9))).toEqual(['local 9'])
  // Nothing of an item to which one told level and a single other person answered.
  const some: Cast[] = [
    ...Array.from({ length: 6 }, (): Cast => ({ level: 'local' as LevelId, ballot: { n1: 3, n2: 3 } })),
    ...Array.from({ length: 6 }, (_, at): Cast => ({
      level: 'district' as LevelId,
      ballot: at === 0 ? { n1: 9, n2: 9 } : { n2: 1 },
    })),
  ]
  const { byLevel } = tallyOf({ kind: 'resistance', items }, some)
  expect(byLevel.map(({ totals }) => Object.keys(totals))).toEqual([['n2'], ['n2']])
  // Nor of one that all but a few answered: those few would be known to have said nothing.
  const silent = tallyOf({ kind: 'resistance', items }, [
    ...some.slice(0, 6),
    { level: 'district' as LevelId, ballot: { n3: 1 } },
  ])
  expect(silent.byLevel).toEqual([])
})
