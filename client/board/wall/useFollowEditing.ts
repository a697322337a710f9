import { useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'
import { useBoardPlace } from '../useBoardPlace.ts'
import type { Wall } from './useWall.ts'
import type { WallFocus } from './wallFocus.ts'

/** Brings what one writes in into view when writing begins, and keeps it in its place on the screen whatever others do. */
export const useFollowEditing = (wall: Wall, focus: WallFocus): void => {
  const { editing } = useBoardPlace()
  const { getViewport, setViewport } = useReactFlow()
  const { layout } = wall

  useEffect(() => {
    const begin = () => {
      const id = editing.get()?.id
      if (!id) return
      focus.setCurrent(id)
      if (layout.get().notes.has(id)) wall.showForWriting(id)
    }
    begin()
    return editing.subscribe(begin)
  }, [wall, focus, layout, editing])

  useEffect(() => {
    let before = layout.get()
    return layout.subscribe(() => {
      const id = editing.get()?.id
      const was = id && before.notes.get(id)?.box
      before = layout.get()
      const is = id && before.notes.get(id)?.box
      if (!was || !is || (was.x === is.x && was.y === is.y)) return
      // The wall slides beneath the card; the caret stays where the eyes are.
      const { x, y, zoom } = getViewport()
      void setViewport({ x: x + (was.x - is.x) * zoom, y: y + (was.y - is.y) * zoom, zoom })
    })
  }, [layout, editing, getViewport, setViewport])
}
