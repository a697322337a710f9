import type { CommentId } from '#shared/ids.ts'

/** Comments of this visit: one's own before the server says so. */
export const madeHere = new Set<CommentId>()
