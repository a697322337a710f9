import type { Part } from '../benchRun.ts'
import { boardRounds } from '../boards/boardRounds.ts'
import { boardSizes, contenderNames } from '../boards/contender.ts'
import { openBoard } from '../boards/openBoard.ts'
import { absolute, ratio } from '../figures.ts'

export const boardReady: Part = {
  name: 'board',
  title: 'A board is opened: from the start of the navigation until its notes are painted, nothing cached',
  isBoard: true,
  async run(bench) {
    const ready = await boardRounds(bench, {
      rounds: bench.full(5, 2),
      sizes: boardSizes,
      warmsUp: true,
      one: async (browser, contender, size) => {
        const board = await openBoard(browser, contender, size)
        await board.close()
        return board.readyMs
      },
      told: (ms) => `ready after ${ms.toFixed(0)} ms`,
    })
    return [
      ...boardSizes.flatMap((size) =>
        contenderNames.map((name) => absolute('9', `${size} notes ready, ${name}`, 'ms', ready(name, size))),
      ),
      ratio('9', '1,000 notes, ours ÷ Excalidraw', ready('ours', 1000), ready('Excalidraw', 1000), {
        atMost: 0.85,
      }),
      ratio('9', '1,000 notes, ours ÷ tldraw', ready('ours', 1000), ready('tldraw', 1000), { atMost: 0.3 }),
      ratio('9', '3,000 notes, ours ÷ Excalidraw', ready('ours', 3000), ready('Excalidraw', 3000), {
        atMost: 0.6,
      }),
      ratio('9', '3,000 notes, ours ÷ tldraw', ready('ours', 3000), ready('tldraw', 3000), { atMost: 0.12 }),
      ratio('9', 'ours, 3,000 notes ÷ 200', ready('ours', 3000), ready('ours', 200), { atMost: 1.5 }),
    ]
  },
}
