import type { Awareness } from 'y-protocols/awareness'
import type { NoteId } from '#shared/ids.ts'
import type { Point } from './boxes.ts'

const field = 'drags'
const sendMs = 100

export type SendDrags = {
  /** The card under the pointer comes first; `corner` is its top left on the wall. */
  readonly move: (notes: readonly NoteId[], corner: Point) => void
  readonly end: () => void
}

/** Tells the others which cards are being moved: ten times a second at most, and nothing while nobody is there. */
export const sendDrags = (awareness: Awareness, isHeard: () => boolean): SendDrags => {
  let last = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: { readonly notes: readonly NoteId[]; readonly x: number; readonly y: number } | null = null
  const send = () => {
    timer = undefined
    last = Date.now()
    if (waiting && isHeard()) awareness.setLocalStateField(field, waiting)
  }
  return {
    move: (notes, { x, y }) => {
      if (notes.length === 0) return
      waiting = { notes, x: Math.round(x), y: Math.round(y) }
      timer ??= setTimeout(send, Math.max(0, last + sendMs - Date.now()))
    },
    end: () => {
      clearTimeout(timer)
      timer = undefined
      waiting = null
      const known: unknown = awareness.getLocalState()?.[field] ?? null
      if (known !== null) awareness.setLocalStateField(field, null)
    },
  }
}
