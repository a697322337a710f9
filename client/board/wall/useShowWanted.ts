import { useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useWall } from './useWall.ts'
import { farZoom } from './viewport.ts'

/** A card that was asked for, such as the next hit, comes into view, near enough to be read, and gets the focus. */
export const useShowWanted = (): void => {
  const { wanted } = useBoardPlace().search
  const { layout, focusOn, showForWriting } = useWall()
  const { getZoom } = useReactFlow()
  useEffect(
    () =>
      wanted.subscribe(() => {
        const id = wanted.get()?.id
        if (!id || !layout.get().notes.has(id)) return
        if (getZoom() < farZoom) showForWriting(id)
        focusOn(id)
      }),
    [wanted, layout, focusOn, showForWriting, getZoom],
  )
}
