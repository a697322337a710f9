import type { KindIcon } from '#shared/template.ts'

/** The shapes of kinds as outlines on a grid of 24 × 24: the same figures as the icons on the cards. */
export const kindPaths: Readonly<Record<KindIcon, string>> = {
  'sticky-note': 'M4 4h16v11l-5 5H4zM15 20v-5h5',
  'triangle-alert': 'M12 3.5L22 20.5H2zM12 10v4.5M12 17.3v.4',
  'user-round': 'M12 3a5 5 0 0 1 0 10a5 5 0 0 1 0-10zM3.5 21a8.5 8.5 0 0 1 17 0',
  signpost: 'M12 3v18M5 6h11l3 3l-3 3H5z',
  flag: 'M5 22V4h14l-3 5.5l3 5.5H5',
  'diamond-minus': 'M12 2.5L21.5 12L12 21.5L2.5 12zM8 12h8',
  'circle-question-mark':
    'M12 2a10 10 0 0 1 0 20a10 10 0 0 1 0-20zM9 9.2a3 3 0 1 1 4.2 2.9c-.8.4-1.2 1-1.2 1.9M12 17.3v.4',
  archive: 'M3 4h18v5H3zM5 9v11h14V9M10 13h4',
}
