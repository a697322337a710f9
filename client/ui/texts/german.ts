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
}
