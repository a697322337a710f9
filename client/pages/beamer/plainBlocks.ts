import type { Block } from '#shared/note.ts'

/** A plain text as the wall shows texts: a paragraph for each block of lines. */
export const plainBlocks = (text: string): readonly Block[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', spans: [{ text: part }] }))
