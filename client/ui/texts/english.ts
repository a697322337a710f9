import { beamer } from './en/beamer.ts'
import { board } from './en/board.ts'
import { app } from './en/app.ts'
import { debug } from './en/debug.ts'
import { group } from './en/group.ts'
import { join } from './en/join.ts'
import { merge } from './en/merge.ts'
import { plenum } from './en/plenum.ts'
import { privacy } from './en/privacy.ts'
import { refusal } from './en/refusal.ts'
import { staff } from './en/staff.ts'
import { today } from './en/today.ts'
import { writing } from './en/writing.ts'
import { choosing } from './en/choosing.ts'
import { relating } from './en/relating.ts'
import { arranging } from './en/arranging.ts'
import { together } from './en/together.ts'
import { readout } from './en/readout.ts'

export const english = {
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
