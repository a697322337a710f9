import * as z from 'zod'
import { cleanText } from '../note.ts'
import { maxMessageLength, resultTexts, screenNumbers, zoomSteps } from './beamerScreen.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const message = z
  .string()
  .max(maxMessageLength)
  .transform((text) => cleanText(text).trim())

const show = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('welcome') }),
  z.object({ kind: z.literal('today') }),
  z.object({ kind: z.literal('groups') }),
  z.object({ kind: z.literal('group'), group: id, view: id, note: id.nullable().default(null) }),
  z.object({ kind: z.literal('question'), item: id }),
  z.object({ kind: z.literal('questions'), item: id }),
  z.object({ kind: z.literal('timer'), stage: id }),
  z.object({ kind: z.literal('points'), stage: id }),
  z.object({ kind: z.literal('message'), text: message.refine((text) => text !== '') }),
  z.object({
    kind: z.literal('result'),
    id,
    text: z.enum(resultTexts).optional(),
    proposal: id.optional(),
  }),
  z.object({ kind: z.literal('consent'), id }),
  z.object({ kind: z.literal('blank') }),
])

/** What changes on a screen; what is not named stays. Another show begins at its first page. */
export const beamerCommand = z.object({
  screen: z.literal(screenNumbers).default(1),
  show: show.optional(),
  page: z.int().min(0).max(999).optional(),
  zoom: z.int().min(zoomSteps.least).max(zoomSteps.most).optional(),
  timer: id.nullable().optional(),
  message: message.optional(),
  queue: z.array(show).max(30).optional(),
  /** What whoever commands has seen; if somebody else was faster, they are told. */
  version: z.int().optional(),
})
