import { setUp } from './de/setUp.ts'

/** What those read who set up events. */
export const germanSetUp = { setUp }
