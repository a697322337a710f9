import { useReactFlow, useStore as useFlowStore } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { QuestionId } from '#shared/ids.ts'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import type { IconName } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { wallToolsId } from '../BoardTools.tsx'
import { drawers, type DrawerName } from './drawers.ts'
import { calmMs } from './calmMs.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { notesOfZone } from '../choosing/readingOrder.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { counted } from '../counted.ts'
import { right } from './boxes.ts'
import { useTidyItems } from './useTidyItems.ts'
import { useWall } from './useWall.ts'
import { maxZoom, withinWall, type Size } from './viewport.ts'
import './BoardViewTools.css'

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
  tray: 'inbox',
}

function Tools({ drawer, onDrawer, size }: BoardViewToolsProps) {
  const t = useTexts()
  const { store, group, selection, mayWrite } = useBoardPlace()
  const arrangement = useStore(store.arrangement)
  const { layout, metrics, current, focusOn, showLarge } = useWall()
  const { zoomTo, setViewport, getViewport } = useReactFlow()
  const tidyItems = useTidyItems()
  const zoom = useFlowStore(({ transform }) => transform[2])
  const minZoom = useFlowStore((state) => state.minZoom)
  const step = (by: number) => {
    const next = by > 0 ? Math.floor(zoom * 10 + 1.01) / 10 : Math.ceil(zoom * 10 - 1.01) / 10
    void zoomTo(next, { duration: calmMs() })
  }
  /** The Themenspeicher stands at the end of the wall. */
  const showParking = () => {
    const zone = layout.get().zones.find(({ question }) => question === null)
    if (!zone) return
    const { zoom: now } = getViewport()
    const view = { x: size.width - (right(zone.box) + metrics.marginX) * now, y: 0, zoom: now }
    void setViewport(withinWall({ ...view, y: metrics.marginY * now }, size, layout.get(), metrics), {
      duration: calmMs(),
    })
    const first = zone.stops[0]
    if (first !== undefined) focusOn(first, { pan: false })
  }
  const showChosen = () => {
    const chosen = [...selection.get()]
    showLarge(chosen.length > 0 ? chosen : [current.get()].filter((key) => key !== null))
  }
  const zoomItems: MenuItem[] = [
    { id: 'in', label: t('board:zoomIn'), icon: 'plus', onAction: () => step(1) },
    { id: 'out', label: t('board:zoomOut'), icon: 'minus', onAction: () => step(-1) },
    { id: 'all', label: t('board:showAll'), icon: 'maximize', onAction: () => showLarge([]) },
    { id: 'chosen', label: t('arranging:showChosen'), icon: 'zoom-in', onAction: showChosen },
  ]
  const counts = {
    marked: arrangement?.marked.length ?? 0,
    tray: arrangement?.trashed.length ?? 0,
  }
  const notesOf = (question: QuestionId) => () => {
    const zone = store.arrangement.get().zones.find((one) => one.question === question)
    return zone ? notesOfZone(zone) : []
  }
  const parked = arrangement?.parked.length ?? 0
  // Once the menu has given the focus back.
  const later = (act: () => void) => () => setTimeout(act)
  return (
    <div className="board-view-tools">
      {mayWrite && (
        <Menu
          label={t('arranging:tidy')}
          className="board-tidy"
          variant="quiet"
          icon="layout-grid"
          placement="top start"
          sections={[
            { id: 'all', title: t('arranging:tidyAll'), items: tidyItems('all', () => 'all') },
            ...group.questions.map(({ id }) => ({
              id,
              title: t('arranging:tidyOnly', { question: id }),
              items: tidyItems(id, notesOf(id)),
            })),
          ]}
        >
          <span className="word">{t('arranging:tidy')}</span>
        </Menu>
      )}
      <Button
        variant="quiet"
        icon="archive"
        className="board-drawer-button"
        label={counted(t('arranging:showParking'), parked)}
        onClick={showParking}
      >
        <span className="word">{t('group:parkingTitle')}</span> <Count of={parked} />
      </Button>
      {drawers.map((name) => {
        const title = t(`group:${name}Title`)
        return (
          <Button
            key={name}
            variant="quiet"
            icon={icons[name]}
            className="board-drawer-button"
            aria-expanded={drawer === name}
            label={counted(title, counts[name])}
            onClick={() => onDrawer(drawer === name ? null : name)}
          >
            <span className="word">{title}</span> <Count of={counts[name]} />
          </Button>
        )
      })}
      {/* The same with words, where there is no room for them in the bar. */}
      <Menu
        label={t('choosing:more')}
        className="wall-more"
        variant="quiet"
        icon="ellipsis"
        placement="top start"
        sections={[
          ...(mayWrite ? [{ id: 'tidy', items: tidyItems('more', () => 'all', true) }] : []),
          {
            id: 'parts',
            items: [
              {
                id: 'parking',
                label: counted(t('group:parkingTitle'), parked),
                icon: 'archive',
                onAction: later(showParking),
              },
              ...drawers.map((name) => ({
                id: name,
                label: counted(t(`group:${name}Title`), counts[name]),
                icon: icons[name],
                onAction: later(() => onDrawer(name)),
              })),
            ],
          },
          {
            id: 'zoom',
            title: t('board:zoom'),
            items: zoomItems.map((item) => ({ ...item, onAction: later(() => item.onAction?.()) })),
          },
        ]}
      />
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
        <Button
          variant="quiet"
          icon="maximize"
          iconOnly
          label={t('board:showAll')}
          onClick={() => showLarge([])}
        />
        <Button
          variant="quiet"
          icon="zoom-in"
          iconOnly
          className="board-show-chosen"
          label={t('arranging:showChosen')}
          onClick={showChosen}
        />
      </div>
      <span className="board-tools-gap" />
    </div>
  )
}

function Count({ of: count }: { readonly of: number }) {
  return count > 0 && <span className="num">({count})</span>
}
