import { board } from './de/board.ts'
import { group } from './de/group.ts'
import { merge } from './de/merge.ts'
import { seating } from './de/seating.ts'
import { writing } from './de/writing.ts'
import { choosing } from './de/choosing.ts'
import { relating } from './de/relating.ts'
import { arranging } from './de/arranging.ts'
import { together } from './de/together.ts'
import { readout } from './de/readout.ts'
import { score } from './de/score.ts'
import { phaseBar } from './de/phaseBar.ts'

/** What everyone reads after having joined. */
export const germanInside = {
  board,
  group,
  merge,
  seating,
  writing,
  choosing,
  relating,
  arranging,
  together,
  readout,
  score,
  phases: phaseBar,
}
