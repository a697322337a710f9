import type { SheetNote } from '../across/groupSheet.ts'

export type HeadedNotes = { readonly heading: string; readonly rows: readonly SheetNote[] }

/** In the order that was chosen: neighbours of one cluster stand under its heading, others come again. */
export const headed = (rows: readonly SheetNote[]): readonly HeadedNotes[] => {
  const parts: { heading: string; rows: SheetNote[] }[] = []
  for (const row of rows) {
    const last = parts.at(-1)
    if (last && last.heading === row.heading) last.rows.push(row)
    else parts.push({ heading: row.heading, rows: [row] })
  }
  return parts
}
