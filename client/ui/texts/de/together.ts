/** Who is here: following, pointing, looking together. */
export const together = {} as const
