import { useEffect } from 'react'
import { clamp } from './boxes.ts'
import type { BoardLayout } from './boardLayout.ts'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import type { WallFocus } from './wallFocus.ts'

/** There is always one tab stop. When a card goes away, the one in its place takes over, with the focus if it had it. */
export const useKeepStop = (layout: BoardLayoutStore, focus: WallFocus): void => {
  useEffect(() => {
    let before = stopsOf(layout.get())
    const keep = () => {
      const stops = stopsOf(layout.get())
      const current = focus.current.get()
      if (current === null || !stops.includes(current)) {
        const next = stops[clamp(before.indexOf(current ?? ''), 0, stops.length - 1)] ?? null
        // Once React has taken the old card away.
        if (next !== null && focus.hasFocus.get()) queueMicrotask(() => focus.focus(next))
        focus.setCurrent(next)
      }
      before = stops
    }
    keep()
    return layout.subscribe(keep)
  }, [layout, focus])
}

const stopsOf = ({ zones }: BoardLayout): string[] => zones.flatMap(({ stops }) => stops)
