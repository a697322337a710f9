import { valueStore } from '../../sync/valueStore.ts'

/** One gives points now: that stands in place of the page. */
export const isGivingPoints = valueStore(false)
