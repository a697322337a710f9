import { debug } from './de/debug.ts'

/** What one reads who looks under the bonnet. */
export const germanDebug = { debug }
