import type { BenchRun, Part } from '../benchRun.ts'
import { absolute, ratio, type Figure } from '../figures.ts'
import { takeTurns, type Windows } from '../inTurn.ts'
import { traceEdits } from '../load/editingTrace.ts'
import type { LoadGenerator } from '../load/loadGenerator.ts'
import { TypingLoad, type TypingPlan } from '../typingLoad.ts'
import { loadCold, sentenceOf, writeCold, type ColdLoad } from './coldLoad.ts'

const sizes = [1, 4, 16] as const
/** Costs of the larger over costs of the smaller work, each a piece of work; a tenth is left to chance. */
const noFaster = { atMost: 1.1 }
const usual = { clients: 100, typing: 20, editsPerSecond: 7, cursorsPerSecond: 10 }

/** The same room at three sizes on one of our servers: microseconds an edit delivered. */
const typed = async (
  bench: BenchRun,
  what: string,
  planOf: (size: number) => typeof usual,
  notesOf: ((size: number) => number) | null = null,
) => {
  const server = await bench.started('ours')
  const generators = bench.generators(1)
  const loads = new Map<string, TypingLoad>()
  for (const [at, size] of sizes.entries()) {
    const room = 'ABC'[at] as string
    if (notesOf) await generators[0]?.call('writeBoards', await server.seats(room, 1), notesOf(size))
    const plan: TypingPlan = { ...planOf(size), rooms: [room], echoes: false }
    loads.set(`${what}, ${size}×`, new TypingLoad(server, plan, generators))
  }
  const windows = await takeTurns(bench, loads, { rounds: bench.full(3, 1), seconds: bench.full(6, 3) })
  await server.stop()
  return growthFigures(what, windows)
}

const growthFigures = (what: string, windows: Windows): Figure[] => {
  const of = (size: number) =>
    (windows[`${what}, ${size}×`] ?? []).map((window) => window.microsecondsPerEdit)
  return [
    ...sizes.map((size) => absolute('growth', `CPU an edit delivered, ${what}, ${size}×`, 'µs', of(size))),
    ratio('growth', `CPU an edit, ${what}, 4× ÷ 1×`, of(4), of(1), noFaster),
    ratio('growth', `CPU an edit, ${what}, 16× ÷ 4×`, of(16), of(4), noFaster),
  ]
}

/** The first connection to documents of three sizes, each on a server of its own. */
const loaded = async (bench: BenchRun): Promise<Figure[]> => {
  const [loader, prober] = bench.generators(2) as [LoadGenerator, LoadGenerator]
  const whole: Record<number, number[]> = {}
  const blocked: Record<number, number[]> = {}
  for (const size of sizes) {
    const edits = Math.round((bench.full(traceEdits, 64_000) / 16) * size)
    const { frames } = await loader.call('makeTrace', edits, bench.options.batch)
    const server = await bench.started('ours')
    await writeCold([server], loader, bench.full(17, 4))
    for (let round = 0; round < bench.full(3, 2); round++) {
      const load: ColdLoad = await loadCold(server, loader, prober)
      bench.say(`  ${edits} edits in ${frames} frames: ${sentenceOf(load)}`)
      whole[size] = [...(whole[size] ?? []), (load.whole / edits) * 1000]
      blocked[size] = [...(blocked[size] ?? []), load.blocked]
    }
  }
  return [
    ...sizes.map((size) =>
      absolute('growth', `cold load, a thousand edits, ${size}×`, 'ms', whole[size] ?? []),
    ),
    ratio('growth', 'cold load an edit, 4× ÷ 1×', whole[4] ?? [], whole[1] ?? [], noFaster),
    ratio('growth', 'cold load an edit, 16× ÷ 4×', whole[16] ?? [], whole[4] ?? [], noFaster),
    absolute('growth', 'cold load, loop blocked, 16×', 'ms', blocked[16] ?? [], { atMost: 20 }),
  ]
}

export const growth: Part = {
  name: 'growth',
  title: 'Our costs at 1×, 4× and 16× the clients, the edits, the notes on the board, the document to load',
  async run(bench) {
    return [
      ...(await typed(bench, '25 clients', (size) => ({ ...usual, clients: 25 * size }))),
      ...(await typed(bench, '5 typing', (size) => ({ ...usual, typing: 5 * size }))),
      ...(await typed(
        bench,
        'board of 60 notes',
        () => usual,
        (size) => 60 * size,
      )),
      ...(await loaded(bench)),
    ]
  },
}
