import { useEffect, useState } from 'react'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import type { BoardMetrics } from './boardMetrics.ts'
import { BoardSurface } from './BoardSurface.tsx'
import { BoardViewTools } from './BoardViewTools.tsx'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { pageStands, whenPageStands } from '../../ui/pageStands.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import type { DrawerName } from './drawers.ts'
import { useFollowEditing } from './useFollowEditing.ts'
import { useKeepStop } from './useKeepStop.ts'
import { useKeepView } from './useKeepView.ts'
import { MoveHint } from './MoveHint.tsx'
import { openWall } from './openWall.ts'
import { WallContext } from './useWall.ts'
import { useWallValue } from './useWallValue.ts'
import { minZoneHeight, openingZoom, type Size } from './viewport.ts'

// They come when the wall stands.
const WallMap = fetchedApart(async () => (await import('./WallMap.tsx')).WallMap)
const loadDrawer = () => import('./BoardDrawer.tsx')
const BoardDrawer = fetchedApart(async () => (await loadDrawer()).BoardDrawer)

type BoardWallProps = {
  readonly layout: BoardLayoutStore
  readonly metrics: BoardMetrics
  readonly size: Size
}

/** Surface, tools and drawer around one focus. */
export function BoardWall({ layout, metrics, size }: BoardWallProps) {
  const { wall, focus } = useWallValue(layout, metrics)
  const { group, mayWrite } = useBoardPlace()
  const questions = group.questions.length
  const [drawer, setDrawer] = useState<DrawerName | null>(null)
  useEffect(() => {
    layout.setMinHeight(minZoneHeight(size, openingZoom(size, questions, metrics), metrics))
  }, [layout, metrics, size, questions])
  useEffect(() => {
    openWall.set({ layout, metrics })
    return () => openWall.set(null)
  }, [layout, metrics])
  useEffect(pageStands, [])
  // Before the network may go.
  useEffect(() => {
    void whenPageStands()
      .then(loadDrawer)
      .catch(() => {})
  }, [])
  useFollowEditing(wall, focus)
  useKeepView(wall)
  useKeepStop(layout, focus, mayWrite)
  return (
    <WallContext value={wall}>
      <BoardSurface focus={focus} size={size} />
      {!drawer && <WallMap size={size} />}
      <MoveHint />
      {drawer && <BoardDrawer name={drawer} onClose={() => setDrawer(null)} />}
      <BoardViewTools drawer={drawer} onDrawer={setDrawer} size={size} />
    </WallContext>
  )
}
