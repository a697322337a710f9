import { pino, type Logger } from 'pino'

export type Log = Logger
/** Structured lines on standard output; never note text, names, codes or tickets. */
export const openLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
