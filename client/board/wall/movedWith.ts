import type { NoteId } from '#shared/ids.ts'
import type { BoardLayout } from './boardLayout.ts'
import { boxOf } from './boardLayout.ts'
import type { Point } from './boxes.ts'

/** A cluster takes its notes along, and one chosen note all the others. The one that is held comes first. */
export const notesMovedWith = (
  layout: BoardLayout,
  chosen: ReadonlySet<NoteId>,
  held: string,
): readonly NoteId[] => {
  const cluster = layout.clusters.get(held)
  if (cluster) return cluster.notes
  const note = held as NoteId
  return chosen.has(note)
    ? [note, ...[...chosen].filter((id) => id !== note && layout.notes.has(id))]
    : [note]
}

/** Where everything is while the held thing is there. */
export const movedWith = (
  layout: BoardLayout,
  chosen: ReadonlySet<NoteId>,
  held: string,
  to: Point,
): ReadonlyMap<string, Point> => {
  const from = boxOf(layout, held) ?? to
  const moved = new Map([[held, to]])
  for (const id of notesMovedWith(layout, chosen, held)) {
    const box = layout.notes.get(id)?.box
    if (box) moved.set(id, { x: box.x + to.x - from.x, y: box.y + to.y - from.y })
  }
  return moved
}
