import { plenum } from './en/plenum.ts'
import { staff } from './en/staff.ts'

/** What one reads in the Plenum and its office. */
export const englishPlenum = {
  plenum,
  staff,
}
