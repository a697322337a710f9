import * as z from 'zod'
import { cleanText, hasVisibleText } from './note.ts'
import { oneLine } from './personName.ts'
import { attemptOutcomes } from './result.ts'

export { maxNameLength, oneLine, parseName } from './personName.ts'

/** Every command from outside, parsed once at the door. */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const ref = z.string().regex(/^[A-Za-z0-9_-]{1,64}\/[A-Za-z0-9_-]{1,64}$/)
const tag = z.string().regex(/^[A-Za-z0-9_-]{1,64}\/[A-Za-z0-9_-]{1,64}$/)
const line = (max: number) => z.string().max(max).transform(oneLine)
const words = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => cleanText(text).trim())
const optional = (max: number) =>
  z
    .string()
    .max(max)
    .nullable()
    .transform((text) => (text === null ? null : oneLine(text) || null))

export const joinCommand = z.object({
  code: z.string().max(100),
  name: z.unknown().optional(),
  group: z.string().max(100).nullish(),
})
export const seatCommand = z.object({ group: z.string().max(100) })

const lead = z.object({ levels: z.array(id).max(20), text: optional(300) })
const due = z.object({ date: z.iso.date().nullable(), text: optional(300) })
const openPoint = z.object({ text: line(1000), note: ref.nullable(), to: line(300) })

export const makeResultCommand = z.object({
  sources: z.array(ref).min(1).max(50),
  links: z.array(ref).max(50).default([]),
  kind: id.optional(),
  title: line(300).optional(),
})
const resultFields = z
  .object({
    group: id,
    kind: id,
    title: line(300).refine(hasVisibleText),
    sources: z.array(ref).min(1).max(50),
    links: z.array(ref).max(50),
    levels: z.array(id).max(20),
    tags: z.array(tag).max(50),
    lead,
    due,
    openPoints: z.array(openPoint).max(50),
  })
  .partial()
/** `was`: what stood there for whoever changes it. If it is something else by now, nothing is changed. */
export const changeResultCommand = resultFields.extend({ was: resultFields.optional() })
/** Stand before this result of the same kind and Leitfrage; null: at the end. */
export const moveResultCommand = z.object({ before: id.nullable() })

export const decideCommand = z.object({
  /** The canonical text each result had on the screen of whoever decides. */
  results: z
    .array(z.object({ id, text: z.string().max(200_000) }))
    .min(1)
    .max(200),
  outcome: z.enum(attemptOutcomes),
  counts: z.record(id, z.int().min(0).max(100_000)),
  sentence: words(2000).default(''),
  /** Why objections that nobody has settled are not followed; without it they stand in the way of adopting. */
  overrule: words(2000).default(''),
})
/** What became of an attempt that an objection stood in the way of. */
export const sayOutcomeCommand = decideCommand.pick({ outcome: true, sentence: true, overrule: true })
const closingFields = z
  .object({
    openPoints: z.array(openPoint.extend({ group: id })).max(100),
    parkingLot: z.array(z.object({ note: ref, topic: line(300), addressee: lead })).max(500),
    nextSteps: z.array(words(1000)).max(50),
  })
  .partial()
/** `was` as for a result. */
export const closingCommand = closingFields.extend({ was: closingFields.optional() })
