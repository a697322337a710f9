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
}
