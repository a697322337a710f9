import { useEffect } from 'react'
import { boxOf } from './boardLayout.ts'
import { zoneKey } from './boardNodes.ts'
import { clamp } from './boxes.ts'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import type { WallFocus } from './wallFocus.ts'
import { wallStopKeys } from './wallStops.ts'

/** There is always one tab stop. When a card goes away, the one in its place takes over, with the focus if it had it. */
export const useKeepStop = (layout: BoardLayoutStore, focus: WallFocus, mayWrite: boolean): void => {
  useEffect(() => {
    let before = layout.get()
    const keep = () => {
      const now = layout.get()
      const current = focus.current.get()
      // Asked with every change of the wall: most often it stands where it stood.
      if (current === null || !boxOf(now, current)) keepIn(wallStopKeys(now, mayWrite), current)
      before = now
    }
    const keepIn = (stops: readonly string[], current: string | null) => {
      if (current !== null && stops.includes(current)) return
      const at = wallStopKeys(before, mayWrite).indexOf(current ?? '')
      const next = stops[clamp(at, 0, stops.length - 1)] ?? null
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
    keep()
    return layout.subscribe(keep)
  }, [layout, focus, mayWrite])
}
