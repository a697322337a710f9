import { collecting } from './de/collecting.ts'

/** What one reads around hidden collecting and late changes. */
export const germanCollecting = { collecting }
