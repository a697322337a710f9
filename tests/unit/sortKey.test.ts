import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byKeyThenId, keyBetween } from '#shared/sortKey.ts'

/** Inserts at the given places, one after the other, and answers the keys as they lie. */
const insertAt = (places: readonly number[]) => {
  const keys: string[] = []
  for (const place of places) {
    const at = Math.min(place, keys.length)
    keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null))
  }
  return keys
}

test('G7 a key made between two others lies between them, wherever one inserts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 120 }), (places) => {
      const keys = insertAt(places)
      expect(keys).toEqual([...keys].sort())
      expect(new Set(keys).size).toBe(keys.length)
      for (const key of keys) expect(key).toMatch(/^[0-9A-Za-z]*[1-9A-Za-z]$/)
    }),
  )
})

test('G7 keys stay short: at the end, at the beginning and at one place', () => {
  expect(insertAt(Array.from({ length: 500 }, (_, at) => at)).at(-1)?.length).toBeLessThan(12)
  expect(insertAt(Array.from({ length: 300 }, () => 0))[0]?.length).toBeLessThan(70)
  expect(
    Math.max(...insertAt(Array.from({ length: 300 }, () => 1)).map(({ length }) => length)),
  ).toBeLessThan(80)
})

test('G7 keys of strangers never hang: it ends, after the first of the two', () => {
  const key = fc.stringMatching(/^[0-9A-Za-z]{0,6}$/)
  fc.assert(
    fc.property(fc.option(key), fc.option(key), (before, after) => {
      const made = keyBetween(before, after)
      expect(made > (before ?? '')).toBe(true)
    }),
  )
  expect(keyBetween(null, '0') > '').toBe(true)
  expect(keyBetween('1', '10') > '1').toBe(true)
  expect(keyBetween('b', 'a') > 'b').toBe(true)
  expect(keyBetween('ä', null)).not.toBe('')
})

test('G7 equal keys are put in order by id, the same everywhere', () => {
  const items = [
    { key: 'a', id: 'y' },
    { key: 'B', id: 'z' },
    { key: 'a', id: 'x' },
  ]
  expect([...items].sort(byKeyThenId).map(({ id }) => id)).toEqual(['z', 'x', 'y'])
  expect(byKeyThenId({ key: 'a', id: 'x' }, { key: 'a', id: 'x' })).toBe(0)
})
