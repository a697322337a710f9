import { setTimeout as pause } from 'node:timers/promises'
import type { BenchRun, Part } from '../benchRun.ts'
import { absolute, ratio, type Figure } from '../figures.ts'
import type { LoadGenerator } from '../load/loadGenerator.ts'
import { traceEdits } from '../load/editingTrace.ts'
import { cpuSeconds } from '../processStats.ts'
import type { ServerUnderTest } from '../serverUnderTest.ts'

const people = 100
/** Long enough for Hocuspocus to store what it holds. */
const storeMs = 12_000
const names = ['ours', 'y-websocket-server', 'Hocuspocus'] as const

type Join = { readonly last: number; readonly cpu: number }

const join = async (server: ServerUnderTest, generator: LoadGenerator, bytes: number): Promise<Join> => {
  const seats = await server.seats('A', people)
  const before = cpuSeconds(server.pid)
  const times = await generator.call('joinAtOnce', seats, bytes)
  // What is on its way out belongs to it as well.
  await pause(300)
  return { last: times.at(-1) as number, cpu: (cpuSeconds(server.pid) - before) * 1000 }
}

/** The better peer of each round: both did the same within the same seconds. */
const better = (joins: Readonly<Record<string, readonly Join[]>>, of: keyof Join): number[] =>
  (joins['ours'] ?? []).map((_, round) =>
    Math.min(...names.slice(1).map((name) => joins[name]?.[round]?.[of] ?? Infinity)),
  )

const figuresOf = (how: string, joins: Readonly<Record<string, readonly Join[]>>): Figure[] => {
  const of = (name: string, what: keyof Join) => (joins[name] ?? []).map((one) => one[what])
  return [
    ...names.map((name) => absolute('5', `${how}: last one whole, ${name}`, 'ms', of(name, 'last'))),
    ...names.map((name) => absolute('5', `${how}: server CPU, ${name}`, 'ms', of(name, 'cpu'))),
    ratio('5', `${how}: last one, ours ÷ the better peer`, of('ours', 'last'), better(joins, 'last'), {
      atMost: 0.7,
    }),
    ratio('5', `${how}: CPU, ours ÷ the better peer`, of('ours', 'cpu'), better(joins, 'cpu'), {
      atMost: 0.5,
    }),
  ]
}

const inRounds = async (bench: BenchRun, how: string, count: number, one: (at: number) => Promise<Join>) => {
  const joins: Record<string, Join[]> = {}
  for (let round = 0; round < count; round++)
    for (const [at, name] of names.entries()) {
      const joined = await one(at)
      joins[name] = [...(joins[name] ?? []), joined]
      bench.say(`  ${how}, ${name}: last after ${joined.last.toFixed(0)} ms, CPU ${joined.cpu.toFixed(0)} ms`)
    }
  return joins
}

export const joining: Part = {
  name: 'joining',
  title: `${people} people join a document of 245 kB at once (every server keeps it on disk)`,
  async run(bench) {
    const generator = bench.generator()
    const { bytes } = await generator.call('makeTrace', bench.full(traceEdits, 60_000), 50)
    const servers = await Promise.all(names.map((name) => bench.started(name, { keeps: true })))
    const keepers = await Promise.all(
      servers.map(async (server) => (await server.seats('A', 1))[0] ?? never()),
    )
    await generator.call('holdOpen', keepers)
    for (const keeper of keepers) await generator.call('writeState', keeper)
    // Whole is everything but a byte here and there: each server writes the same document a little differently.
    const enough = bytes * 0.99
    for (const server of servers) await join(server, generator, enough)
    const warm = await inRounds(bench, 'warm', bench.full(7, 2), (at) =>
      join(servers[at] as ServerUnderTest, generator, enough),
    )
    await generator.call('letGo')
    await pause(storeMs)
    const cold = await inRounds(bench, 'cold', bench.full(5, 1), async (at) => {
      const server = servers[at] as ServerUnderTest
      await server.stop()
      await server.start()
      return join(server, generator, enough)
    })
    return [...figuresOf('warm', warm), ...figuresOf('cold', cold)]
  },
}

const never = (): never => {
  throw new Error('A server has no seat.')
}
