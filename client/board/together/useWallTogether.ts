import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import type { QuestionId } from '#shared/ids.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { calmMs } from '../wall/calmMs.ts'
import { useWall } from '../wall/useWall.ts'
import type { Viewport } from '../wall/viewport.ts'
import type { Sight } from './presenceFields.ts'
import { middleOf, sightOf, viewOfSight } from './sightView.ts'

const sendMs = 250
/** After its end a motion may still be told. */
const settleMs = 150
/** So long a busy page may need for one; a motion that something else breaks off never says that it ended. */
const longestMs = 2000

/** On the wall: says what is in view while somebody follows, follows others, and goes where somebody calls. */
export const useWallTogether = (surface: RefObject<HTMLElement | null>): void => {
  const { together, editing } = useBoardPlace()
  const { layout, metrics, focusOn, showForWriting } = useWall()
  const { setViewport } = useReactFlow()
  const flow = useStoreApi()

  useEffect(() => {
    const element = surface.current
    if (!element) return
    const size = () => ({ width: flow.getState().width, height: flow.getState().height })
    const view = (): Viewport => {
      const [x, y, zoom] = flow.getState().transform
      return { x, y, zoom }
    }
    const question = () => (element.dataset['question'] ?? null) as QuestionId | null
    const sight = (): Sight => sightOf(layout.get(), view(), size(), question())

    let timer: ReturnType<typeof setTimeout> | undefined
    const say = () => {
      timer = undefined
      together.showSight(together.isFollowed.get() && !document.hidden ? sight() : null)
    }
    const saySoon = () => {
      timer ??= setTimeout(say, sendMs)
    }
    let oursUntil = 0
    let latest = 0
    const goTo = async (shown: Sight) => {
      const { minZoom } = flow.getState()
      const next = viewOfSight(layout.get(), metrics, shown, size(), { zoom: view().zoom, minZoom })
      if (!next) return
      const mine = ++latest
      oursUntil = Date.now() + longestMs
      await setViewport(next, { duration: calmMs() })
      if (mine === latest) oursUntil = Date.now() + settleMs
    }
    const followed = () => {
      const shown = together.sight.get()
      if (shown && together.following.get()) void goTo(shown)
    }
    const end = () => together.follow(null)
    let before = view()
    const moved = () => {
      const now = view()
      if (now.x === before.x && now.y === before.y && now.zoom === before.zoom) return
      before = now
      saySoon()
      // Moved by a hand, a key or a button, and not by whom one follows.
      if (Date.now() > oursUntil) end()
    }
    const pressed = ({ key }: KeyboardEvent) => {
      if (key.startsWith('Arrow') || key.startsWith('Page') || key === 'Home' || key === 'End') end()
    }
    const grabbed = ({ target }: PointerEvent) => {
      if (target instanceof Element && target.closest('.react-flow__pane')) end()
    }
    element.addEventListener('wheel', end, { passive: true, capture: true })
    element.addEventListener('pointerdown', grabbed, { capture: true })
    element.addEventListener('keydown', pressed, { capture: true })
    document.addEventListener('visibilitychange', say)
    const ends = [
      flow.subscribe(moved),
      together.isFollowed.subscribe(say),
      together.sight.subscribe(followed),
      editing.subscribe(() => editing.get() && end()),
      together.setPlace({
        here: () => ({ ...sight(), ...middleOf(view(), size()), on: null }),
        goTo: (place) => {
          if (place.on === null || !layout.get().notes.has(place.on))
            return void goTo({ width: 0, height: 0, ...place })
          oursUntil = Date.now() + calmMs() + settleMs
          showForWriting(place.on)
          focusOn(place.on, { pan: false })
        },
      }),
    ]
    say()
    followed()
    return () => {
      clearTimeout(timer)
      element.removeEventListener('wheel', end, { capture: true })
      element.removeEventListener('pointerdown', grabbed, { capture: true })
      element.removeEventListener('keydown', pressed, { capture: true })
      document.removeEventListener('visibilitychange', say)
      for (const stop of ends) stop()
      together.showSight(null)
    }
  }, [surface, together, editing, layout, metrics, focusOn, showForWriting, setViewport, flow])
}
