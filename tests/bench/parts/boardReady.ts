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
    const opened = await boardRounds(bench, {
      rounds: bench.full(5, 2),
      sizes: boardSizes,
      warmsUp: true,
      one: async (browser, contender, size) => {
        const board = await openBoard(browser, contender, size)
        await board.close()
        return { ready: board.readyMs, works: board.worksMs }
      },
      told: ({ ready, works }) => `ready after ${ready.toFixed(0)} ms, works after ${works.toFixed(0)} ms`,
    })
    const ready = (...which: Parameters<typeof opened>) => opened(...which).map((one) => one.ready)
    const works = (...which: Parameters<typeof opened>) => opened(...which).map((one) => one.works)
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
      ...boardSizes.map((size) =>
        absolute('9', `${size} notes, ours: one can work`, 'ms', works('ours', size)),
      ),
      ratio(
        '9',
        '1,000 notes, ours: one can work ÷ Excalidraw',
        works('ours', 1000),
        works('Excalidraw', 1000),
      ),
      ratio(
        '9',
        '3,000 notes, ours: one can work ÷ Excalidraw',
        works('ours', 3000),
        works('Excalidraw', 3000),
      ),
      ratio('9', 'ours, 3,000 notes ÷ 200', ready('ours', 3000), ready('ours', 200), { atMost: 1.5 }),
    ]
  },
}
