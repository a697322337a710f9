import { setTimeout as pause } from 'node:timers/promises'
import { Dice } from '../../kit/dice.ts'
import { faultyDisk, noFaultyDisk, type FaultyDisk } from '../../kit/faultyDisk.ts'
import type { BenchRun, Part } from '../benchRun.ts'
import { absolute, type Figure } from '../figures.ts'
import type { Survival } from '../load/crowdJobs.ts'
import type { ServerUnderTest } from '../serverUnderTest.ts'

const people = 8
const editsPerSecond = 12
const firstClient = 3_000_000

type Plan = {
  readonly rounds: number
  readonly shortestMs: number
  readonly longestMs: number
  readonly seed: number
}

/** Eight people type until the server is killed at a random moment, and all of them with it; a fresh client looks. */
const killed = async (
  bench: BenchRun,
  server: ServerUnderTest,
  plan: Plan,
  disk: FaultyDisk | null = null,
): Promise<Survival> => {
  const generator = bench.generator()
  const dice = new Dice(plan.seed)
  const sum = { told: 0, toldLost: 0, seen: 0, seenLost: 0 }
  await server.start()
  for (let round = 1; round <= plan.rounds; round++) {
    const seats = await server.seats('A', people, { acks: true })
    await generator.call('startCrowd', seats, firstClient + round * 100, editsPerSecond)
    await pause(plan.shortestMs + dice.below(plan.longestMs - plan.shortestMs))
    await server.kill()
    // In turns all that was not synced is gone, or some of it in any order, as disks do.
    disk?.undoUnsynced(round % 2 === 0 ? dice : undefined)
    const promised = await generator.call('endCrowd')
    await server.start()
    const [seat] = await server.seats('A', 1)
    if (!seat) throw new Error('There is no seat.')
    const survival = await generator.call('lookFor', seat, promised)
    for (const what of ['told', 'toldLost', 'seen', 'seenLost'] as const) sum[what] += survival[what]
    if (survival.toldLost + survival.seenLost > 0 || round % 10 === 0)
      bench.say(
        `  ${server.name}, round ${round}: lost ${survival.toldLost} of ${survival.told} edits it had called safe, ` +
          `${survival.seenLost} of ${survival.seen} that somebody had seen`,
      )
  }
  await server.kill()
  return sum
}

const figuresOf = (
  name: string,
  rounds: number,
  { told, toldLost, seen, seenLost }: Survival,
  isOurs: boolean,
): Figure[] => {
  const none = isOurs ? { atMost: 0 } : undefined
  return [
    absolute(
      '7',
      `${name}: lost after ${rounds} kills of ${told} edits called safe`,
      'edits',
      [toldLost],
      none,
    ),
    absolute(
      '7',
      `${name}: lost after ${rounds} kills of ${seen} edits seen by others`,
      'edits',
      [seenLost],
      none,
    ),
  ]
}

export const killRounds: Part = {
  name: 'kill',
  title: 'kill -9 while eight people type: is everything there that anyone was told of or saw?',
  async run(bench) {
    const rounds = bench.options.rounds ?? bench.full(100, 5)
    const ours = { rounds, shortestMs: 200, longestMs: 2_000, seed: 1 }
    // Hocuspocus stores after 2 to 10 seconds: short rounds alone would be unfair.
    const peers = {
      rounds: bench.full(10, 2),
      shortestMs: 1_000,
      longestMs: bench.full(14_000, 4_000),
      seed: 2,
    }
    const [own, yWebsocket, hocuspocus] = await Promise.all([
      killed(bench, bench.server('ours'), ours),
      killed(bench, bench.server('y-websocket-server', { keeps: true }), peers),
      killed(bench, bench.server('Hocuspocus', { keeps: true }), peers),
    ])
    return [
      ...figuresOf('ours', rounds, own, true),
      ...figuresOf('y-websocket-server + leveldb', peers.rounds, yWebsocket, false),
      ...figuresOf('Hocuspocus + sqlite', peers.rounds, hocuspocus, false),
    ]
  },
}

/** The same with the power cut: what was never synced is undone before the server starts again. */
export const powerCuts: Part = {
  name: 'power',
  title: 'The power is cut while eight people type: kill -9, and writes that were not synced are undone',
  async run(bench) {
    if (noFaultyDisk) throw new Error(`Writes cannot be undone here: ${noFaultyDisk}.`)
    const rounds = bench.options.rounds ?? bench.full(100, 5)
    const figures: Figure[] = []
    const cut = async (server: ServerUnderTest, plan: Plan) => {
      const disk = faultyDisk(server.folder)
      // The first start was long ago: what it wrote has reached the disk by itself.
      await server.start()
      await server.seats('A', people)
      await server.stop()
      server.env = disk.env
      try {
        const survival = await killed(bench, server, plan, disk)
        figures.push(...figuresOf(`${server.name}, power cut`, plan.rounds, survival, server.name === 'ours'))
      } finally {
        disk.remove()
      }
    }
    await cut(bench.server('ours'), { rounds, shortestMs: 200, longestMs: 2_000, seed: 3 })
    // Not y-websocket-server: leveldb writes through stdio inside the C library, where the shim cannot see it.
    const peers = { rounds: bench.full(3, 1), shortestMs: 8_000, longestMs: 14_000, seed: 4 }
    await cut(bench.server('Hocuspocus', { keeps: true }), peers)
    return figures
  },
}
