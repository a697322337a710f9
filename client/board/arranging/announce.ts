import { valueStore } from '../../sync/valueStore.ts'

/** What is told to a screen reader next. Each telling has an id of its own, so that the same words are said again. */
export const told = valueStore<{ readonly id: number; readonly text: string } | null>(null)

let count = 0
/** Says what no change of focus tells. */
export const announce = (text: string): void => told.set({ id: ++count, text })
