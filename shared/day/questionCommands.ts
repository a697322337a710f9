import * as z from 'zod'
import { cleanText } from '../note.ts'
import { questionStates } from './audienceQuestion.ts'

const maxHintLength = 300

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const words = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => cleanText(text).trim())

export const askCommand = z.object({
  /** Chosen by the device: what arrives twice is one question. */
  id: id.optional(),
  item: id,
  /** Measured by the command itself, which has a sentence for it. */
  text: z.string().max(100_000),
  isAnonymous: z.boolean().default(false),
  /** A word that the device keeps, to take an anonymous question back. */
  key: id.optional(),
})
export const supportCommand = z.object({ on: z.boolean() })
export const questionStateCommand = z.object({
  state: z.enum(questionStates).exclude(['waiting']),
  /** What whoever commands has seen; if somebody else was faster, they are told. */
  from: z.enum(questionStates).optional(),
  running: id.nullable().optional(),
  hint: words(maxHintLength).default(''),
})
export const passCommand = z.object({ group: id, question: id.nullable().default(null) })
/** `erase`: by those who order questions, whatever its state, and for good. */
export const takeBackCommand = z.object({ key: id.optional(), erase: z.boolean().default(false) })
export const queueCommand = z.object({ isModerated: z.boolean() })

/** As it is stored: without control characters, with single empty lines at the most. */
export const questionText = (raw: string): string =>
  cleanText(raw)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
