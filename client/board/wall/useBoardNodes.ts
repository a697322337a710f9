import { useStoreApi } from '@xyflow/react'
import { useCallback, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { BoardLayout } from './boardLayout.ts'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import { boardNodes, isSameButPlace, type BoardNode, type NodeOptions } from './boardNodes.ts'
import { nodePlacer } from './nodePlacer.ts'

/** The wall and its nodes. Draws anew when there is more to change than places; those are changed at once. */
export const useBoardNodes = (
  boxes: BoardLayoutStore,
  options: NodeOptions,
): { readonly layout: BoardLayout; readonly nodes: BoardNode[] } => {
  const { getState } = useStoreApi()
  const place = useMemo(() => nodePlacer(getState), [getState])
  const known = useRef<readonly BoardNode[]>([])
  const latest = useRef(options)
  const drawn = useRef<BoardLayout | null>(null)
  const subscribe = useCallback(
    (draw: () => void) => {
      const look = () => {
        const [before, layout] = [known.current, boxes.get()]
        const now = boardNodes(layout, latest.current, before)
        const isSlide =
          latest.current.withNotes &&
          now.length === before.length &&
          now.every((node, at) => isSameButPlace(node, before[at] as BoardNode))
        if (isSlide) {
          known.current = now
          place(now)
        } else {
          drawn.current = layout
          draw()
        }
      }
      look()
      return boxes.subscribe(look)
    },
    [boxes, place],
  )
  useSyncExternalStore(subscribe, () => drawn.current)
  const layout = boxes.get()
  const nodes = useMemo(() => {
    latest.current = options
    return (known.current = boardNodes(layout, options, known.current))
  }, [layout, options])
  useLayoutEffect(() => place(nodes), [nodes, place])
  return { layout, nodes: nodes as BoardNode[] }
}
