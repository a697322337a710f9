import * as z from 'zod'

/** `key`: one for every time that somebody means it. Sent again with it, nothing more happens. */
export const finaliseCommand = z
  .object({
    key: z
      .string()
      .regex(/^[A-Za-z0-9_-]{8,64}$/)
      .optional(),
  })
  .default({})
