import * as z from 'zod'
import { hasVisibleText } from '../note.ts'
import { oneLine } from '../personName.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const perhaps = z
  .string()
  .max(300)
  .nullable()
  .transform((text) => (text === null ? null : oneLine(text) || null))

/** PATCH /api/agenda/:id. `seen`: the item as it stood in the form; whoever is late is told. */
export const changeAgendaCommand = z
  .object({
    title: z.string().max(300).transform(oneLine).refine(hasVisibleText),
    speaker: perhaps,
    organisation: perhaps,
    start: time,
    end: time,
  })
  .partial()
  .extend({
    moveFollowing: z.boolean().default(false),
    seen: z
      .object({
        title: z.string(),
        speaker: z.string().nullable(),
        organisation: z.string().nullable(),
        start: z.string(),
        end: z.string(),
      })
      .partial()
      .optional(),
  })
