import type { Part } from '../benchRun.ts'
import { absolute } from '../figures.ts'
import { inTurn } from '../inTurn.ts'

export const roomOf1000: Part = {
  name: 'crowd',
  title:
    'A room of 1000, 100 of them typing 7 edits/s, cursors 10/s (y-websocket-server breaks at 400: --all-peers tries)',
  async run(bench) {
    const windows = await inTurn(bench, {
      servers: bench.options.allPeers ? ['ours', 'Hocuspocus', 'y-websocket-server'] : ['ours', 'Hocuspocus'],
      load: { rooms: ['A'], clients: 1000, typing: 100, editsPerSecond: 7, cursorsPerSecond: 10 },
      generators: 2,
      rounds: bench.full(3, 1),
      seconds: bench.full(10, 4),
    })
    return Object.entries(windows).flatMap(([name, of]) => {
      const isOurs = name === 'ours'
      const cpu = of.map((window) => window.cpu * 100)
      return [
        absolute(
          '2',
          `p99, ${name}`,
          'ms',
          of.map((window) => window.p99),
          isOurs ? { below: 80 } : undefined,
        ),
        absolute(
          '2',
          `p50, ${name}`,
          'ms',
          of.map((window) => window.p50),
        ),
        absolute('2', `CPU of one core, ${name}`, '%', cpu, isOurs ? { below: 60 } : undefined),
        absolute(
          '2',
          `generator's CPU of one core, ${name}`,
          '%',
          of.map((window) => window.generatorCpu * 100),
        ),
      ]
    })
  },
}
