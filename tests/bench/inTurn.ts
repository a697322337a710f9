import type { BenchRun } from './benchRun.ts'
import type { ServerName } from './serverUnderTest.ts'
import { TypingLoad, type TypingPlan, type TypingWindow } from './typingLoad.ts'

export type Windows = Readonly<Record<string, readonly TypingWindow[]>>
type Rounds = { readonly rounds: number; readonly seconds: number }
export type TurnPlan = Rounds & {
  readonly servers: readonly Competitor[]
  readonly load: Omit<TypingPlan, 'echoes'>
  readonly generators: number
}

/** Peers keep nothing in these loads, their fastest set-up; one of them is also measured while it does. */
export const keepingPeer = 'y-websocket-server + leveldb'
export type Competitor = ServerName | typeof keepingPeer

const warmUpSeconds = 2

/** The same load on one server after the other; everyone stays connected all the time. */
export const inTurn = async (bench: BenchRun, plan: TurnPlan): Promise<Windows> => {
  const generators = bench.generators(plan.generators)
  const loads = new Map<string, TypingLoad>()
  for (const name of plan.servers) {
    // The stock client of Hocuspocus does not echo.
    const echoes = bench.options.echoes && name !== 'Hocuspocus' && name !== 'raw ws'
    const server =
      name === keepingPeer
        ? await bench.started('y-websocket-server', { keeps: true })
        : await bench.started(name)
    loads.set(name, new TypingLoad(server, { ...plan.load, echoes }, generators))
  }
  return takeTurns(bench, loads, plan)
}

/** One window of each, round by round, so that whatever drifts meanwhile hits all alike. */
export const takeTurns = async (
  bench: BenchRun,
  loads: ReadonlyMap<string, TypingLoad>,
  { rounds, seconds }: Rounds,
): Promise<Windows> => {
  for (const load of loads.values()) await load.open()
  const windows: Record<string, TypingWindow[]> = {}
  // The first of each is for the compilers; nobody counts it.
  for (const load of loads.values()) await load.window(bench.full(3, 1), warmUpSeconds)
  for (let round = 1; round <= rounds; round++)
    for (const [name, load] of loads) {
      const window = await load.window(seconds, warmUpSeconds)
      windows[name] = [...(windows[name] ?? []), window]
      bench.say(`  round ${round}, ${name}: ${sentenceOf(window)}`)
    }
  for (const load of loads.values()) await load.close()
  return windows
}

const sentenceOf = (window: TypingWindow): string =>
  `${window.microsecondsPerEdit.toFixed(2)} µs an edit, ${percent(window.cpu)} of a core, ` +
  `p50 ${window.p50.toFixed(1)} ms, p99 ${window.p99.toFixed(1)} ms, ${window.editsPerSecond.toFixed(0)} edits/s, ` +
  `${window.framesPerClient.toFixed(0)} frames/s a client, generator ${percent(window.generatorCpu)}` +
  (window.arrived < 1 ? `, ONLY ${percent(window.arrived)} ARRIVED` : '')

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
