import { ReactFlowProvider } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useLayoutEffect, useRef, useState } from 'react'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { BoardWall } from './BoardWall.tsx'
import { boardLayoutStore, type BoardLayoutStore } from './boardLayoutStore.ts'
import { boardMetrics, type BoardMetrics } from './boardMetrics.ts'
import { openMeasure } from './measureNotes.ts'
import { BoardPlaceContext, type BoardPlace } from '../useBoardPlace.ts'
import { remSize } from './remSize.ts'
import { useElementSize } from './useElementSize.ts'
import { maxZoom, minZoneHeight, openingZoom, type Size } from './viewport.ts'
import './BoardView.css'

/** The wall: the same board as the list, in space. It fills the flex container that it stands in. */
export function BoardView(place: BoardPlace) {
  const room = useRef<HTMLDivElement>(null)
  const size = useElementSize(room)
  const opened = useBoardLayout(place, room.current, size)
  return (
    <BoardPlaceContext value={place}>
      <div className="board-view" ref={room}>
        {size && opened && (
          <ReactFlowProvider initialWidth={size.width} initialHeight={size.height} initialMaxZoom={maxZoom}>
            <BoardWall layout={opened.layout} metrics={opened.metrics} size={size} />
          </ReactFlowProvider>
        )}
      </div>
    </BoardPlaceContext>
  )
}

type Opened = { readonly layout: BoardLayoutStore; readonly metrics: BoardMetrics }

/** The layout of this board, for as long as board and language stay. */
const useBoardLayout = (
  { store, group }: BoardPlace,
  host: HTMLElement | null,
  size: Size | null,
): Opened | null => {
  const t = useTexts()
  const language = useLanguage()
  const [opened, setOpened] = useState<Opened | null>(null)
  const first = useRef(size)
  first.current ??= size
  const isReady = host !== null && size !== null

  useLayoutEffect(() => {
    if (!isReady || !host || !first.current) return
    const metrics = boardMetrics(remSize())
    const words = { more: t('app:readAll'), empty: t('app:emptyNote') }
    const measure = openMeasure(host, words, () => layout.layMeasured())
    const zoom = openingZoom(first.current, group.questions.length, metrics)
    const layout = boardLayoutStore({
      store,
      group,
      metrics,
      measure,
      minHeight: minZoneHeight(first.current, zoom, metrics),
      clusterTitle: (title) => title || t('group:clusterUntitled'),
      clusterCount: (count) => t('group:notes', { count }),
    })
    let hasFonts = document.fonts.status === 'loaded'
    const fontsCame = () => {
      layout.measureAgain(!hasFonts)
      hasFonts = true
    }
    document.fonts.addEventListener('loadingdone', fontsCame)
    setOpened({ layout, metrics })
    return () => {
      document.fonts.removeEventListener('loadingdone', fontsCame)
      setOpened(null)
      layout.close()
    }
  }, [store, group, host, isReady, language, t])

  return opened
}
