import { valueStore } from '../../../sync/valueStore.ts'

/** The question that this person has folded up into the line under the bar. */
export const foldedConsent = valueStore<string | null>(null)
