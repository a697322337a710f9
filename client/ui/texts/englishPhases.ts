import { phases } from './en/phases.ts'

export const englishPhases = { phases }
