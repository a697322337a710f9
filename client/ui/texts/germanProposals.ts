import { proposals } from './de/proposals.ts'

/** What one reads where other words for a result are proposed and shown. */
export const germanProposals = { proposals }
