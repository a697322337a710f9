import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptiest, freeIn, nameKey } from '#shared/day/joining.ts'
import { parsePeopleList } from '#shared/day/people.ts'
import type { GroupId, PersonId } from '#shared/ids.ts'
import { Transfers } from '../../server/auth/transfers.ts'

const groups = [
  { id: 'A' as GroupId, title: 'Grundsätze und Rollen' },
  { id: 'B' as GroupId, title: 'Interessensvertretung' },
]

test('T6 a pasted list is understood line by line, and what is not understood is told', () => {
  const text = [
    'Kreisverband 1; A',
    'Kreisverband 2\tAG B',
    '',
    '"Landesverband 3; Fachbereich"\tGruppe a',
    'Ortsverein 4;Interessensvertretung;',
    'Ortsverein 5',
    'Ortsverein 6; Z',
    ' kreisverband  1 ;B',
    ';A',
    `${'x'.repeat(121)};A`,
    'A: Ortsverein 7; B: Interessensvertretung',
  ].join('\r\n')
  const { people, faults } = parsePeopleList(text, groups)
  expect(people).toEqual([
    { name: 'Kreisverband 1', group: 'A' },
    { name: 'Kreisverband 2', group: 'B' },
    { name: 'Landesverband 3; Fachbereich', group: 'A' },
    { name: 'Ortsverein 4', group: 'B' },
    { name: 'Ortsverein 5', group: null },
    { name: 'A: Ortsverein 7', group: 'B' },
  ])
  expect(faults.map(({ line, why }) => [line, why])).toEqual([
    [7, 'groupUnknown'],
    [8, 'twice'],
    [9, 'nameEmpty'],
    [10, 'nameTooLong'],
  ])
})

test('T6 every line with something on it is a person or a fault, whatever is pasted', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 })), (lines) => {
      const text = lines.join('\n')
      const { people, faults } = parsePeopleList(text, groups)
      const filled = text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '')
      expect(people.length + faults.length).toBe(filled.length)
      expect(new Set(people.map(({ name }) => nameKey(name))).size).toBe(people.length)
    }),
  )
})

test('T3 who comes one after the other to wherever there is room leaves groups even, and none too full', () => {
  const sizes = fc.array(fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(sizes, fc.nat(60), (capacities, comers) => {
      const plan = capacities.map((capacity, at) => ({ id: `G${at}` as GroupId, capacity }))
      const taken = new Map(plan.map(({ id }) => [id, 0]))
      const takenIn = (id: GroupId) => taken.get(id) ?? 0
      let turnedAway = 0
      for (let at = 0; at < comers; at++) {
        const group = emptiest(plan, takenIn)
        if (group) taken.set(group, takenIn(group) + 1)
        else turnedAway++
      }
      for (const group of plan) expect(freeIn(group, takenIn) ?? 0).toBeGreaterThanOrEqual(0)
      if (turnedAway > 0) expect(plan.every((group) => freeIn(group, takenIn) === 0)).toBe(true)
      const open = plan.filter((group) => freeIn(group, takenIn) !== 0).map(({ id }) => takenIn(id))
      if (open.length > 1) expect(Math.max(...open) - Math.min(...open)).toBeLessThanOrEqual(1)
    }),
  )
})

test('T5 a transfer code works once, for ten minutes, and only the last one of a person', () => {
  let now = 0
  const transfers = new Transfers(
    () => now,
    () => false,
  )
  const me = 'me' as PersonId
  const first = transfers.offer(me)
  const second = transfers.offer(me)
  expect(second.code).toMatch(/^\d{6}$/)
  expect(second.expiresAt).toBe(600_000)
  if (first.code !== second.code) expect(transfers.take(first.code)).toBeNull()
  now = 599_999
  expect(transfers.take(` ${second.code.slice(0, 3)}-${second.code.slice(3)}`)).toBe(me)
  expect(transfers.take(second.code)).toBeNull()
  const third = transfers.offer(me)
  now = third.expiresAt
  expect(transfers.has(third.code)).toBe(false)
  expect(transfers.take(third.code)).toBeNull()
})

test('T5 two hundred wrong tries, from wherever, make all open transfer codes void', () => {
  const transfers = new Transfers(
    () => 0,
    () => false,
  )
  const { code } = transfers.offer('me' as PersonId)
  for (let at = 0; at < 199; at++) transfers.take('wrong')
  expect(transfers.has(code)).toBe(true)
  transfers.take('wrong')
  expect(transfers.take(code)).toBeNull()
})

test('T5 a transfer code is never the code of the members', () => {
  const taken = new Set<string>()
  const transfers = new Transfers(
    () => 0,
    (code) => {
      const isFirst = taken.size < 3
      if (isFirst) taken.add(code)
      return isFirst
    },
  )
  expect(taken.has(transfers.offer('me' as PersonId).code)).toBe(false)
  expect(taken.size).toBe(3)
})
