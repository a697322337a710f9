import { presenting } from './en/presenting.ts'

export const englishPresenting = { presenting }
