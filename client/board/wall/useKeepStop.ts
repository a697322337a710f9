import { useEffect } from 'react'
import { zoneKey } from './boardNodes.ts'
import { clamp } from './boxes.ts'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import type { WallFocus } from './wallFocus.ts'
import { wallStopKeys } from './wallStops.ts'

/** There is always one tab stop. When a card goes away, the one in its place takes over, with the focus if it had it. */
export const useKeepStop = (layout: BoardLayoutStore, focus: WallFocus, mayWrite: boolean): void => {
  useEffect(() => {
    const stopsOf = () => wallStopKeys(layout.get(), mayWrite)
    let before = stopsOf()
    const keep = () => {
      const stops = stopsOf()
      const current = focus.current.get()
      if (current === null || !stops.includes(current)) {
        const next = stops[clamp(before.indexOf(current ?? ''), 0, stops.length - 1)] ?? null
        // Once React has taken the old card away.
        const take = () => {
          // Unless something better to hold on to was found by then.
          if (next !== null && focus.current.get() === next) focus.focus(next)
        }
        // The "+" of a zone that others filled is still there.
        const isGone = !current?.startsWith(zoneKey(null))
        if (focus.hasFocus.get() && isGone) queueMicrotask(take)
        focus.setCurrent(next)
      }
      before = stops
    }
    keep()
    return layout.subscribe(keep)
  }, [layout, focus, mayWrite])
}
