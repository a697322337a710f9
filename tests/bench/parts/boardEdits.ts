import type { Part } from '../benchRun.ts'
import { boardRounds, p95 } from '../boards/boardRounds.ts'
import { caretTimes } from '../boards/caretTimes.ts'
import { contenderNames, type BoardSize, type Change, type ContenderName } from '../boards/contender.ts'
import { remoteChanges } from '../boards/remoteChanges.ts'
import { absolute, ratio, type Figure } from '../figures.ts'

/** Script a change; moving lays the zone out anew. */
const most: Readonly<Record<Change, number>> = { text: 1, move: 2.5 }

export const boardEdits: Part = {
  name: 'edits',
  title: 'Somebody else writes a letter or moves a note; a double-click begins an edit',
  isBoard: true,
  async run(bench) {
    const measured = await boardRounds(bench, {
      rounds: bench.full(3, 1),
      sizes: [200, 3000],
      one: async (browser, contender, size) => ({
        ...(await remoteChanges(browser, contender, size)),
        carets: await caretTimes(browser, contender, size, bench.full(20, 8)),
      }),
      told: ({ text, move, carets }) =>
        `text ${text.script.toFixed(2)} ms script, ${text.task.toFixed(1)} ms task; ` +
        `move ${move.script.toFixed(2)} ms script, ${move.task.toFixed(1)} ms task; caret p95 ${p95(carets).toFixed(0)} ms`,
    })
    const script = (name: ContenderName, size: BoardSize, what: Change) =>
      measured(name, size).map((one) => one[what].script)
    const task = (name: ContenderName, size: BoardSize, what: Change) =>
      measured(name, size).map((one) => one[what].task)
    const carets = (name: ContenderName, size: BoardSize) =>
      measured(name, size).map((one) => p95(one.carets))
    return [
      ...(['text', 'move'] as const).flatMap((what): Figure[] => [
        ...contenderNames.flatMap((name) => [
          absolute('11', `${what}, 200 notes: script, ${name}`, 'ms', script(name, 200, what)),
          absolute(
            '11',
            `${what}, 3,000 notes: script, ${name}`,
            'ms',
            script(name, 3000, what),
            name === 'ours' ? { atMost: most[what] } : undefined,
          ),
          absolute('11', `${what}, 3,000 notes: main thread, ${name}`, 'ms', task(name, 3000, what)),
        ]),
        ratio(
          '11',
          `${what}, ours, script, 3,000 ÷ 200`,
          script('ours', 3000, what),
          script('ours', 200, what),
          { atMost: 1.3 },
        ),
      ]),
      ...contenderNames.flatMap((name) =>
        ([200, 3000] as const).map((size) =>
          absolute(
            '12',
            `double-click → caret, p95, ${size} notes, ${name}`,
            'ms',
            carets(name, size),
            name === 'ours' ? { atMost: 50 } : undefined,
          ),
        ),
      ),
    ]
  },
}
