import { points } from './en/points.ts'

export const englishPoints = { points }
