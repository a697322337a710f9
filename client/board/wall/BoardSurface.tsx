import { ReactFlow, useStore as useFlowStore, type NodeTypes } from '@xyflow/react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type CSSProperties } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { useStore } from '../../sync/useStore.ts'
import { classNames } from '../../ui/classNames.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { toggleChosen } from '../choosing/noteSelection.ts'
import { BoardCluster } from './BoardCluster.tsx'
import { BoardCursors } from './BoardCursors.tsx'
import { BoardNote } from './BoardNote.tsx'
import { BoardZone } from './BoardZone.tsx'
import { isSameBox } from './boxes.ts'
import { Marquee } from './Marquee.tsx'
import { useMovedByKeys } from './useMovedByKeys.ts'
import { useShowWanted } from './useShowWanted.ts'
import { useSpacePan } from './useSpacePan.ts'
import { useBoardDrag } from './useBoardDrag.ts'
import { useBoardNodes } from './useBoardNodes.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useWall } from './useWall.ts'
import { useWallGestures } from './useWallGestures.ts'
import { useWallKeys } from './useWallKeys.ts'
import {
  farZoom,
  maxZoom,
  openingZoom,
  panExtent,
  seenPart,
  wholeZoom,
  openingView,
  zoneInView,
  type Size,
} from './viewport.ts'
import type { WallFocus } from './wallFocus.ts'
import { ZoneStrips } from './ZoneStrips.tsx'

/** Nobody begins far away. */
const BoardOverview = fetchedApart(async () => (await import('./BoardOverview.tsx')).BoardOverview)

type BoardSurfaceProps = { readonly focus: WallFocus; readonly size: Size }

// Constant, or React Flow would mount every node anew.
const nodeTypes = { zone: BoardZone, cluster: BoardCluster, note: BoardNote } as unknown as NodeTypes
const words = { 'controls.ariaLabel': '', 'minimap.ariaLabel': '' }
const noEdges: never[] = []
/** Their guide leaves it to everyone; the credit is in the README, where it is no tab stop of every wall. */
const proOptions = { hideAttribution: true }
const touches = '(pointer: coarse)'
const nothing: ReadonlySet<NoteId> = new Set()
/** The left button draws a frame; the middle one moves the wall, and the left one with the space bar. */
const middle = [1]
const leftToo = [0, 1]

/** The canvas, with React Flow behind it and nothing of React Flow outside. */
export function BoardSurface({ focus, size }: BoardSurfaceProps) {
  const t = useTexts()
  const { mayWrite, editing, group, selection } = useBoardPlace()
  const wall = useWall()
  const { metrics } = wall
  const current = useStore(focus.current)
  const editedId = useStore(editing)?.id ?? null
  const isFar = useFlowStore(({ transform }) => transform[2] < farZoom)
  const seen = useFlowStore(
    ({ transform: [x, y, zoom], width, height }) => seenPart({ x, y, zoom }, { width, height }),
    isSameBox,
  )
  const surface = useRef<HTMLDivElement>(null)
  const { drag, ...dragging } = useBoardDrag()
  const onKeyDown = useWallKeys(surface)
  const gestures = useWallGestures(surface, focus)
  const isPanning = useSpacePan(surface, (focused) => {
    const id = focused.matches('.board-note') ? focus.current.get() : null
    if (mayWrite && id !== null) toggleChosen(selection, id as NoteId)
  })
  useShowWanted()
  const movable = useSyncExternalStore(selection.subscribe, () =>
    matchMedia(touches).matches ? selection.get() : nothing,
  )

  const movedByKeys = useMovedByKeys(wall.layout)

  const options = useMemo(() => {
    // A finger pans; it moves only what it has chosen before. Asked once: the browser's answer is not for free.
    const isFinger = matchMedia(touches).matches
    const canDrag = (key: string) =>
      mayWrite && key !== editedId && (!isFinger || key === current || movable.has(key as NoteId))
    const kept = new Set([current, editedId].filter((key) => key !== null))
    const { moved: dragged, target } = movedByKeys ?? drag
    return { seen, withNotes: !isFar, kept, editing: editedId, canDrag, dragged, target }
  }, [seen, isFar, mayWrite, editedId, current, drag, movedByKeys, movable])
  const { layout, nodes } = useBoardNodes(wall.layout, options)

  const open = openingZoom(size, group.questions.length, metrics)
  const minZoom = Math.min(open, wholeZoom(size, layout, metrics))
  const { width, height } = layout
  const extent = useMemo(() => panExtent({ width, height }, metrics), [width, height, metrics])
  const [opening] = useState(() => openingView(size, layout, open, metrics))
  const chosen =
    layout.zones.find(({ stops }) => current !== null && stops.includes(current))?.question ?? null
  const columns = useMemo(
    // New cards go to Teilfragen, also while one looks at the Themenspeicher.
    () => layout.zones.flatMap(({ question, box }) => (question === null ? [] : { key: question, box })),
    [layout],
  )
  const inView = useFlowStore(({ transform: [x, y, zoom], width }) =>
    zoneInView(columns, chosen, { x, y, zoom }, width),
  )

  // React Flow tells a screen reader about a diagram of nodes; the name says what this is instead.
  useEffect(
    () => surface.current?.querySelector('.react-flow')?.setAttribute('aria-describedby', 'board-hint'),
    [],
  )

  return (
    <div
      ref={surface}
      className={classNames('board-surface', isPanning && 'panning')}
      role="presentation"
      style={{ '--merge-word': JSON.stringify(t('relating:dropToMerge')) } as CSSProperties}
      // Where a new card goes that comes from elsewhere, such as the tool bar.
      data-question={inView ?? undefined}
      data-far={isFar || undefined}
      onKeyDown={onKeyDown}
      {...gestures}
    >
      <p id="board-hint" className="vh">
        {t(mayWrite ? 'board:hint' : 'board:hintReader')}
      </p>
      <ReactFlow
        aria-label={t('board:wall', { group: group.id })}
        width={size.width}
        height={size.height}
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        {...dragging}
        defaultViewport={opening}
        minZoom={minZoom}
        maxZoom={maxZoom}
        translateExtent={extent}
        nodesFocusable={false}
        edgesFocusable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        elevateNodesOnSelect={false}
        selectNodesOnDrag={false}
        nodeDragThreshold={4}
        panOnDrag={!mayWrite || (isPanning ? leftToo : middle)}
        panOnScroll
        zoomOnPinch
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode={null}
        disableKeyboardA11y
        proOptions={proOptions}
        ariaLabelConfig={words}
      >
        {isFar && <BoardOverview layout={layout} />}
        {!isFar && <ZoneStrips zones={layout.zones} />}
        <BoardCursors surface={surface} />
      </ReactFlow>
      <Marquee surface={surface} isOn={mayWrite && !isPanning} />
    </div>
  )
}
