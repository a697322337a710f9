import type { Part } from '../benchRun.ts'
import { boardRounds, p95 } from '../boards/boardRounds.ts'
import { contenderNames } from '../boards/contender.ts'
import { motionOf } from '../boards/motion.ts'
import { absolute, type Figure } from '../figures.ts'

export const boardMotion: Part = {
  name: 'motion',
  title: 'A board of 3,000 notes is panned and zoomed with the wheel, near and from far',
  isBoard: true,
  async run(bench) {
    const motions = await boardRounds(bench, {
      rounds: bench.full(3, 1),
      sizes: [3000],
      one: motionOf,
      told: ({ frames, pan, zoom }) =>
        `frames p95 ${p95(frames).toFixed(1)} ms, worst ${Math.max(...frames).toFixed(1)} ms, ` +
        `${pan.toFixed(1)} ms a step panning, ${zoom.toFixed(1)} ms zooming`,
    })
    return contenderNames.flatMap((name): Figure[] => {
      const all = motions(name, 3000)
      const isOurs = name === 'ours'
      return [
        absolute(
          '10',
          `frame p95, ${name}`,
          'ms',
          all.map(({ frames }) => p95(frames)),
          isOurs ? { atMost: 17 } : undefined,
        ),
        absolute(
          '10',
          `worst frame, ${name}`,
          'ms',
          all.map(({ frames }) => Math.max(...frames)),
          isOurs ? { atMost: 34 } : undefined,
        ),
        absolute(
          '10',
          `main thread a step of panning, ${name}`,
          'ms',
          all.map(({ pan }) => pan),
        ),
        absolute(
          '10',
          `main thread a step of zooming, ${name}`,
          'ms',
          all.map(({ zoom }) => zoom),
        ),
      ]
    })
  },
}
