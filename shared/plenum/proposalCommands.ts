import * as z from 'zod'
import { cleanText, maxNoteLength } from '../note.ts'

/** Measured by the commands themselves, which have a sentence for it. */
const words = z.string().max(200_000).transform(cleanText)
const reason = words.transform((text) => text.trim()).default('')
const place = z.int().min(0).max(maxNoteLength)

export const proposeCommand = z.object({
  /** Chosen by the device: what arrives twice is one proposal. */
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  base: words,
  from: place,
  to: place,
  text: words,
  reason,
})

export const settleCommand = z.discriminatedUnion('how', [
  z.object({ how: z.literal('taken'), reason }),
  z.object({
    how: z.literal('adapted'),
    reason,
    /** The whole wording in the moderators' own words, and the one that they had before them. */
    text: words,
    base: words.optional(),
  }),
  z.object({ how: z.literal('declined'), reason }),
])
