/** The size of a rem in units of 16 px: as large as people have chosen their letters. */
export const remSize = (): number =>
  (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16
