import * as z from 'zod'
import { joinCommand as joinFields } from '../commands.ts'

/**
 * POST /api/join. `attempt`: a secret of the form that is being sent; sent again, after an answer that got lost, it
 * makes no second person.
 */
export const joinCommand = joinFields.extend({
  level: z.string().max(100).nullish(),
  attempt: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,64}$/)
    .optional(),
})
/** POST /api/transfer: the six digits that another device shows. */
export const transferCommand = z.object({ code: z.string().max(100) })

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const group = z.string().max(100).nullable()
/** Seats others than one's own. `beyond`: also where there is no room. */
export const seatCommand = z.object({ group, beyond: z.boolean().default(false) })
export const seatManyCommand = seatCommand.extend({ people: z.array(id).min(1).max(1000) })
export const mergePeopleCommand = z.object({ into: id })
/** PUT /api/people/expected: the whole list. */
export const expectedCommand = z.object({
  list: z.array(z.object({ name: z.string().max(1000), group })).max(2000),
  beyond: z.boolean().default(false),
})
