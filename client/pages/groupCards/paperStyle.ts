import type { CSSProperties } from 'react'
import type { Paper } from '#shared/template.ts'
import { paperColours, pictureColours } from '../../board/picture/pictureColours.ts'

/** What will be printed has the colours of paper, also on a dark screen. */
export const paperStyle = (paper: Paper): CSSProperties => {
  const { paper: ground, edge, ink } = paperColours[paper]
  return {
    '--paper': ground,
    '--paper-edge': edge,
    '--paper-ink': ink,
    '--ink': pictureColours.ink,
    '--ink-2': pictureColours.ink2,
    '--line-strong': edge,
  } as CSSProperties
}
