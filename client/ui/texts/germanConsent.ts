import { consent } from './de/consent.ts'

/** What one reads while something is decided together. */
export const germanConsent = { consent }
