import { today } from './en/today.ts'

/** What stands on Today, and on no other page. */
export const englishToday = { today }
