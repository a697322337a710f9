// Every npm script starts here, on whatever Node (20 or newer) the machine has: install what is missing,
// find the runtime that the house brings along, and run the command on it.
import process from 'node:process'
import { buildClient } from './launch/buildClient.mjs'
import { checkStatics } from './launch/checkStatics.mjs'
import { ensureInstalled } from './launch/ensureInstalled.mjs'
import { findRuntime } from './launch/findRuntime.mjs'
import { run } from './launch/run.mjs'
import { runTests } from './launch/runTests.mjs'

const commands = {
  async start(node, args) {
    process.env.NODE_ENV ??= 'production'
    return (await buildClient(node)) || run(node, ['server/main.ts', ...args])
  },
  async demo(node, args) {
    process.env.NODE_ENV ??= 'production'
    return (await buildClient(node)) || run(node, ['server/demo.ts', ...args])
  },
  links: (node, args) => run(node, ['server/links.ts', ...args]),
  doctor: (node, args) => run(node, ['server/doctor.ts', ...args]),
  verify: (node, args) => run(node, ['server/verify.ts', ...args]),
  dev: (node, args) => run(node, ['server/dev.ts', ...args]),
  build: (node, args) => buildClient(node, { always: true, args }),
  check: async (node, args) => {
    const broken = await checkStatics(node)
    return runTests(node, ['--project', 'unit', ...args], broken)
  },
  // A broken step does not hide the others: everything runs, and the exit code tells.
  test: async (node, args) => {
    const broken = await checkStatics(node)
    if (await buildClient(node)) broken.push('client build')
    if (await run(node, ['tests/kit/ensureChromium.ts'])) broken.push('browser')
    return runTests(node, args, broken)
  },
  rehearse: (node, args) => run(node, ['tests/rehearse/rehearse.ts', ...args]),
  bench: (node, args) => run(node, ['tests/bench/bench.ts', ...args]),
  fuzz(node, args) {
    const rest = []
    for (let i = 0; i < args.length; i++) {
      const [, name, value] = /^--(seed|rounds)(?:=(.*))?$/.exec(args[i]) ?? []
      if (name) process.env[`FUZZ_${name.toUpperCase()}`] = value ?? args[++i] ?? ''
      else rest.push(args[i])
    }
    return runTests(node, ['tests/sync/fuzz.test.ts', ...rest])
  },
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : null
if (!command) {
  console.error(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`)
  process.exit(1)
}
try {
  await ensureInstalled()
  process.exitCode = await command(findRuntime(), args)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
