import { fates } from './de/fates.ts'
import { minutes } from './de/minutes.ts'

/** What became of cards, what is asked before the Plenum is finalised, and its minutes. */
export const germanFates = { fates, minutes }
