export const plenum = {} as const
