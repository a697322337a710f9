/** Choosing many notes, searching, filtering. */
export const choosing = {} as const
