import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef, type RefObject } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { collide, type Box, type Point } from './boxes.ts'
import { useWall } from './useWall.ts'

type MarqueeProps = {
  readonly surface: RefObject<HTMLElement | null>
  /** False while the mouse moves the wall itself. */
  readonly isOn: boolean
}

const leastWay = 4

/** A frame drawn with the mouse on free space chooses what it touches. It draws itself: React hears of the choice only. */
export function Marquee({ surface, isOn }: MarqueeProps) {
  const { selection, search } = useBoardPlace()
  const { layout } = useWall()
  const { screenToFlowPosition, flowToScreenPosition } = useReactFlow()
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const room = surface.current
    const line = frame.current
    if (!room || !line || !isOn) return
    let stop = () => {}

    const begin = (start: PointerEvent) => {
      if (start.pointerType !== 'mouse' || start.button !== 0 || !isFree(start.target)) return
      const before = selection.get()
      const kept = start.shiftKey || start.ctrlKey || start.metaKey ? before : new Set<NoteId>()
      const anchor = screenToFlowPosition({ x: start.clientX, y: start.clientY })
      const listening = new AbortController()
      let at: Point = { x: start.clientX, y: start.clientY }
      let isDrawn = false
      let request = 0

      const choose = (box: Box) => {
        const hits = search.hits.get()
        const next = new Set(kept)
        for (const note of layout.get().notes.values())
          if (collide(note.box, box) && (hits === null || hits.ids.has(note.id))) next.add(note.id)
        const now = selection.get()
        if (next.size !== now.size || [...next].some((id) => !now.has(id))) selection.set(next)
      }
      const draw = () => {
        request = 0
        const end = screenToFlowPosition(at)
        choose(boxBetween(anchor, end))
        const edge = room.getBoundingClientRect()
        const { x, y, width, height } = boxBetween(flowToScreenPosition(anchor), at)
        line.hidden = false
        line.style.transform = `translate(${x - edge.left}px, ${y - edge.top}px)`
        line.style.width = `${width}px`
        line.style.height = `${height}px`
      }
      const move = (event: PointerEvent) => {
        // A button let go outside of the window tells nobody; the next motion does.
        if (event.buttons === 0) return finish()
        at = { x: event.clientX, y: event.clientY }
        isDrawn ||= Math.hypot(at.x - start.clientX, at.y - start.clientY) >= leastWay
        if (isDrawn) request ||= requestAnimationFrame(draw)
      }
      const finish = () => {
        if (request) {
          cancelAnimationFrame(request)
          draw()
        }
        line.hidden = true
        listening.abort()
        // The click that follows is none.
        if (isDrawn) swallowClick()
      }
      const escape = (event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !isDrawn) return
        event.preventDefault()
        event.stopPropagation()
        stop()
        selection.set(before)
        window.addEventListener('pointerup', swallowClick, { once: true })
      }
      stop = () => {
        cancelAnimationFrame(request)
        line.hidden = true
        listening.abort()
      }
      const { signal } = listening
      window.addEventListener('pointermove', move, { signal })
      window.addEventListener('pointerup', finish, { signal })
      window.addEventListener('pointercancel', finish, { signal })
      window.addEventListener('keydown', escape, { signal, capture: true })
    }
    room.addEventListener('pointerdown', begin)
    return () => {
      room.removeEventListener('pointerdown', begin)
      stop()
    }
  }, [surface, isOn, layout, selection, search, screenToFlowPosition, flowToScreenPosition])

  return <div ref={frame} className="board-marquee" aria-hidden="true" hidden />
}

/** Zones and sheets let the pointer through: what it meets then is the canvas. */
const isFree = (target: EventTarget | null): boolean =>
  target instanceof Element && target.classList.contains('react-flow__pane')

const boxBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

const swallowClick = () => {
  const swallow = (event: Event) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}
