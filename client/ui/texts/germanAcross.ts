import { across } from './de/across.ts'

/** What one reads while the Plenum is prepared. */
export const germanAcross = { across }
