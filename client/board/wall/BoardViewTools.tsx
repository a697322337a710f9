import { useReactFlow, useStore as useFlowStore } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import type { IconName } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { wallToolsId } from '../BoardTools.tsx'
import { drawers, type DrawerName } from './BoardDrawer.tsx'
import { calmMs } from './calmMs.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useWall } from './useWall.ts'
import { maxZoom, wholeZoom, withinWall, type Size } from './viewport.ts'

type BoardViewToolsProps = {
  readonly drawer: DrawerName | null
  readonly onDrawer: (name: DrawerName | null) => void
  readonly size: Size
}

/** Stands in the page's docked bar. */
export function BoardViewTools(props: BoardViewToolsProps) {
  const [bar, setBar] = useState<Element | null>(null)
  useEffect(() => setBar(document.getElementById(wallToolsId)), [])
  return bar && createPortal(<Tools {...props} />, bar)
}

const icons: Readonly<Record<DrawerName, IconName>> = {
  marked: 'bookmark',
  parking: 'archive',
  tray: 'inbox',
}

function Tools({ drawer, onDrawer, size }: BoardViewToolsProps) {
  const t = useTexts()
  const { store } = useBoardPlace()
  const arrangement = useStore(store.arrangement)
  const { layout, metrics } = useWall()
  const { zoomTo, setViewport } = useReactFlow()
  const zoom = useFlowStore(({ transform }) => transform[2])
  const minZoom = useFlowStore((state) => state.minZoom)
  const step = (by: number) => {
    const next = by > 0 ? Math.floor(zoom * 10 + 1.01) / 10 : Math.ceil(zoom * 10 - 1.01) / 10
    void zoomTo(next, { duration: calmMs() })
  }
  const showAll = () => {
    const view = withinWall(
      { x: 0, y: 0, zoom: wholeZoom(size, layout.get(), metrics) },
      size,
      layout.get(),
      metrics,
    )
    void setViewport(view, { duration: calmMs() })
  }
  const counts = {
    marked: arrangement?.marked.length ?? 0,
    parking: arrangement?.parked.length ?? 0,
    tray: arrangement?.trashed.length ?? 0,
  }
  return (
    <div className="board-view-tools">
      {drawers.map((name) => {
        const title = t(`group:${name}Title`)
        return (
          <Button
            key={name}
            variant="quiet"
            icon={icons[name]}
            className="board-drawer-button"
            aria-expanded={drawer === name}
            label={`${title} (${counts[name]})`}
            onClick={() => onDrawer(drawer === name ? null : name)}
          >
            <span className="word">{title}</span> <span className="num">({counts[name]})</span>
          </Button>
        )
      })}
      <span className="board-tools-gap" />
      <div className="board-zoom" role="group" aria-label={t('board:zoom')}>
        <Button
          variant="quiet"
          icon="minus"
          iconOnly
          label={t('board:zoomOut')}
          aria-disabled={zoom <= minZoom + 0.001}
          onClick={() => step(-1)}
        />
        <output className="num s">{t('board:zoomLevel', { percent: Math.round(zoom * 100) })}</output>
        <Button
          variant="quiet"
          icon="plus"
          iconOnly
          label={t('board:zoomIn')}
          aria-disabled={zoom >= maxZoom - 0.001}
          onClick={() => step(1)}
        />
        <Button variant="quiet" icon="maximize" iconOnly label={t('board:showAll')} onClick={showAll} />
      </div>
      <span className="board-tools-gap" />
    </div>
  )
}
