import * as z from 'zod'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const ref = z.string().regex(/^[A-Za-z0-9_-]{1,64}\/[A-Za-z0-9_-]{1,64}$/)

const presented = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('group'), group: id, note: ref.nullable().default(null) }),
  z.object({ kind: z.literal('result'), id }),
  z.object({ kind: z.literal('block'), group: id }),
  z.object({ kind: z.literal('points') }),
  z.object({ kind: z.literal('closing') }),
])

/** The clock of the group that presents: starts anew, stops, or counts to another time. Minutes. */
const timer = z.discriminatedUnion('do', [
  z.object({ do: z.literal('start'), group: id, minutes: z.int().min(1).max(60).optional() }),
  z.object({ do: z.literal('stop') }),
  z.object({ do: z.literal('extend'), minutes: z.int().min(-30).max(30) }),
])

/** What changes about the presenting; what is not named stays. */
export const presentingCommand = z.object({
  now: presented.nullable().optional(),
  order: z.array(id).max(100).optional(),
  /** Without it the clock begins with a group, and ends with it. */
  timer: timer.optional(),
  /** What whoever commands has seen; if somebody else was faster, they are told. */
  version: z.int().optional(),
  /** The first screen shows the same. */
  beamer: z.boolean().default(false),
})

export const discussCommand = z.object({ target: z.union([ref, id]), on: z.boolean() })
