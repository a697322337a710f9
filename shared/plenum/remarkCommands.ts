import * as z from 'zod'
import { cleanText, hasVisibleText } from '../note.ts'
import { settlings } from './remark.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const words = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => cleanText(text).trim())

export const remarkCommand = z.object({
  option: id,
  text: words(2000).refine(hasVisibleText),
  /** The attempt at which it was said. */
  decision: id.nullable().default(null),
})
/** `overruled` needs a reason. */
export const settleCommand = z.object({
  how: z.enum(settlings),
  reason: words(2000).default(''),
  proposal: id.nullable().default(null),
})
