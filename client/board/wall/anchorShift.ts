import type { Spot } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import type { BoardLayout, LaidNote } from './boardLayout.ts'
import { bottom, collide, right, type Box } from './boxes.ts'
import { clusterKey } from './clusterKey.ts'
import type { Size, Viewport } from './viewport.ts'

/**
 * How far down what one reads has moved because of what happened elsewhere, in pixels of the wall: the card that has the focus,
 * else the one nearest to where eyes rest, a little above the middle of the window. Of another zone nothing counts. Who stands
 * at the top and holds nothing stays at the top, as in every page.
 */
export const anchorShift = (
  was: BoardLayout,
  is: BoardLayout,
  { x, y, zoom }: Viewport,
  { width, height }: Size,
  focused: string | null,
): number => {
  const seen: Box = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
  const held = focused === null ? null : (was.notes.get(focused as NoteId) ?? was.clusters.get(focused))
  if (held && collide(held.box, seen)) {
    const now = 'key' in held ? is.clusters.get(held.key) : is.notes.get(held.id)
    const stayed = 'key' in held ? held.at === is.clusters.get(held.key)?.at : hasStayed(held, was, is)
    if (now && stayed) return now.box.y - held.box.y
  }
  if (seen.y < topRoom) return 0
  const eyes = { x: seen.x + seen.width / 2, y: seen.y + seen.height * 0.4 }
  const away = ({ box }: LaidNote) =>
    Math.hypot(
      Math.max(0, box.x - eyes.x, eyes.x - right(box)),
      Math.max(0, box.y - eyes.y, eyes.y - bottom(box)),
    )
  let anchor: LaidNote | null = null
  let nearest = Infinity
  for (const note of was.notes.values()) {
    if (!collide(note.box, seen) || away(note) >= nearest || !hasStayed(note, was, is)) continue
    anchor = note
    nearest = away(note)
  }
  return anchor ? (is.notes.get(anchor.id) as LaidNote).box.y - anchor.box.y : 0
}
const topRoom = 8

/** Not somebody's doing with the card itself, or with the sheet beneath it. */
const hasStayed = (note: LaidNote, was: BoardLayout, is: BoardLayout): boolean => {
  const now = is.notes.get(note.id)
  if (!now || now.question !== note.question || now.cluster !== note.cluster || now.column !== note.column)
    return false
  const sheet = note.cluster === null ? null : clusterKey(note.question, note.cluster)
  const isSameSheet = sheet === null || was.clusters.get(sheet)?.at === is.clusters.get(sheet)?.at
  return isSameSheet && isSameSpot(note.at, now.at)
}
const isSameSpot = (one: Spot | null, other: Spot | null) => one?.x === other?.x && one?.y === other?.y
