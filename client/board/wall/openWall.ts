import { valueStore } from '../../sync/valueStore.ts'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import type { BoardMetrics } from './boardMetrics.ts'

/** The wall that is on the page now, for tools that stand beside it; null while the list is. */
export const openWall = valueStore<{
  readonly layout: BoardLayoutStore
  readonly metrics: BoardMetrics
} | null>(null)
