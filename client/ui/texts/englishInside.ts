import { board } from './en/board.ts'
import { group } from './en/group.ts'
import { merge } from './en/merge.ts'
import { seating } from './en/seating.ts'
import { writing } from './en/writing.ts'
import { choosing } from './en/choosing.ts'
import { relating } from './en/relating.ts'
import { arranging } from './en/arranging.ts'
import { together } from './en/together.ts'
import { readout } from './en/readout.ts'
import { score } from './en/score.ts'
import { phaseBar } from './en/phaseBar.ts'

/** What everyone reads after having joined. */
export const englishInside = {
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
