import { beamer } from './en/beamer.ts'
import { plenum } from './en/plenum.ts'
import { staff } from './en/staff.ts'

/** What one reads in the Plenum, its office, and on the wall. */
export const englishPlenum = {
  beamer,
  plenum,
  staff,
}
