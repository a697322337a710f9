import type { Part } from '../benchRun.ts'
import { absolute, ratio } from '../figures.ts'
import { inTurn } from '../inTurn.ts'

export const roomOf200: Part = {
  name: 'room',
  title:
    'A room of 200, 20 of them typing 7 edits/s, cursors 10/s; peers keep nothing, we sync before anyone sees',
  async run(bench) {
    const windows = await inTurn(bench, {
      servers: ['ours', 'y-websocket-server', 'Hocuspocus', 'raw ws'],
      load: { rooms: ['A'], clients: 200, typing: 20, editsPerSecond: 7, cursorsPerSecond: 10 },
      generators: 1,
      rounds: bench.full(3, 1),
      seconds: bench.full(8, 3),
    })
    const of = (name: string) => (windows[name] ?? []).map((window) => window.microsecondsPerEdit)
    const frames = (name: string) => (windows[name] ?? []).map((window) => window.framesPerClient)
    const ours = windows['ours'] ?? []
    return [
      ...Object.keys(windows).map((name) =>
        absolute('1', `server CPU an edit delivered, ${name}`, 'µs', of(name)),
      ),
      ratio('1', 'CPU an edit, ours ÷ y-websocket-server', of('ours'), of('y-websocket-server'), {
        atMost: 0.4,
      }),
      ratio('1', 'CPU an edit, ours ÷ Hocuspocus', of('ours'), of('Hocuspocus'), { atMost: 0.4 }),
      ratio('1', 'CPU an edit, ours ÷ raw ws', of('ours'), of('raw ws')),
      ratio('1', 'frames a client, ours ÷ y-websocket-server', frames('ours'), frames('y-websocket-server')),
      absolute(
        '1',
        'p50, ours',
        'ms',
        ours.map((window) => window.p50),
      ),
      absolute(
        '1',
        'p99, ours',
        'ms',
        ours.map((window) => window.p99),
      ),
    ]
  },
}
