import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { useBoardPlace } from '../useBoardPlace.ts'
import { anchorShift } from './anchorShift.ts'
import type { Wall } from './useWall.ts'
import { withinWall } from './viewport.ts'

/**
 * What others do moves nothing of what one reads or writes: when its place on the wall changes, the view moves along, at once.
 * What one does oneself is seen to move.
 */
export const useKeepView = (wall: Wall): void => {
  const { editing } = useBoardPlace()
  const { getViewport, setViewport } = useReactFlow()
  const { getState } = useStoreApi()
  const { layout, metrics, current, hasFocus, isGliding } = wall

  useEffect(() => {
    let before = layout.get()
    let frame = 0
    /** Nothing glides in this frame: the wall moves by as much as its cards do, the other way. */
    const still = () => {
      const { domNode } = getState()
      if (!domNode) return
      domNode.dataset['still'] = ''
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => delete domNode.dataset['still'])
      })
    }
    const end = layout.subscribe(() => {
      const [was, is] = [before, layout.get()]
      before = is
      const why = layout.cause()
      if (why === 'measured') still()
      const { x, y, zoom } = getViewport()
      const id = editing.get()?.id
      const from = id && was.notes.get(id)?.box
      const to = id && is.notes.get(id)?.box
      if (from && to) {
        if (from.x === to.x && from.y === to.y) return
        still()
        // The wall slides beneath the card; the caret stays where the eyes are.
        void setViewport({ x: x + (from.x - to.x) * zoom, y: y + (from.y - to.y) * zoom, zoom })
        return
      }
      if (why === 'own' || isGliding()) return
      const { width, height } = getState()
      const size = { width, height }
      const shift = anchorShift(was, is, { x, y, zoom }, size, hasFocus.get() ? current.get() : null)
      if (shift === 0) return
      still()
      void setViewport(withinWall({ x, y: y - shift * zoom, zoom }, size, is, metrics))
    })
    return () => {
      end()
      cancelAnimationFrame(frame)
    }
  }, [layout, metrics, current, hasFocus, isGliding, editing, getViewport, setViewport, getState])
}
