import * as z from 'zod'
import { attemptOutcomes } from '../result.ts'
import { defaultSeconds } from './consentAnswer.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const seconds = z.int().min(5).max(600).default(defaultSeconds)
const count = z.int().min(0).max(100_000)

/** Bound to the canonical texts that whoever opens it has on the screen. */
export const openConsentCommand = z.object({
  results: z
    .array(z.object({ id, text: z.string().max(200_000) }))
    .min(1)
    .max(200),
  seconds,
})
/** What one says from now on: sent twice, or from a second device, it counts once. */
export const answerConsentCommand = z.object({
  option: id,
  /** Measured by the command itself, which has a sentence for it. */
  reason: z.string().max(100_000).default(''),
  /** Of a block: the result that the reason is about. */
  result: id.nullable().default(null),
})
/** All answers of people without a device, by option; what is not named is none. */
export const consentHandsCommand = z.object({ hands: z.record(id, count) })
/** `endsAt` as whoever extends saw it: pressed twice it is extended once. */
export const extendConsentCommand = z.object({ endsAt: z.int(), seconds })
/** Without an outcome the rule says it. */
export const closeConsentCommand = z.object({
  outcome: z.enum(attemptOutcomes).optional(),
  sentence: z.string().max(2000).default(''),
})
