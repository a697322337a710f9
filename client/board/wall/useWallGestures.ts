import { useReactFlow } from '@xyflow/react'
import { useMemo, useRef, type FocusEvent, type MouseEvent, type PointerEvent, type RefObject } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { contains } from './boxes.ts'
import { calmMs } from './calmMs.ts'
import { dropTarget, spotIn } from './dropTarget.ts'
import { chooseMore, clearSelection } from '../choosing/noteSelection.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useWall } from './useWall.ts'
import { openMenuOf } from './useWallKeys.ts'
import { farZoom } from './viewport.ts'
import type { WallFocus } from './wallFocus.ts'

const doubleTapMs = 450
const longPressMs = 500
const fingerRoom = 10

/** Tap chooses, double tap writes (on a card, or a new one on free space), long press and right click open the menu. */
export const useWallGestures = (surface: RefObject<HTMLElement | null>, focus: WallFocus) => {
  const { layout, metrics, focusOn, edit, write } = useWall()
  const { mayWrite, editing, selection } = useBoardPlace()
  const { screenToFlowPosition, getZoom, setCenter } = useReactFlow()
  const lastTap = useRef({ time: -Infinity, key: '', x: 0, y: 0 })
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  /** What the pointer is, and the card that had the focus before it came down. */
  const down = useRef<{ isTouch: boolean; focused: NoteId | null }>({ isTouch: false, focused: null })

  return useMemo(() => {
    const isOurs = (target: EventTarget | null): target is Element =>
      target instanceof Element && (surface.current?.contains(target) ?? false)
    const stopAt = (target: Element): string | null =>
      target.closest('.board-note, .board-cluster')?.closest<HTMLElement>('.react-flow__node')?.dataset[
        'id'
      ] ?? null
    const isControl = (target: Element) => target.closest('a, button, .note-editor, .note.editing') !== null
    const endPress = () => {
      if (press.current) clearTimeout(press.current.timer)
      press.current = null
    }
    const openMenu = (key: string) => {
      focusOn(key, { pan: false })
      // The menu comes with being chosen.
      setTimeout(() => {
        const stop = surface.current?.querySelector(`[data-id="${key}"] :is(.board-note, .board-cluster)`)
        if (stop) openMenuOf(stop)
      })
    }
    const isDouble = (event: MouseEvent, key: string) => {
      // When it was tapped, however late a busy page hears of it.
      const { clientX: x, clientY: y, timeStamp: time } = event
      const before = lastTap.current
      const isSecond =
        time - before.time < doubleTapMs &&
        before.key === key &&
        Math.hypot(x - before.x, y - before.y) < fingerRoom
      lastTap.current = { time: isSecond ? -Infinity : time, key, x, y }
      return isSecond
    }
    const writeAt = (event: MouseEvent) => {
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const now = layout.get()
      const zone = now.zones.find(({ box }) => contains(box, point))
      const target = dropTarget(now, point)
      if (!zone || !target) return
      // The first line of the new card comes to lie under the pointer.
      const corner = {
        x: point.x - 20 * (metrics.noteWidth / 208),
        y: point.y - 36 * (metrics.noteWidth / 208),
      }
      write({
        question: target.question,
        cluster: target.cluster?.id ?? null,
        at: target.cluster ? null : spotIn(zone, corner, metrics.noteWidth, metrics),
      })
    }
    const noteUnder = (event: MouseEvent): NoteId | null => {
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      return [...layout.get().notes.values()].find(({ box }) => contains(box, point))?.id ?? null
    }
    /** From far away a tap comes nearer. */
    const approach = (event: MouseEvent) => {
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      void setCenter(point.x, point.y, { zoom: 1, duration: calmMs() })
      const note = noteUnder(event)
      if (note) focusOn(note, { pan: false })
    }
    const adds = ({ shiftKey, ctrlKey, metaKey }: MouseEvent) => shiftKey || ctrlKey || metaKey
    /** With Shift or Ctrl, and by finger once something is chosen, a tap takes the card in or out. */
    const choose = (event: MouseEvent, isFar: boolean): boolean => {
      const { isTouch, focused } = down.current
      if (!mayWrite || !(adds(event) || (isTouch && selection.get().size > 0))) return false
      const key = isFar ? noteUnder(event) : stopAt(event.target as Element)
      // On free space nothing is meant, and nothing is lost.
      if (key === null || !layout.get().notes.has(key as NoteId)) return true
      chooseMore(selection, key as NoteId, focused)
      if (!isFar) focusOn(key, { pan: false })
      return true
    }
    const freeze = () => {
      const release = layout.hold()
      const listening = new AbortController()
      const end = (event: Event) => {
        // A button let go outside of the window tells nobody; the next motion does.
        if (event instanceof globalThis.PointerEvent && event.type === 'pointermove' && event.buttons !== 0)
          return
        release()
        listening.abort()
      }
      for (const type of ['pointerup', 'pointercancel', 'pointermove'])
        window.addEventListener(type, end, listening)
    }

    return {
      onFocus: ({ target }: FocusEvent) => {
        if (isOurs(target)) {
          const key = stopAt(target)
          if (key !== null) focus.setCurrent(key)
        }
        focus.setHasFocus(true)
      },
      onBlur: ({ relatedTarget }: FocusEvent) => {
        // Another window is no other place; menus and dialogs of a card count as the wall.
        if (relatedTarget instanceof Element && !surface.current?.contains(relatedTarget))
          focus.setHasFocus(false)
      },
      onClick: (event: MouseEvent) => {
        if (!isOurs(event.target) || isControl(event.target)) return
        const isFar = getZoom() < farZoom
        if (choose(event, isFar)) return
        if (isFar) return approach(event)
        if (!down.current.isTouch) clearSelection(selection)
        const key = stopAt(event.target)
        const isNote = key !== null && layout.get().notes.has(key as NoteId)
        const isSecond = isDouble(event, key ?? '')
        if (!mayWrite || !isSecond) {
          if (key !== null) focusOn(key, { pan: false })
          else if (!editing.get()) (document.activeElement as HTMLElement | null)?.blur()
        } else if (isNote) edit(key as NoteId, { left: event.clientX, top: event.clientY })
        else writeAt(event)
      },
      onContextMenu: (event: MouseEvent) => {
        if (!isOurs(event.target) || event.target.closest('.note-editor')) return
        const key = stopAt(event.target)
        if (key === null) return
        event.preventDefault()
        if (!press.current) openMenu(key)
      },
      onPointerDown: (event: PointerEvent) => {
        if (!isOurs(event.target)) return
        const focused = document.activeElement
        const key = focused && isOurs(focused) && focused.matches('.board-note') ? stopAt(focused) : null
        down.current = { isTouch: event.pointerType === 'touch', focused: key as NoteId | null }
        freeze()
        endPress()
        if (event.pointerType !== 'touch' || !event.isPrimary || isControl(event.target)) return
        const pressed = stopAt(event.target)
        if (pressed === null) return
        const timer = setTimeout(() => {
          press.current = null
          openMenu(pressed)
        }, longPressMs)
        press.current = { timer, x: event.clientX, y: event.clientY }
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        const at = press.current
        if (at && Math.hypot(clientX - at.x, clientY - at.y) > fingerRoom) endPress()
      },
      onPointerUp: endPress,
      onPointerCancel: endPress,
    }
  }, [
    surface,
    focus,
    layout,
    metrics,
    focusOn,
    edit,
    write,
    mayWrite,
    editing,
    selection,
    screenToFlowPosition,
    getZoom,
    setCenter,
  ])
}
