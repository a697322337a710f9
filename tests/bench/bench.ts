import { cpus, totalmem } from 'node:os'
import { readOptions, usage, type BenchOptions } from './benchOptions.ts'
import { BenchRun, type Part } from './benchRun.ts'
import { tableOf, type Figure } from './figures.ts'
import { installPeers } from './installPeers.ts'
import { canMeasure } from './processStats.ts'
import { boardEdits } from './parts/boardEdits.ts'
import { boardMotion } from './parts/boardMotion.ts'
import { boardReady } from './parts/boardReady.ts'
import { bundles } from './parts/bundles.ts'
import { coldLoad } from './parts/coldLoad.ts'
import { conference } from './parts/conference.ts'
import { growth } from './parts/growth.ts'
import { joining } from './parts/joining.ts'
import { killRounds, powerCuts } from './parts/killRounds.ts'
import { memory } from './parts/memory.ts'
import { pausedClients } from './parts/pausedClients.ts'
import { roomOf1000 } from './parts/roomOf1000.ts'
import { roomOf200 } from './parts/roomOf200.ts'

const parts: readonly Part[] = [
  roomOf200,
  roomOf1000,
  conference,
  coldLoad,
  joining,
  memory,
  killRounds,
  powerCuts,
  pausedClients,
  growth,
  boardReady,
  boardMotion,
  boardEdits,
  bundles,
]
const write = (line: string) => process.stdout.write(`${line}\n`)
/** What happens meanwhile goes to the other channel, so that --json stays JSON. */
const say = (line: string) => process.stderr.write(`${line}\n`)

const run = async (part: Part, options: BenchOptions): Promise<Figure[]> => {
  const bench = new BenchRun(options, say)
  const startedAt = performance.now()
  say(`\n${part.name}: ${part.title}`)
  try {
    return await part.run(bench)
  } finally {
    await bench.close()
    say(`  ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  }
}

const wantedParts = (names: readonly string[]): readonly Part[] => {
  const unknown = names.filter((name) => !parts.some((part) => part.name === name))
  if (unknown.length > 0)
    throw new Error(
      `There is no part "${unknown[0]}". There are: ${parts.map(({ name }) => name).join(', ')}.`,
    )
  return names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name))
}

const main = async (): Promise<number> => {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    write(`${usage}\n\nParts:\n${parts.map(({ name, title }) => `  ${name.padEnd(12)} ${title}`).join('\n')}`)
    return 0
  }
  if (!canMeasure()) {
    say('The bench reads CPU and memory from /proc, so it runs on Linux only.')
    return 1
  }
  const options = readOptions(args)
  const wanted = wantedParts(options.parts)
  if (wanted.some(({ isBoard }) => !isBoard)) installPeers(say)
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
  const figures: Figure[] = []
  const broken: string[] = []
  for (const part of wanted)
    try {
      figures.push(...(await run(part, options)))
    } catch (fault) {
      // A part that breaks does not hide the others.
      broken.push(part.name)
      say(`  BROKEN: ${fault instanceof Error ? fault.stack : String(fault)}`)
    }
  if (options.json) write(JSON.stringify({ machine, quick: options.quick, figures, broken }, null, 2))
  else {
    write(`\n${machine}${options.quick ? ' (quick: not to be quoted)' : ''}\n\n${tableOf(figures)}`)
    if (broken.length > 0) write(`\nBroken: ${broken.join(', ')}`)
  }
  return broken.length > 0 ? 1 : 0
}

// An orderly exit takes the servers with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    say(fault instanceof Error ? fault.message : String(fault))
    process.exit(1)
  },
)
