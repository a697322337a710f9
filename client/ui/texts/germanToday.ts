import { today } from './de/today.ts'

/** What stands on Today, and on no other page. */
export const germanToday = { today }
