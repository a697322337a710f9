import { points } from './de/points.ts'

/** What one reads while points are given and counted. */
export const germanPoints = { points }
