import { CallRefused } from './call.ts'

/** No answer to what was sent, or none that is meant for it: it is tried again. A refusal is an answer. */
export const isSilence = (error: unknown): boolean =>
  !(error instanceof CallRefused) || error.code === 'offline' || error.status >= 500 || error.status === 429
