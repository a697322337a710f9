import { setTimeout as pause } from 'node:timers/promises'
import { collectGarbage } from '../collectGarbage.ts'
import type { BenchRun, Part } from '../benchRun.ts'
import { absolute, ratio, type Figure } from '../figures.ts'
import { megabytes, residentBytes } from '../processStats.ts'
import type { ServerName, ServerUnderTest } from '../serverUnderTest.ts'

const all = ['ours', 'y-websocket-server', 'Hocuspocus', 'raw ws'] as const
const keepers = ['ours', 'y-websocket-server', 'Hocuspocus'] as const
/** Boards of about 34 kB. */
const notes = 84
/** Hocuspocus stores late. */
const storeMs = 12_000

const kilobytes = (bytes: number): number => bytes / 1024

/** Held: after the rubbish was collected. Lazy: as the system sees it without anyone's help. */
type Memory = { readonly held: number; readonly lazy: number }
const memoryOf = async (server: ServerUnderTest): Promise<Memory> => {
  const lazy = residentBytes(server.pid)
  await collectGarbage(server)
  return { lazy, held: residentBytes(server.pid) }
}

/** Bytes of one more idle connection: what the first few hundred cost in buffers and compilers is left out. */
const connectionBytes = async (bench: BenchRun, name: ServerName): Promise<number> => {
  const [first, more] = [500, bench.full(4000, 1500)]
  const server = await bench.started(name, { connectionsPerPerson: 20 })
  const generator = bench.generator()
  await server.seats('A', first + more)
  // A process that has let in nobody over HTTP: what that left behind would hide what connections take.
  await server.stop()
  await server.start()
  const seats = await server.seats('A', first + more)
  await generator.call('holdOpen', seats.slice(0, first))
  await pause(bench.full(8_000, 2_000))
  const before = await memoryOf(server)
  await generator.call('holdOpen', seats.slice(first))
  await pause(bench.full(8_000, 2_000))
  const after = await memoryOf(server)
  const bytes = (after.held - before.held) / more
  const open = await generator.call('countOpen')
  if (open < first + more) throw new Error(`${name} ended ${first + more - open} idle connections.`)
  bench.say(
    `  ${name}: ${kilobytes(bytes).toFixed(1)} kB an idle connection ` +
      `(${kilobytes((after.lazy - before.held) / more).toFixed(1)} kB with rubbish)`,
  )
  await server.remove()
  generator.end()
  return bytes
}

type Boards = {
  readonly base: number
  readonly board: number
  readonly lazyBoard: number
  readonly peak: number
  readonly after: readonly { seconds: number; bytes: number }[]
  readonly collected: number
}

/** Boards loaded from the disk, a connection each, then left alone; at last everybody leaves. */
const boardBytes = async (bench: BenchRun, server: ServerUnderTest, connection: number): Promise<Boards> => {
  const [first, more] = [20, bench.full(200, 60)]
  const generator = bench.generator()
  await server.start()
  const written = await server.ownSeats(first + more)
  const size = await generator.call('writeBoards', written, notes)
  await pause(storeMs)
  await server.stop()
  await server.start()
  await pause(2_000)
  const base = (await memoryOf(server)).lazy
  const seats = await server.ownSeats(first + more)
  await generator.call('holdOpen', seats.slice(0, first))
  const idleMs = bench.full(40_000, 15_000)
  await pause(idleMs)
  const before = await memoryOf(server)
  await generator.call('holdOpen', seats.slice(first))
  const peak = residentBytes(server.pid)
  await pause(idleMs)
  const idle = await memoryOf(server)
  const board = (idle.held - before.held) / more - connection
  const lazyBoard = (idle.lazy - before.held) / more - connection
  bench.say(
    `  ${server.name}: ${kilobytes(board).toFixed(0)} kB an idle board of ${kilobytes(size).toFixed(0)} kB, ` +
      `${kilobytes(lazyBoard).toFixed(0)} kB with rubbish (${megabytes(base).toFixed(0)} MB before, ` +
      `${megabytes(before.held).toFixed(0)} MB with ${first}, ${megabytes(idle.held).toFixed(0)} MB with ${first + more})`,
  )
  await generator.call('letGo')
  const after: { seconds: number; bytes: number }[] = []
  let waited = 0
  for (const seconds of waitsOf(bench)) {
    await pause((seconds - waited) * 1000)
    waited = seconds
    after.push({ seconds, bytes: residentBytes(server.pid) })
  }
  const collected = (await memoryOf(server)).held
  return { base, board, lazyBoard, peak: Math.max(peak, idle.lazy), after, collected }
}
const waitsOf = (bench: BenchRun): number[] => {
  const last = bench.options.waitSeconds ?? bench.full(120, 10)
  return last > 30 ? [30, last] : [last]
}

export const memory: Part = {
  name: 'memory',
  title: 'Memory of idle connections and idle boards, and what is given back when everybody has left',
  async run(bench) {
    const connections: Record<string, number[]> = {}
    for (let round = 1; round <= bench.full(3, 1); round++)
      await Promise.all(
        all.map(async (name) => {
          const bytes = await connectionBytes(bench, name)
          connections[name] = [...(connections[name] ?? []), bytes]
        }),
      )
    const of = (name: string) => (connections[name] ?? []).map(kilobytes)
    const boards = new Map(
      await Promise.all(
        keepers.map(async (name) => {
          const connection = absolute('6', '', '', connections[name] ?? []).spread.median
          return [name, await boardBytes(bench, bench.server(name, { keeps: true }), connection)] as const
        }),
      ),
    )
    type Keeper = (typeof keepers)[number]
    const board = (name: Keeper) => [kilobytes(boards.get(name)?.board ?? NaN)]
    const lazyBoard = (name: Keeper) => [kilobytes(boards.get(name)?.lazyBoard ?? NaN)]
    return [
      ...all.map((name) => absolute('6', `an idle connection, ${name}`, 'kB', of(name))),
      ratio('6', 'idle connection, ours ÷ raw ws', of('ours'), of('raw ws'), { atMost: 1.1 }),
      ...keepers.map((name) => absolute('6', `an idle board, ${name}`, 'kB', board(name))),
      ...keepers.map((name) =>
        absolute('6', `an idle board, rubbish included, ${name}`, 'kB', lazyBoard(name)),
      ),
      ratio('6', 'idle board, ours ÷ y-websocket-server', board('ours'), board('y-websocket-server'), {
        atMost: 0.15,
      }),
      ...[...boards].flatMap(([name, { base, peak, after, collected }]): Figure[] => [
        absolute('6', `memory with all boards ÷ before, ${name}`, '×', [peak / base]),
        ...after.map(({ seconds, bytes }, at) =>
          absolute(
            '6',
            `memory ${seconds} s after all left ÷ before, ${name}`,
            '×',
            [bytes / base],
            name === 'ours' && at === after.length - 1 ? { atMost: 1.2 } : undefined,
          ),
        ),
        absolute('6', `the same after collecting rubbish, ${name}`, '×', [collected / base]),
      ]),
    ]
  },
}
