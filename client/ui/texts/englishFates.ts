import { fates } from './en/fates.ts'
import { minutes } from './en/minutes.ts'

/** What became of cards, what is asked before the Plenum is finalised, and its minutes. */
export const englishFates = { fates, minutes }
