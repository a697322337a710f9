import { debug } from './en/debug.ts'

export const englishDebug = { debug }
