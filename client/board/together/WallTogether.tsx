import { useReactFlow, useStore as useFlowStore, ViewportPortal } from '@xyflow/react'
import { useEffect, useSyncExternalStore, type RefObject } from 'react'
import { initialsOf } from '../../ui/initials.ts'
import { boxOf, type BoardLayout } from '../wall/boardLayout.ts'
import { contains, type Point } from '../wall/boxes.ts'
import { cursorsShown } from './cursorsShown.ts'
import { OthersDrags } from './OthersDrags.tsx'
import { useWallTogether } from './useWallTogether.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { sendCursor, useCursors, type Pointed } from '../wall/useCursors.ts'
import { BoardNoteEditor } from '../wall/BoardNote.tsx'
import { useQuietGlides } from '../wall/useQuietGlides.ts'
import { useWall } from '../wall/useWall.ts'

/** Where the others point, what they move, and the way to what they see. */
export function WallTogether({ surface }: { readonly surface: RefObject<HTMLElement | null> }) {
  const { awareness, presence } = useBoardPlace()
  const { screenToFlowPosition } = useReactFlow()
  const { layout } = useWall()
  const isShown = useSyncExternalStore(cursorsShown.subscribe, cursorsShown.get)
  useWallTogether(surface)
  useQuietGlides()
  // Who begins to write asks for it again.
  useEffect(() => void BoardNoteEditor.fetchNow().catch(() => undefined), [])
  useEffect(() => {
    if (!surface.current) return
    const toWall = (point: Point) => pointedAt(layout.get(), screenToFlowPosition(point))
    return sendCursor(awareness, surface.current, toWall, () => presence.get().length > 0)
  }, [awareness, surface, screenToFlowPosition, presence, layout])
  return (
    <ViewportPortal>
      <div className="board-cursors" aria-hidden="true">
        <OthersDrags />
        {isShown && <Cursors />}
      </div>
    </ViewportPortal>
  )
}

/** An arrow with a name, always of the same size. Above a card initials are enough: a name would cover its text. */
function Cursors() {
  const { awareness } = useBoardPlace()
  const zoom = useFlowStore(({ transform }) => transform[2])
  const cursors = useCursors(awareness)
  const { layout } = useWall()
  // Where nobody points, a changed wall changes nothing.
  const boxes = useSyncExternalStore(layout.subscribe, () => (cursors.length > 0 ? layout.get() : null))
  if (!boxes) return null
  return cursors.map(({ client, name, colour, ...pointed }) => {
    const isOnNote = pointed.on !== null && boxes.notes.has(pointed.on as never)
    return (
      <div
        key={client}
        className="board-cursor"
        data-person={((((colour - 1) % 10) + 10) % 10) + 1}
        style={{ transform: `${shiftTo(boxes, pointed)} scale(${1 / zoom})` }}
      >
        <svg viewBox="0 0 20 20">
          <path d="M3 2l13.5 7.2-6 1.4-3 5.6z" />
        </svg>
        <span dir="auto">{isOnNote ? initialsOf(name) : name}</span>
      </div>
    )
  })
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
