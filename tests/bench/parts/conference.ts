import type { Part } from '../benchRun.ts'
import { absolute, ratio } from '../figures.ts'
import { inTurn, keepingPeer } from '../inTurn.ts'

export const conference: Part = {
  name: 'conference',
  title: 'The conference: 4 rooms of 30, 8 typing 5 edits/s in each, cursors 10/s',
  async run(bench) {
    const windows = await inTurn(bench, {
      servers: ['ours', 'y-websocket-server', keepingPeer, 'Hocuspocus', 'raw ws'],
      load: { rooms: ['A', 'B', 'C', 'D'], clients: 30, typing: 8, editsPerSecond: 5, cursorsPerSecond: 10 },
      generators: 1,
      rounds: bench.full(3, 1),
      seconds: bench.full(10, 3),
    })
    const of = (name: string) => (windows[name] ?? []).map((window) => window.microsecondsPerEdit)
    const ours = windows['ours'] ?? []
    return [
      ...Object.entries(windows).map(([name, of]) =>
        absolute(
          '3',
          `CPU of one core, ${name}`,
          '%',
          of.map((window) => window.cpu * 100),
        ),
      ),
      ratio('3', 'CPU, ours ÷ y-websocket-server', of('ours'), of('y-websocket-server'), { atMost: 0.7 }),
      ratio('3', `CPU, ours ÷ ${keepingPeer}`, of('ours'), of(keepingPeer)),
      ratio('3', 'CPU, ours ÷ Hocuspocus', of('ours'), of('Hocuspocus')),
      absolute(
        '3',
        'p50, ours',
        'ms',
        ours.map((window) => window.p50),
        { atMost: 10 },
      ),
      absolute(
        '3',
        'p99, ours',
        'ms',
        ours.map((window) => window.p99),
        { below: 40 },
      ),
    ]
  },
}
