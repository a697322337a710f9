import { beamer } from './de/beamer.ts'
import { board } from './de/board.ts'
import { common } from './de/common.ts'
import { group } from './de/group.ts'
import { join } from './de/join.ts'
import { plenum } from './de/plenum.ts'
import { privacy } from './de/privacy.ts'
import { refusal } from './de/refusal.ts'
import { staff } from './de/staff.ts'
import { today } from './de/today.ts'

export const german = { common, refusal, join, today, staff, privacy, group, board, plenum, beamer }
