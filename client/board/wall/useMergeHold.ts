import { useCallback, useEffect, useRef } from 'react'
import type { NoteId } from '#shared/ids.ts'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import { contains, type Point } from './boxes.ts'

const holdMs = 500
/** Whoever holds still still trembles. */
const stillPx = 6

type Hold = { readonly note: NoteId; readonly at: Point; readonly timer: number; isHeld: boolean }

/**
 * A card held still over another means that both say the same. `over` follows the pointer and answers the card beneath
 * once it is held over it; so does `onHeld`, because a pointer that stands still tells nothing. `end` answers it for the
 * last time.
 */
export const useMergeHold = (layout: BoardLayoutStore, onHeld: (note: NoteId) => void) => {
  const hold = useRef<Hold | null>(null)
  const heard = useRef(onHeld)
  heard.current = onHeld
  const end = useCallback((): NoteId | null => {
    const last = hold.current
    hold.current = null
    clearTimeout(last?.timer)
    return last?.isHeld ? last.note : null
  }, [])
  useEffect(() => () => void end(), [end])

  const over = useCallback(
    (point: Point, moved: readonly NoteId[]): NoteId | null => {
      const beneath = [...layout.get().notes].find(
        ([id, { box }]) => !moved.includes(id) && contains(box, point),
      )
      const note = beneath?.[0] ?? null
      const now = hold.current
      if (now && now.note === note) {
        if (now.isHeld) return note
        if (Math.hypot(now.at.x - point.x, now.at.y - point.y) <= stillPx) return null
      }
      end()
      if (note === null) return null
      const timer = window.setTimeout(() => {
        if (!hold.current) return
        hold.current.isHeld = true
        heard.current(note)
      }, holdMs)
      hold.current = { note, at: point, timer, isHeld: false }
      return null
    },
    [layout, end],
  )
  return { over, end }
}
