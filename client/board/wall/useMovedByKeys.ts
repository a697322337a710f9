import { useMemo, useSyncExternalStore } from 'react'
import { useBoardPlace } from '../useBoardPlace.ts'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import { zoneKey } from './boardNodes.ts'
import type { Point } from './boxes.ts'
import { movedWith } from './movedWith.ts'
import { placeOf } from './useMoveMode.ts'
import { useWall } from './useWall.ts'

/** Where things are while keys carry them; the same shape as a drag. */
export const useMovedByKeys = (
  boxes: BoardLayoutStore,
): { readonly moved: ReadonlyMap<string, Point>; readonly target: string | null } | null => {
  const { selection } = useBoardPlace()
  const { moving } = useWall()
  const now = useSyncExternalStore(moving.subscribe, moving.get)
  // While nothing is carried the wall changes nothing here.
  const layout = useSyncExternalStore(boxes.subscribe, () => now && boxes.get())
  return useMemo(() => {
    const place = now && placeOf(now)
    if (!place || !layout) return null
    return {
      moved: movedWith(layout, selection.get(), now.key, place.corner),
      target: place.target.cluster?.key ?? zoneKey(place.target.question),
    }
  }, [layout, selection, now])
}
