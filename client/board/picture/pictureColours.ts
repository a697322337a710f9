import type { Paper } from '#shared/template.ts'

/** The light colours of tokens.css: a picture is shown and printed elsewhere, whatever this device prefers. */
export const pictureColours = {
  page: '#faf9f6',
  wall: '#e8e6e0',
  zone: '#f4f2ee',
  ink: '#19282d',
  ink2: '#445258',
  line: '#d6d4ce',
  accent: '#005766',
} as const

export const paperColours: Readonly<
  Record<Paper, { readonly paper: string; readonly edge: string; readonly ink: string }>
> = {
  white: { paper: '#fefdfa', edge: '#838179', ink: '#605e56' },
  orange: { paper: '#ffdebf', edge: '#9d7756', ink: '#785537' },
  blue: { paper: '#d6ebfe', edge: '#6e8498', ink: '#4c6072' },
  teal: { paper: '#cceeee', edge: '#638888', ink: '#416463' },
  green: { paper: '#dcf1d2', edge: '#718867', ink: '#4e6245' },
  rose: { paper: '#ffdede', edge: '#9c7878', ink: '#765555' },
  yellow: { paper: '#fff1af', edge: '#928136', ink: '#6d5d0e' },
  grey: { paper: '#dcdbd6', edge: '#7c7a72', ink: '#595750' },
}
