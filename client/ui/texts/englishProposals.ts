import { proposals } from './en/proposals.ts'

export const englishProposals = { proposals }
