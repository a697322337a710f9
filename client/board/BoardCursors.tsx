import { useReactFlow, useStore as useFlowStore, ViewportPortal } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { useBoardPlace } from './useBoardPlace.ts'
import { sendCursor, useCursors } from './useCursors.ts'

/** Where the others point: an arrow with a name, always of the same size. */
export function BoardCursors({ surface }: { readonly surface: RefObject<HTMLElement | null> }) {
  const { awareness, presence } = useBoardPlace()
  const { screenToFlowPosition } = useReactFlow()
  const zoom = useFlowStore(({ transform }) => transform[2])
  const cursors = useCursors(awareness)
  useEffect(() => {
    if (!surface.current) return
    return sendCursor(awareness, surface.current, screenToFlowPosition, () => presence.get().length > 0)
  }, [awareness, surface, screenToFlowPosition, presence])
  return (
    <ViewportPortal>
      <div className="board-cursors" aria-hidden="true">
        {cursors.map(({ client, x, y, name, colour }) => (
          <div
            key={client}
            className="board-cursor"
            data-person={((((colour - 1) % 10) + 10) % 10) + 1}
            style={{ transform: `translate(${x}px, ${y}px) scale(${1 / zoom})` }}
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
