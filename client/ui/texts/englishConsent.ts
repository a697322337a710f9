import { consent } from './en/consent.ts'

export const englishConsent = { consent }
