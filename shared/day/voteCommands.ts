import * as z from 'zod'
import { voteKinds } from './vote.ts'

const item = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** Without items: all that stand there, in the order of the list. */
export const openVoteCommand = z.object({
  kind: z.enum(voteKinds),
  items: z.array(item).min(1).max(1000).optional(),
})
/**
 * What one gives to an item from now on, not what is added: sent twice, it counts once. Null takes an answer back; of
 * resistance 0 is one.
 */
export const pointsCommand = z.object({ item, points: z.int().min(0).max(1000).nullable() })
export const handCommand = z.object({ item, points: z.int().min(0).max(1000) })
