import * as z from 'zod'

const ref = z.string().regex(/^[A-Za-z0-9_-]{1,64}\/[A-Za-z0-9_-]{1,64}$/)

/** These notes do not belong together, none of them with any other; or (false) they may be proposed again. */
export const apartCommand = z.object({ notes: z.array(ref).min(2).max(10), apart: z.boolean() })
