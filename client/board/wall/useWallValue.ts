import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useMemo, useState } from 'react'
import { parkingLotKind } from '#shared/template.ts'
import { valueStore } from '../../sync/valueStore.ts'
import { afterPaint } from '../../ui/afterPaint.ts'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import { boxOf, type BoardLayout } from './boardLayout.ts'
import type { BoardMetrics } from './boardMetrics.ts'
import type { Box } from './boxes.ts'
import { calmMs } from './calmMs.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import type { Moving } from './useMoveMode.ts'
import type { Wall } from './useWall.ts'
import { panInto, viewOn, wholeZoom, withinWall, type Insets, type Viewport } from './viewport.ts'
import { wallFocus, type WallFocus } from './wallFocus.ts'

/** Below the docked heads of the zones, and with room for the ring. */
const insets: Insets = { top: 48, bottom: 28, side: 12 }
const editingInsets: Insets = { top: 48, bottom: 76, side: 12 }
/** Above the line that says where it goes. */
const movingInsets: Insets = { top: 48, bottom: 60, side: 12 }
/** Nobody writes in letters that cannot be read. */
const writingZoom = 0.9

/** The first cards come with the question above them. */
const withHead = (box: Box | null, { zones }: BoardLayout): Box | null => {
  const head = zones[0]?.origin.y ?? 0
  return box && box.y < 2 * head ? { ...box, y: 0, height: box.y + box.height } : box
}

/** What the parts of the wall share; it stays the same for as long as the board does. */
export const useWallValue = (
  layout: BoardLayoutStore,
  metrics: BoardMetrics,
): { wall: Wall; focus: WallFocus } => {
  const { actions, editing, plan, mayWrite } = useBoardPlace()
  const [focus] = useState(wallFocus)
  const [moving] = useState(() => valueStore<Moving | null>(null))
  const { getViewport, setViewport } = useReactFlow()
  const { getState } = useStoreApi()

  const wall = useMemo((): Wall => {
    let glidesUntil = 0
    const glideTo = (view: Viewport) => {
      glidesUntil = performance.now() + calmMs()
      void setViewport(view, { duration: calmMs() })
    }
    /** The view that has all of it, null where it is in view. */
    const viewWith = (box: Box, how: Insets = insets, leastZoom = 0): Viewport | null => {
      const { width, height } = getState()
      if (width === 0) return null
      const now = getViewport()
      const zoom = Math.max(now.zoom, leastZoom)
      // What is enlarged grows around its own place on the screen.
      const grown = { x: now.x - box.x * (zoom - now.zoom), y: now.y - box.y * (zoom - now.zoom), zoom }
      const size = { width, height }
      const shown = withinWall(panInto(grown, size, box, how), size, layout.get(), metrics)
      return shown.x === now.x && shown.y === now.y && shown.zoom === now.zoom ? null : shown
    }
    const viewOfCard = (key: string, how: Insets = insets, leastZoom = 0): Viewport | null => {
      const box = withHead(boxOf(layout.get(), key), layout.get())
      return box && viewWith(box, how, leastZoom)
    }
    const show = (view: Viewport | null): boolean => {
      if (view) glideTo(view)
      return view !== null
    }
    return {
      layout,
      metrics,
      current: focus.current,
      hasFocus: focus.hasFocus,
      register: focus.register,
      focusOn: (key, { pan = true } = {}) => {
        if (pan) show(viewOfCard(key))
        focus.focus(key)
      },
      moving,
      show: (key) => show(viewOfCard(key)),
      showBox: (box) => show(viewWith(box, moving.get() ? movingInsets : insets)),
      isGliding: () => performance.now() < glidesUntil,
      showLarge: (keys) => {
        const now = layout.get()
        const boxes = keys.flatMap((key) => boxOf(now, key) ?? [])
        const { width, height, minZoom } = getState()
        const size = { width, height }
        const view =
          boxes.length > 0
            ? viewOn(boxes, size, minZoom)
            : { x: 0, y: 0, zoom: wholeZoom(size, now, metrics) }
        glideTo(withinWall(view, size, now, metrics))
      },
      showForWriting: (id) => show(viewOfCard(id, editingInsets, writingZoom)),
      edit: (id, at) => {
        if (!mayWrite || editing.get()?.id === id) return
        focus.setCurrent(id)
        // The caret goes where the tap was, unless the card moves away from there; it comes first, then the way.
        const view = viewOfCard(id, editingInsets, writingZoom)
        editing.set({ id, ...(at && !view ? { at } : {}) })
        if (view) afterPaint(() => glideTo(view))
      },
      write: ({ question, cluster = null, at = null }) => {
        if (!mayWrite) return
        // Free space of the Themenspeicher takes what does not belong to a Teilfrage.
        const parked = question === null && plan.noteKinds.find(({ id }) => id === parkingLotKind)
        const id = actions.create({
          question,
          cluster,
          at: question === null ? null : at,
          ...(parked ? { kind: parked.id } : {}),
        })
        editing.set({ id })
      },
    }
  }, [layout, metrics, focus, moving, getViewport, setViewport, getState, actions, editing, plan, mayWrite])
  return { wall, focus }
}
