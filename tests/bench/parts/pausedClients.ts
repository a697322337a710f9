import { setTimeout as pause } from 'node:timers/promises'
import type { BenchRun, Part } from '../benchRun.ts'
import { absolute, ratio, type Figure } from '../figures.ts'
import { megabytes, residentBytes } from '../processStats.ts'
import type { ServerName } from '../serverUnderTest.ts'
import { percentile } from '../spread.ts'

const clients = 20
const bytesPerSecond = 1_000_000
const names = ['ours', 'y-websocket-server', 'Hocuspocus'] as const
const lookMs = 100

type Flowed = { readonly growth: number; readonly p99: number; readonly sentAway: number }

/** 1 MB/s of updates flows through a room until every client was due its share, and some do not take it. */
const flowed = async (bench: BenchRun, name: ServerName, paused: number): Promise<Flowed> => {
  const [server, generator] = [await bench.started(name), bench.generator()]
  const seats = await server.seats('A', clients)
  // The same ten write in both runs; the others read on or stop reading.
  await generator.call('openFlow', { seats, paused: clients / 2, bytesPerSecond })
  await pause(bench.full(10_000, 3_000))
  if (paused > 0) await generator.call('stopReading')
  await generator.call('markFlow')
  const before = residentBytes(server.pid)
  let peak = before
  const until = performance.now() + bench.full(60_000, 15_000)
  while (performance.now() < until) {
    await pause(lookMs)
    peak = Math.max(peak, residentBytes(server.pid))
  }
  const { latencies, sentAway } = await generator.call('endFlow')
  const flowed = { growth: megabytes(peak - before), p99: percentile(latencies, 0.99), sentAway }
  bench.say(
    `  ${name}, ${paused} of ${clients} do not read: memory + ${flowed.growth.toFixed(1)} MB, ` +
      `p99 of the others ${flowed.p99.toFixed(1)} ms, ${sentAway} sent away`,
  )
  await server.remove()
  generator.end()
  return flowed
}

export const pausedClients: Part = {
  name: 'paused',
  title: '10 of 20 clients stop reading while 1 MB/s of updates flows, until each was due 60 MB',
  async run(bench) {
    const figures: Figure[] = []
    for (const name of names) {
      const all = await flowed(bench, name, 0)
      const some = await flowed(bench, name, clients / 2)
      const isOurs = name === 'ours'
      figures.push(
        absolute(
          '8',
          `memory with clients that do not read, less without, ${name}`,
          'MB',
          [some.growth - all.growth],
          isOurs ? { atMost: 8 } : undefined,
        ),
        absolute('8', `memory + with clients that do not read, ${name}`, 'MB', [some.growth]),
        absolute('8', `memory + when all read, ${name}`, 'MB', [all.growth]),
        // "Unchanged", with room for what one run differs from the next.
        ratio(
          '8',
          `p99 of the others with ÷ without, ${name}`,
          [some.p99],
          [all.p99],
          isOurs ? { atMost: 1.25 } : undefined,
        ),
        absolute('8', `p99 of the others, ${name}`, 'ms', [some.p99]),
        absolute('8', `clients sent away, ${name}`, '', [some.sentAway]),
      )
    }
    return figures
  },
}
