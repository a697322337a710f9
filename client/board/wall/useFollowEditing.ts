import { useEffect } from 'react'
import { useBoardPlace } from '../useBoardPlace.ts'
import type { Wall } from './useWall.ts'
import type { WallFocus } from './wallFocus.ts'

/** Brings what one writes in into view when writing begins. */
export const useFollowEditing = (wall: Wall, focus: WallFocus): void => {
  const { editing } = useBoardPlace()
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
}
