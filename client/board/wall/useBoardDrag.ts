import type { NodeChange, OnNodeDrag } from '@xyflow/react'
import { useReactFlow } from '@xyflow/react'
import { useCallback, useRef, useState } from 'react'
import type { NoteId } from '#shared/ids.ts'
import type { BoardLayout } from './boardLayout.ts'
import { zoneKey, type BoardNode } from './boardNodes.ts'
import type { Point } from './boxes.ts'
import { dropNote, dropCluster } from './dropOnBoard.ts'
import { dropTarget } from './dropTarget.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useWall } from './useWall.ts'

type Drag = { readonly moved: ReadonlyMap<string, Point>; readonly target: string | null }
const still: Drag = { moved: new Map(), target: null }

/** Dragging moves things on this screen only; the drop is one change for all, and one step of undo. */
export const useBoardDrag = (layout: BoardLayout) => {
  const place = useBoardPlace()
  const { layout: boxes, metrics, focusOn } = useWall()
  const { screenToFlowPosition } = useReactFlow()
  const [drag, setDrag] = useState<Drag>(still)
  const release = useRef<(() => void) | null>(null)

  const targetOf = useCallback(
    (event: MouseEvent | TouchEvent, id: string) => {
      const { clientX: x, clientY: y } =
        'changedTouches' in event ? (event.changedTouches[0] as Touch) : event
      const isCluster = layout.clusters.has(id)
      const found = dropTarget(layout, screenToFlowPosition({ x, y }), isCluster ? id : null)
      return found && isCluster ? { ...found, cluster: null } : found
    },
    [layout, screenToFlowPosition],
  )
  const onNodesChange = useCallback(
    (changes: NodeChange<BoardNode>[]) => {
      for (const change of changes)
        if (change.type === 'position' && change.dragging && change.position) {
          const moved = movedWith(layout, change.id, change.position)
          setDrag((now) => ({ ...now, moved }))
        }
    },
    [layout],
  )
  const onNodeDragStart = useCallback(() => {
    release.current = boxes.hold()
  }, [boxes])
  const onNodeDrag: OnNodeDrag<BoardNode> = useCallback(
    (event, { id }) => {
      const found = targetOf(event as unknown as MouseEvent, id)
      const target = found && (found.cluster?.key ?? zoneKey(found.question))
      setDrag((now) => (now.target === target ? now : { ...now, target }))
    },
    [targetOf],
  )
  const onNodeDragStop: OnNodeDrag<BoardNode> = useCallback(
    (event, { id, position }) => {
      const target = targetOf(event as unknown as MouseEvent, id)
      if (target) {
        const cluster = layout.clusters.get(id)
        if (cluster) dropCluster(place, layout, metrics, cluster, target, position)
        else dropNote(place, layout, metrics, id as NoteId, target, position)
      }
      release.current?.()
      release.current = null
      setDrag(still)
      focusOn(id, { pan: false })
    },
    [targetOf, layout, place, metrics, focusOn],
  )
  return { drag, onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop }
}

/** A cluster takes its notes along. */
const movedWith = (layout: BoardLayout, id: string, to: Point): ReadonlyMap<string, Point> => {
  const cluster = layout.clusters.get(id)
  const moved = new Map([[id, to]])
  for (const note of cluster?.notes ?? []) {
    const box = layout.notes.get(note)?.box
    if (cluster && box) moved.set(note, { x: box.x + to.x - cluster.box.x, y: box.y + to.y - cluster.box.y })
  }
  return moved
}
