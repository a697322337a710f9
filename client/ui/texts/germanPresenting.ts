import { presenting } from './de/presenting.ts'

/** What one reads while groups present and everyone is led. */
export const germanPresenting = { presenting }
