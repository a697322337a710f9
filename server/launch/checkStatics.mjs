import { runQuietly, since } from './run.mjs'

const tsc = 'node_modules/typescript/bin/tsc'
const steps = {
  'types: client': [tsc, '-p', 'client'],
  'types: server': [tsc, '-p', 'server'],
  'types: shared': [tsc, '-p', 'shared'],
  'types: tests': [tsc, '-p', 'tests'],
  lint: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'],
  format: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'],
}

/** Everything that can be said without running the code; answers the names of the steps that failed. */
export async function checkStatics(node) {
  const broken = []
  await Promise.all(
    Object.entries(steps).map(async ([name, args]) => {
      const startedAt = performance.now()
      const { code, output } = await runQuietly(node, args)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${since(startedAt)})`)
      if (code === 0) return
      broken.push(name)
      console.log(output)
    }),
  )
  return broken
}
