import { beamer } from './en/beamer.ts'
import { board } from './en/board.ts'
import { debug } from './en/debug.ts'
import { group } from './en/group.ts'
import { merge } from './en/merge.ts'
import { today } from './en/today.ts'
import { writing } from './en/writing.ts'
import { choosing } from './en/choosing.ts'
import { relating } from './en/relating.ts'
import { arranging } from './en/arranging.ts'
import { together } from './en/together.ts'
import { readout } from './en/readout.ts'

/** What everyone reads after having joined. */
export const englishInside = {
  beamer,
  board,
  debug,
  group,
  merge,
  today,
  writing,
  choosing,
  relating,
  arranging,
  together,
  readout,
}
