import { expect, test } from 'vitest'
import { ConfigFault, limitVariable, readConfig } from '../../server/config.ts'
import { defaultLimits } from '../../server/limits.ts'
import { readText } from '../kit/sources.ts'

test('E9 every limit can be set, is checked, and stands in the README with its default', () => {
  expect(readConfig({}).limits).toEqual(defaultLimits)
  const told = Object.fromEntries(
    [...readText('README.md').matchAll(/^\| `(LIMIT_\w+)` \| `(\d+)` \|/gm)].map(([, name, value]) => [
      name,
      Number(value),
    ]),
  )
  const wanted = Object.entries(defaultLimits).map(([name, value]) => [limitVariable(name), value])
  expect(told).toEqual(Object.fromEntries(wanted))
  expect(readConfig({ LIMIT_TAIL_ROWS: '7' }).limits).toEqual({ ...defaultLimits, tailRows: 7 })
  for (const bad of ['0', '-1', 'many', '1.5'])
    expect(() => readConfig({ LIMIT_FRAME_BYTES: bad })).toThrow(ConfigFault)
})
