import { useReactFlow, useStore as useFlowStore, ViewportPortal } from '@xyflow/react'
import { useEffect, useSyncExternalStore, type RefObject } from 'react'
import { boxOf, type BoardLayout } from './boardLayout.ts'
import { contains, type Point } from './boxes.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { sendCursor, useCursors, type Pointed } from './useCursors.ts'
import { useWall } from './useWall.ts'

/** Where the others point: an arrow with a name, always of the same size. */
export function BoardCursors({ surface }: { readonly surface: RefObject<HTMLElement | null> }) {
  const { awareness, presence } = useBoardPlace()
  const { screenToFlowPosition } = useReactFlow()
  const zoom = useFlowStore(({ transform }) => transform[2])
  const cursors = useCursors(awareness)
  const { layout } = useWall()
  const boxes = useSyncExternalStore(layout.subscribe, layout.get)
  useEffect(() => {
    if (!surface.current) return
    const toWall = (point: Point) => pointedAt(layout.get(), screenToFlowPosition(point))
    return sendCursor(awareness, surface.current, toWall, () => presence.get().length > 0)
  }, [awareness, surface, screenToFlowPosition, presence, layout])
  return (
    <ViewportPortal>
      <div className="board-cursors" aria-hidden="true">
        {cursors.map(({ client, name, colour, ...pointed }) => (
          <div
            key={client}
            className="board-cursor"
            data-person={((((colour - 1) % 10) + 10) % 10) + 1}
            style={{ transform: `${shiftTo(boxes, pointed)} scale(${1 / zoom})` }}
          >
            <svg viewBox="0 0 20 20">
              <path d="M3 2l13.5 7.2-6 1.4-3 5.6z" />
            </svg>
            <span dir="auto">{name}</span>
          </div>
        ))}
      </div>
    </ViewportPortal>
  )
}

const pointedAt = (layout: BoardLayout, point: Point): Pointed => {
  const all = [
    ...layout.notes.values(),
    ...[...layout.clusters.values()].map(({ key, box }) => ({ id: key, box })),
  ]
  const under = all.find(({ box }) => contains(box, point))
  return under ? { on: under.id, x: point.x - under.box.x, y: point.y - under.box.y } : { on: null, ...point }
}

const shiftTo = (layout: BoardLayout, { on, x, y }: Pointed): string => {
  const from = on === null ? null : boxOf(layout, on)
  return `translate(${(from?.x ?? 0) + x}px, ${(from?.y ?? 0) + y}px)`
}
