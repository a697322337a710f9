import { useEffect, useState } from 'react'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import type { BoardMetrics } from './boardMetrics.ts'
import { BoardDrawer, type DrawerName } from './BoardDrawer.tsx'
import { BoardSurface } from './BoardSurface.tsx'
import { BoardViewTools } from './BoardViewTools.tsx'
import { useFollowEditing } from './useFollowEditing.ts'
import { useKeepStop } from './useKeepStop.ts'
import { WallContext } from './useWall.ts'
import { useWallValue } from './useWallValue.ts'
import { minZoneHeight, openingZoom, type Size } from './viewport.ts'

type BoardWallProps = {
  readonly layout: BoardLayoutStore
  readonly metrics: BoardMetrics
  readonly size: Size
}

/** Surface, tools and drawer around one focus. */
export function BoardWall({ layout, metrics, size }: BoardWallProps) {
  const { wall, focus } = useWallValue(layout, metrics)
  const [drawer, setDrawer] = useState<DrawerName | null>(null)
  const zones = layout.get().zones.length
  useEffect(() => {
    layout.setMinHeight(minZoneHeight(size, openingZoom(size, zones, metrics), metrics))
  }, [layout, metrics, size, zones])
  useFollowEditing(wall, focus)
  useKeepStop(layout, focus)
  return (
    <WallContext value={wall}>
      <BoardSurface focus={focus} size={size} />
      {drawer && <BoardDrawer name={drawer} onClose={() => setDrawer(null)} />}
      <BoardViewTools drawer={drawer} onDrawer={setDrawer} size={size} />
    </WallContext>
  )
}
