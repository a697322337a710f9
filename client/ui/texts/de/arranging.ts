/** Zones, tidying up, moving by keys, what is told to a screen reader. */
export const arranging = {} as const
