import { setTimeout as pause } from 'node:timers/promises'
import type { BenchRun, Part } from '../benchRun.ts'
import { absolute, ratio, type Figure } from '../figures.ts'
import { traceEdits } from '../load/editingTrace.ts'
import type { LoadGenerator } from '../load/loadGenerator.ts'
import type { Seat } from '../load/roomClient.ts'
import type { ServerUnderTest } from '../serverUnderTest.ts'

/** One frame every turn of a busy server: each becomes a row of its own in a log. */
const everyMs = 17
const probeMs = 5
const settleMs = 1_000
const storeMs = 12_000

export type ColdLoad = {
  readonly start: number
  readonly synced: number
  readonly whole: number
  readonly blocked: number
  readonly idle: number
  readonly honest: boolean
}

/** The document that is loaded is a draft with us: boards are read by the server itself when it starts. */
const ownSeat = async (server: ServerUnderTest): Promise<Seat> => (await server.ownSeats(1))[0] as Seat

export const writeCold = async (
  servers: readonly ServerUnderTest[],
  writer: LoadGenerator,
  everyMs: number,
) => {
  await writer.call('writeTrace', await Promise.all(servers.map(ownSeat)), everyMs)
  await pause(storeMs)
  await Promise.all(servers.map((server) => server.stop()))
}

/** Starts a stopped server, and is the first to open the document, while somebody else asks for another one. */
export const loadCold = async (
  server: ServerUnderTest,
  loader: LoadGenerator,
  prober: LoadGenerator,
): Promise<ColdLoad> => {
  const start = await server.start()
  await prober.call('startProbe', (await server.seats('B', 1))[0] as Seat, probeMs)
  await pause(settleMs)
  await prober.call('longestWait')
  await pause(settleMs)
  const idle = await prober.call('longestWait')
  const loaded = await loader.call('loadWhole', await ownSeat(server))
  const blocked = await prober.call('longestWait')
  await prober.call('stopProbe')
  await server.stop()
  return { start, ...loaded, blocked, idle }
}

export const sentenceOf = (load: ColdLoad): string =>
  `synced after ${load.synced.toFixed(0)} ms${load.honest ? '' : ' (not whole yet)'}, whole after ${load.whole.toFixed(0)} ms, ` +
  `blocked ${load.blocked.toFixed(1)} ms (idle ${load.idle.toFixed(1)} ms), started in ${load.start.toFixed(0)} ms`

const names = ['ours', 'Hocuspocus', 'y-websocket-server'] as const

const rounds = async (bench: BenchRun, servers: readonly ServerUnderTest[]) => {
  const [loader, prober] = bench.generators(2) as [LoadGenerator, LoadGenerator]
  const size = await loader.call('makeTrace', bench.full(traceEdits, 20_000), bench.options.batch)
  bench.say(
    `  a made-up trace of ${bench.full(traceEdits, 20_000)} single edits, state ${size.bytes} bytes, ` +
      `written in ${size.frames} frames of ${bench.options.batch}, one every ${everyMs} ms`,
  )
  await writeCold(servers, loader, everyMs)
  const loads: Record<string, ColdLoad[]> = {}
  for (let round = 1; round <= bench.full(5, 2); round++)
    for (const server of servers) {
      const load = await loadCold(server, loader, prober)
      loads[server.name] = [...(loads[server.name] ?? []), load]
      bench.say(`  round ${round}, ${server.name}: ${sentenceOf(load)}`)
    }
  return loads
}

export const coldLoad: Part = {
  name: 'cold',
  title:
    'The first connection to a document of 259 778 edits after the server was started again (+ sqlite, + leveldb)',
  async run(bench) {
    const servers = await Promise.all(names.map((name) => bench.started(name, { keeps: true })))
    const loads = await rounds(bench, servers)
    const of = (name: string, what: 'synced' | 'whole' | 'blocked' | 'idle' | 'start') =>
      (loads[name] ?? []).map((load) => load[what])
    return [
      ...names.flatMap((name): Figure[] => [
        absolute('4', `first load: synced, ${name}`, 'ms', of(name, 'synced').slice(0, 1)),
        absolute('4', `first load: whole, ${name}`, 'ms', of(name, 'whole').slice(0, 1)),
        absolute('4', `whole, ${name}`, 'ms', of(name, 'whole').slice(1)),
        absolute(
          '4',
          `loop blocked, ${name}`,
          'ms',
          of(name, 'blocked'),
          name === 'ours' ? { atMost: 20 } : undefined,
        ),
        absolute('4', `start of the process, ${name}`, 'ms', of(name, 'start')),
      ]),
      ratio('4', 'whole, ours ÷ Hocuspocus + sqlite', of('ours', 'whole'), of('Hocuspocus', 'whole'), {
        atMost: 1,
      }),
      ratio(
        '4',
        'whole, ours ÷ y-websocket-server + leveldb',
        of('ours', 'whole'),
        of('y-websocket-server', 'whole'),
      ),
    ]
  },
}
