import { phases } from './de/phases.ts'

/** What one reads while a phase runs. */
export const germanPhases = { phases }
