import * as z from 'zod'
import { cleanText } from '../note.ts'
import { oneLine } from '../personName.ts'
import { fateKinds } from './fate.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const noAddressee = { levels: [], text: null }

/** What becomes of a marked note that stands in no result. `kind` null: nothing was said. */
export const sayFateCommand = z.object({
  kind: z.enum(fateKinds).nullable(),
  addressee: z
    .object({
      levels: z.array(id).max(20),
      text: z
        .string()
        .max(300)
        .nullable()
        .transform((text) => (text === null ? null : oneLine(text) || null)),
    })
    .default(noAddressee),
  reason: z
    .string()
    .max(2000)
    .transform((text) => cleanText(text).trim())
    .default(''),
})
export type SayFate = z.output<typeof sayFateCommand>
