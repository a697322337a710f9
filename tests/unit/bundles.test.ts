import { afterAll, beforeAll, expect, test } from 'vitest'
import { editor, routes } from '../kit/bundleBudgets.ts'
import { BundleSizes } from '../kit/bundleSizes.ts'
import { clientBuild, type ClientBuild } from '../kit/clientBuild.ts'

let build: ClientBuild
let sizes: BundleSizes
beforeAll(() => {
  build = clientBuild()
  sizes = new BundleSizes(build.folder)
}, 120_000)
afterAll(() => build?.remove())

const kB = (bytes: number) => bytes / 1000

test.each(routes)(
  'E12 first load of $name: at most $budget kB of scripts, gzipped',
  ({ modules, budget }) => {
    const { js, css } = sizes.of(modules)
    expect(kB(js)).toBeLessThanOrEqual(budget)
    expect(kB(css)).toBeLessThanOrEqual(20)
  },
)

test('E12 the editor comes when the board stands, and adds at most 135 kB', () => {
  const { modules, known, budget } = editor
  expect(kB(sizes.of(modules, known).js)).toBeLessThanOrEqual(budget)
})
