import { useEffect } from 'react'
import type { QuestionId } from '#shared/ids.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { calmMs } from '../wall/calmMs.ts'
import type { Sight } from './presenceFields.ts'

const sendMs = 400

/** In the list: says which question is in view while somebody follows, and goes to the question others look at. */
export const useListTogether = (isShown: boolean): void => {
  const { together, editing } = useBoardPlace()
  useEffect(() => {
    if (!isShown) return
    const sight = (): Sight => ({ question: questionInList(), on: null, x: 0, y: 0, width: 0, height: 0 })
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = () => {
      timer = undefined
      together.showSight(together.isFollowed.get() && !document.hidden ? sight() : null)
    }
    const saySoon = () => {
      timer ??= setTimeout(say, sendMs)
    }
    let shownQuestion: QuestionId | null = null
    const followed = () => {
      const question = together.following.get() && together.sight.get()?.question
      if (!question || question === shownQuestion) return
      shownQuestion = question
      zoneOf(question)?.scrollIntoView({ behavior: motion() })
    }
    const end = () => {
      shownQuestion = null
      together.follow(null)
    }
    const pressed = ({ key, target }: KeyboardEvent) => {
      const isElsewhere = target instanceof Element && target.closest('.together-pills, [role="menu"]')
      if (!isElsewhere && scrollKeys.has(key)) end()
    }
    const grabbed = ({ target }: PointerEvent) => {
      if (target === document.documentElement) end()
    }
    window.addEventListener('wheel', end, { passive: true })
    window.addEventListener('touchmove', end, { passive: true })
    window.addEventListener('keydown', pressed)
    window.addEventListener('pointerdown', grabbed)
    window.addEventListener('scroll', saySoon, { passive: true })
    document.addEventListener('visibilitychange', say)
    const ends = [
      together.isFollowed.subscribe(say),
      together.sight.subscribe(followed),
      together.following.subscribe(() => (shownQuestion = null)),
      editing.subscribe(() => editing.get() && end()),
      together.setPlace({
        here: sight,
        goTo: ({ on, question }) => {
          const card = on && document.getElementById(`note-${on}`)
          const place = card ?? (question ? document.getElementById(`question-${question}`) : null)
          if (!place) return
          if (!card) place.tabIndex = -1
          place.scrollIntoView({ block: card ? 'center' : 'start', behavior: motion() })
          place.focus({ preventScroll: true })
        },
      }),
    ]
    say()
    followed()
    return () => {
      clearTimeout(timer)
      window.removeEventListener('wheel', end)
      window.removeEventListener('touchmove', end)
      window.removeEventListener('keydown', pressed)
      window.removeEventListener('pointerdown', grabbed)
      window.removeEventListener('scroll', saySoon)
      document.removeEventListener('visibilitychange', say)
      for (const stop of ends) stop()
      together.showSight(null)
    }
  }, [isShown, together, editing])
}

const scrollKeys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])
const motion = (): ScrollBehavior => (calmMs() === 0 ? 'auto' : 'smooth')
const zones = () => [...document.querySelectorAll<HTMLElement>('.zone[data-question]')]
const zoneOf = (question: QuestionId) => zones().find((zone) => zone.dataset['question'] === question)

/** The question at the height where eyes read. */
const questionInList = (): QuestionId | null => {
  const line = window.innerHeight / 3
  const above = zones().filter((zone) => zone.getBoundingClientRect().top <= line)
  return ((above.at(-1) ?? zones()[0])?.dataset['question'] ?? null) as QuestionId | null
}
