import type { Note } from '#shared/board.ts'
import { plainText } from '#shared/note.ts'

const lineLength = 46
const mostLines = 8

export type CardRow = { readonly isWide: boolean; readonly notes: readonly Note[] }

/** Two cards beside each other; a long text has the row to itself. The order stays. */
export const cardRows = (notes: readonly Note[]): readonly CardRow[] => {
  const rows: CardRow[] = []
  let open: Note[] | null = null
  for (const note of notes) {
    if (isLong(note)) {
      rows.push({ isWide: true, notes: [note] })
      open = null
    } else if (open) {
      open.push(note)
      open = null
    } else {
      open = [note]
      rows.push({ isWide: false, notes: open })
    }
  }
  return rows
}

const isLong = ({ blocks }: Note): boolean =>
  plainText(blocks)
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / lineLength)), 0) > mostLines
