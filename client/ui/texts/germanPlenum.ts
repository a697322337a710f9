import { beamer } from './de/beamer.ts'
import { plenum } from './de/plenum.ts'
import { staff } from './de/staff.ts'

/** What one reads in the Plenum, its office, and on the wall. */
export const germanPlenum = {
  beamer,
  plenum,
  staff,
}
