import { useReactFlow, useStore as useFlowStore } from '@xyflow/react'
import { useEffect, useRef, useState, useSyncExternalStore, type PointerEvent } from 'react'
import { kindOf } from '#shared/template.ts'
import { useStore } from '../../sync/useStore.ts'
import type { ReadStore } from '../../sync/valueStore.ts'
import { classNames } from '../../ui/classNames.ts'
import { boxOf, type BoardLayout } from './boardLayout.ts'
import { collide, right, type Box } from './boxes.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useWall } from './useWall.ts'
import { withinWall, type Size } from './viewport.ts'
import { wallMapOn } from './wallMapOn.ts'
import './WallMap.css'

const roomy = '(min-width: 1200px)'
const most: Size = { width: 180, height: 120 }
const pauseMs = 150
const staysMs = 1500
const room = 32

/** Where one is on a wall that is larger than the window. For eyes and mouse only; the list holds the same. */
export function WallMap({ size }: { readonly size: Size }) {
  const isOn = useStore(wallMapOn) ?? true
  const { layout, metrics } = useWall()
  const wall = useCalm(layout)
  const isRoomy = useSyncExternalStore(onRoomy, () => matchMedia(roomy).matches)
  const zoom = useFlowStore(({ transform }) => transform[2])
  // An empty Themenspeicher out of view is nothing to look for.
  const end = Math.max(
    0,
    ...wall.zones.map(({ question, stops, box }) =>
      question === null && stops.length === 0 ? 0 : right(box),
    ),
  )
  const isLarger =
    (end + 2 * metrics.marginX) * zoom > size.width + 40 ||
    (wall.height + 2 * metrics.marginY) * zoom > size.height + 40
  return isOn && isRoomy && isLarger ? <SmallWall size={size} wall={wall} /> : null
}

const onRoomy = (listener: () => void) => {
  const query = matchMedia(roomy)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

function SmallWall({ size, wall }: { readonly size: Size; readonly wall: BoardLayout }) {
  const { store, plan } = useBoardPlace()
  const { metrics, current, hasFocus } = useWall()
  const focused = useStore(current)
  const isFocused = useStore(hasFocus) ?? false
  const { getViewport, setViewport } = useReactFlow()
  const transform = useFlowStore(({ transform }) => transform)
  const canvas = useRef<HTMLCanvasElement>(null)
  const scale = Math.min(most.width / wall.width, most.height / wall.height)
  const [wide, high] = [Math.round(wall.width * scale), Math.round(wall.height * scale)]

  useEffect(() => {
    const draw = () => {
      const pen = canvas.current?.getContext('2d')
      if (!canvas.current || !pen) return
      const sharp = window.devicePixelRatio || 1
      canvas.current.width = wide * sharp
      canvas.current.height = high * sharp
      pen.setTransform(sharp * scale, 0, 0, sharp * scale, 0, 0)
      const style = getComputedStyle(document.documentElement)
      const colours = new Map<string, string>()
      pen.fillStyle = style.getPropertyValue('--zone')
      for (const { box } of wall.zones) pen.fillRect(box.x, box.y, box.width, box.height)
      for (const { id, box } of wall.notes.values()) {
        const { paper } = kindOf(plan, store.note(id)?.kind ?? '')
        const colour = colours.get(paper) ?? style.getPropertyValue(`--paper-${paper}-edge`)
        colours.set(paper, colour)
        pen.fillStyle = colour
        pen.fillRect(box.x, box.y, box.width, box.height)
      }
    }
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', draw)
    draw()
    return () => dark.removeEventListener('change', draw)
  }, [wall, store, plan, scale, wide, high])

  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const map = event.currentTarget.getBoundingClientRect()
    const { zoom } = getViewport()
    const x = ((event.clientX - map.x) / scale) * zoom
    const y = ((event.clientY - map.y) / scale) * zoom
    const view = { x: size.width / 2 - x, y: size.height / 2 - y, zoom }
    void setViewport(withinWall(view, size, wall, metrics))
  }
  const [left, top, zoom] = transform
  const isMoving = useIsMoving(transform)
  // It never hides what has the focus, and other cards only while the wall moves.
  const box = isFocused && focused !== null ? boxOf(wall, focused) : null
  const beneath = (x: number): Box => ({
    x: (x - left) / zoom,
    y: (size.height - high - room - top) / zoom,
    width: (wide + room) / zoom,
    height: (high + room) / zoom,
  })
  const atEnd = beneath(size.width - wide - room)
  const atStart = beneath(0)
  const isFree = (place: Box) =>
    ![...wall.notes.values(), ...wall.clusters.values()].some((one) => collide(one.box, place))
  const isFreeAtEnd = isFree(atEnd)
  const isAside = box !== null && collide(box, atEnd) ? true : !isFreeAtEnd && isFree(atStart)
  const isShown = isMoving || (isAside ? isFree(atStart) : isFreeAtEnd)
  const seen = {
    left: Math.max(0, (-left / zoom) * scale),
    top: Math.max(0, (-top / zoom) * scale),
    right: Math.min(wide, ((size.width - left) / zoom) * scale),
    bottom: Math.min(high, ((size.height - top) / zoom) * scale),
  }
  return (
    <div
      className={classNames('wall-map', isAside && 'aside', !isShown && 'away')}
      aria-hidden="true"
      style={{ width: wide, height: high }}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={goTo}
    >
      <canvas ref={canvas} />
      <div
        className="wall-map-seen"
        style={{
          left: seen.left,
          top: seen.top,
          width: seen.right - seen.left,
          height: seen.bottom - seen.top,
        }}
      />
    </div>
  )
}

/** The wall once others have paused: all its cards are painted and gone through. */
const useCalm = (layout: ReadStore<BoardLayout>): BoardLayout => {
  const [wall, setWall] = useState(layout.get)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let changed = 0
    const look = () => {
      const rest = changed + pauseMs - performance.now()
      timer = rest > 0 ? setTimeout(look, rest) : undefined
      if (!timer) setWall(layout.get())
    }
    const later = () => {
      changed = performance.now()
      timer ??= setTimeout(look, pauseMs)
    }
    const end = layout.subscribe(later)
    later()
    return () => {
      end()
      clearTimeout(timer)
    }
  }, [layout])
  return wall
}

/** While the view moves, and a moment longer. */
const useIsMoving = (transform: readonly number[]): boolean => {
  const [isMoving, setMoving] = useState(false)
  const first = useRef(transform)
  useEffect(() => {
    if (first.current === transform) return
    setMoving(true)
    const timer = setTimeout(() => setMoving(false), staysMs)
    return () => clearTimeout(timer)
  }, [transform])
  return isMoving
}
