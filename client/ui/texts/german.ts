import { beamer } from './de/beamer.ts'
import { board } from './de/board.ts'
import { app } from './de/app.ts'
import { debug } from './de/debug.ts'
import { group } from './de/group.ts'
import { join } from './de/join.ts'
import { merge } from './de/merge.ts'
import { plenum } from './de/plenum.ts'
import { privacy } from './de/privacy.ts'
import { refusal } from './de/refusal.ts'
import { staff } from './de/staff.ts'
import { today } from './de/today.ts'
import { writing } from './de/writing.ts'
import { choosing } from './de/choosing.ts'
import { relating } from './de/relating.ts'
import { arranging } from './de/arranging.ts'
import { together } from './de/together.ts'
import { readout } from './de/readout.ts'

export const german = {
  app,
  refusal,
  join,
  today,
  staff,
  privacy,
  group,
  board,
  merge,
  plenum,
  beamer,
  debug,
  writing,
  choosing,
  relating,
  arranging,
  together,
  readout,
}
