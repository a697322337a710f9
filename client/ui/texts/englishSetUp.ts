import { setUp } from './en/setUp.ts'

/** What those read who set up events. */
export const englishSetUp = { setUp }
