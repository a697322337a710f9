import { plenum } from './de/plenum.ts'
import { staff } from './de/staff.ts'

/** What one reads in the Plenum and its office. */
export const germanPlenum = {
  plenum,
  staff,
}
