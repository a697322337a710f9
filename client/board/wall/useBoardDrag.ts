import type { NodeChange, OnNodeDrag } from '@xyflow/react'
import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { zoneKey, type BoardNode } from './boardNodes.ts'
import type { Point } from './boxes.ts'
import { dropNotes, dropCluster } from './dropOnBoard.ts'
import { dropTarget } from './dropTarget.ts'
import { movedWith, notesMovedWith } from './movedWith.ts'
import { sendDrags } from './sendDrags.ts'
import { useMergeHold } from './useMergeHold.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useWall } from './useWall.ts'

type Drag = { readonly moved: ReadonlyMap<string, Point>; readonly target: string | null }
const still: Drag = { moved: new Map(), target: null }

/** Dragging moves things on this screen only; the drop is one change for all, and one step of undo. */
export const useBoardDrag = () => {
  const place = useBoardPlace()
  const { selection, awareness, presence } = place
  const { layout: boxes, metrics, focusOn } = useWall()
  const { screenToFlowPosition } = useReactFlow()
  const [drag, setDrag] = useState<Drag>(still)
  const release = useRef<(() => void) | null>(null)
  const others = useMemo(() => sendDrags(awareness, () => presence.get().length > 0), [awareness, presence])
  useEffect(() => others.end, [others])

  const { over, end: endHold } = useMergeHold(boxes, (target) => setDrag((now) => ({ ...now, target })))

  const targetOf = useCallback(
    (event: MouseEvent | TouchEvent, id: string) => {
      const layout = boxes.get()
      const { clientX: x, clientY: y } = pointerOf(event)
      const isCluster = layout.clusters.has(id)
      const found = dropTarget(layout, screenToFlowPosition({ x, y }), isCluster ? id : null)
      return found && isCluster ? { ...found, cluster: null } : found
    },
    [boxes, screenToFlowPosition],
  )
  const onNodesChange = useCallback(
    (changes: NodeChange<BoardNode>[]) => {
      const layout = boxes.get()
      for (const change of changes)
        if (change.type === 'position' && change.dragging && change.position) {
          const moved = movedWith(layout, selection.get(), change.id, change.position)
          setDrag((now) => ({ ...now, moved }))
          const notes = notesMovedWith(layout, selection.get(), change.id)
          const corner = notes[0] && moved.get(notes[0])
          if (corner) others.move(notes, corner)
        }
    },
    [boxes, selection, others],
  )
  const onNodeDragStart = useCallback(() => {
    release.current = boxes.hold()
  }, [boxes])
  const onNodeDrag: OnNodeDrag<BoardNode> = useCallback(
    (event, { id }) => {
      const layout = boxes.get()
      const found = targetOf(event as unknown as MouseEvent, id)
      const { clientX: x, clientY: y } = pointerOf(event as unknown as MouseEvent)
      const moved = notesMovedWith(layout, selection.get(), id)
      const held = layout.clusters.has(id) ? null : over(screenToFlowPosition({ x, y }), moved)
      const target = held ?? (found && (found.cluster?.key ?? zoneKey(found.question)))
      setDrag((now) => (now.target === target ? now : { ...now, target }))
    },
    [targetOf, boxes, selection, over, screenToFlowPosition],
  )
  const onNodeDragStop: OnNodeDrag<BoardNode> = useCallback(
    (event, { id, position }) => {
      const layout = boxes.get()
      const target = targetOf(event as unknown as MouseEvent, id)
      const held = endHold()
      if (held) {
        // Nothing moves before the question is answered.
        place.sheet.set({ id: held, about: 'merge', with: notesMovedWith(layout, selection.get(), id) })
      } else if (target) {
        const cluster = layout.clusters.get(id)
        const notes = notesMovedWith(layout, selection.get(), id)
        if (cluster) dropCluster(place, layout, metrics, cluster, target, position)
        else dropNotes(place, layout, metrics, id as NoteId, notes, target, position)
      }
      others.end()
      release.current?.()
      release.current = null
      setDrag(still)
      focusOn(id, { pan: false })
    },
    [targetOf, endHold, boxes, place, selection, others, metrics, focusOn],
  )
  return { drag, onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop }
}

const pointerOf = (event: MouseEvent | TouchEvent) =>
  'changedTouches' in event ? (event.changedTouches[0] as Touch) : event
