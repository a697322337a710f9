import { useEffect, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Presence } from '#shared/wire.ts'
import type { Point } from './boxes.ts'

/** A place on the wall: counted from the card or cluster it is on, since everybody's columns may stand differently. */
export type Pointed = Point & { readonly on: string | null }
/** The mouse of somebody else. */
export type Cursor = Pointed & { readonly client: number; readonly name: string; readonly colour: number }

/** The caret in a text has the field `cursor`; this one is for the mouse. */
const field = 'pointer'
export const cursorRestMs = 10_000
const sendMs = 100

/** Mice of the others; gone after ten seconds without motion. */
export const useCursors = (awareness: Awareness): readonly Cursor[] => {
  const [cursors, setCursors] = useState<readonly Cursor[]>([])
  useEffect(() => {
    const seen = new Map<number, { text: string; at: number }>()
    const look = () => {
      const now = Date.now()
      const next: Cursor[] = []
      for (const [client, state] of awareness.getStates() as Map<number, Presence>) {
        if (client === awareness.clientID || typeof state.user?.name !== 'string') continue
        // Whoever writes is named at the card already.
        if (typeof state.note === 'string') continue
        const { x, y, on } = (state[field] ?? {}) as Record<string, unknown>
        if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y)) continue
        const text = `${x} ${y} ${on}`
        const before = seen.get(client)
        const at = before?.text === text ? before.at : now
        seen.set(client, { text, at })
        if (now - at < cursorRestMs)
          next.push({
            client,
            x,
            y,
            on: typeof on === 'string' ? on : null,
            name: state.user.name,
            colour: state.user.colour,
          })
      }
      setCursors((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next))
    }
    look()
    const timer = setInterval(look, 1000)
    awareness.on('change', look)
    return () => {
      clearInterval(timer)
      awareness.off('change', look)
    }
  }, [awareness])
  return cursors
}

/** Tells the others where this mouse is: ten times a second at most, and nothing while nobody is there. */
export const sendCursor = (
  awareness: Awareness,
  surface: HTMLElement,
  toWall: (point: Point) => Pointed,
  isHeard: () => boolean,
): (() => void) => {
  let last = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: Point | null = null
  const set = (value: Pointed | null) => {
    const known: unknown = awareness.getLocalState()?.[field] ?? null
    if (known !== value) awareness.setLocalStateField(field, value)
  }
  const send = () => {
    timer = undefined
    last = Date.now()
    if (!waiting || !isHeard()) return
    const { x, y, on } = toWall(waiting)
    set({ x: Math.round(x), y: Math.round(y), on })
  }
  const move = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return
    waiting = { x: event.clientX, y: event.clientY }
    timer ??= setTimeout(send, Math.max(0, last + sendMs - Date.now()))
  }
  const leave = () => {
    clearTimeout(timer)
    timer = undefined
    waiting = null
    set(null)
  }
  surface.addEventListener('pointermove', move)
  surface.addEventListener('pointerleave', leave)
  return () => {
    surface.removeEventListener('pointermove', move)
    surface.removeEventListener('pointerleave', leave)
    leave()
  }
}
