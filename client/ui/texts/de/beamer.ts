export const beamer = {} as const
