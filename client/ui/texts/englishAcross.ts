import { across } from './en/across.ts'

export const englishAcross = { across }
