import { useCallback, type KeyboardEvent, type RefObject } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { boxOf } from './boardLayout.ts'
import { neighbourOf, type Direction } from './neighbourOf.ts'
import { addChosen } from '../choosing/noteSelection.ts'
import { singleKeys } from '../singleKeys.ts'
import { isDeadKey, isTypingKey } from '../isTypingKey.ts'
import { startTyping } from '../startTyping.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useMoveMode } from './useMoveMode.ts'
import { useWall } from './useWall.ts'
import { wallStops } from './wallStops.ts'

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/**
 * Arrows lead to the nearest card, Home and End to the first and last, Enter opens, M takes it up to move it. The menu
 * key is the browser's.
 */
export const useWallKeys = (surface: RefObject<HTMLElement | null>) => {
  const { layout, current, focusOn, edit, showBox, showLarge, moving } = useWall()
  const moveMode = useMoveMode()
  const { editing, mayWrite, selection } = useBoardPlace()
  return useCallback(
    (event: KeyboardEvent) => {
      const key = current.get()
      const isAt = (stops: string) => event.target instanceof Element && event.target.matches(stops)
      const isOnPlus = isAt('.board-zone-add')
      const isOnStop = isOnPlus || isAt('.board-note, .board-cluster')
      // Menus and dialogs of a card are drawn elsewhere, but their events come by here.
      if (!key || !surface.current?.contains(event.target as Element)) return
      // AltGr types signs; everything else with these keys belongs to the browser.
      if ((event.ctrlKey || event.metaKey || event.altKey) && (moving.get() || !isTypingKey(event))) return
      const stops = wallStops(layout.get(), mayWrite)
      const direction = directions[event.key]
      const go = (to: string | undefined = key) => {
        // An empty zone has no box of its own.
        const box = boxOf(layout.get(), to) ? null : stops.find((stop) => stop.key === to)?.box
        if (box) showBox(box)
        focusOn(to)
      }
      if (moving.get()) {
        if (direction) moveMode.step(direction)
        else if (event.key === 'Enter') moveMode.drop()
        else if (event.key === 'Escape') moveMode.cancel()
        else if (event.key === 'Tab') return moveMode.leave()
        // Nothing else happens to a card that hangs in the air.
        return event.preventDefault()
      }
      if (event.key === 'Escape' && !isOnStop) focusOn(key)
      else if (editing.get() || !isOnStop) return
      else if (direction && event.shiftKey && mayWrite) {
        const next = neighbourOf(stops, key, direction)
        const isNote = (one: string) => layout.get().notes.has(one as NoteId)
        addChosen(selection, [key, next].filter(isNote) as NoteId[])
        go(next)
      } else if (direction) go(neighbourOf(stops, key, direction))
      // A button does the rest by itself.
      else if (isOnPlus && (event.key === 'Enter' || event.key === ' ')) return
      else if (event.key === 'Enter' && event.shiftKey)
        showLarge(selection.get().size > 0 ? [...selection.get()] : [key])
      else if (event.key === '0' && singleKeys.get()) showLarge([])
      else if (event.key.toLowerCase() === 'm' && !event.shiftKey && singleKeys.get() && mayWrite)
        moveMode.start(key)
      else if (event.key === 'Home') go(stops[0]?.key)
      else if (event.key === 'End') go(stops.at(-1)?.key)
      else if ((event.key === 'Enter' || event.key === 'F2') && layout.get().notes.has(key as NoteId))
        edit(key as NoteId)
      else if (event.key === 'Enter') openMenuOf(event.target as Element)
      else if (mayWrite && isTypingKey(event) && layout.get().notes.has(key as NoteId)) {
        startTyping(editing, key as NoteId, event.key)
        // The accent waits for its letter, which the editor gets.
        if (isDeadKey(event)) return
      } else return
      event.preventDefault()
    },
    [
      surface,
      layout,
      current,
      focusOn,
      edit,
      showBox,
      showLarge,
      moving,
      moveMode,
      editing,
      mayWrite,
      selection,
    ],
  )
}

/** The menu of a card or cluster, as if its button had been pressed. */
export const openMenuOf = (stop: Element): void =>
  stop.querySelector<HTMLElement>('.note-menu, .cluster-menu')?.click()
