import * as z from 'zod'
import { cleanText } from '../note.ts'
import { oneLine } from '../personName.ts'

const words = z
  .string()
  .max(5000)
  .transform((text) => cleanText(text).trim())
const title = z.string().max(300).transform(oneLine)

/** `before`: what stood there for whoever changes it. Is it another by now, they are told. */
export const changeMinutesCommand = z.object({
  title: title.optional(),
  remarks: words.optional(),
  before: z
    .object({ title: z.string().max(300).optional(), remarks: z.string().max(5000).optional() })
    .optional(),
})
export const changeLineCommand = z.object({ remark: words, before: z.string().max(5000).optional() })

export type ChangeMinutes = z.output<typeof changeMinutesCommand>
export type ChangeLine = z.output<typeof changeLineCommand>
