/** Putting notes together, related notes, comments, similar notes. */
export const relating = {} as const
