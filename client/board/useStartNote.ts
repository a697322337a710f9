import { useCallback } from 'react'
import type { Spot } from '#shared/board.ts'
import type { ClusterId, KindId, QuestionId } from '#shared/ids.ts'
import { useBoardPlace } from './useBoardPlace.ts'

export type StartNote = (where?: {
  readonly question?: QuestionId | null
  readonly cluster?: ClusterId | null
  readonly kind?: KindId
  readonly at?: Spot | null
}) => void

/** Begins a new note in its place, caret inside; without a question where the reader is looking. */
export const useStartNote = (): StartNote => {
  const { actions, editing, group } = useBoardPlace()
  return useCallback(
    ({ question, ...rest } = {}) => {
      const to = question === undefined ? (questionInView() ?? group.questions[0]?.id ?? null) : question
      editing.set({ id: actions.create({ ...rest, question: to }) })
    },
    [actions, editing, group],
  )
}

/** The zone of the "+" that has the focus, or else the zone that takes most of the window. */
export const questionInView = (): QuestionId | null => {
  const focused = document.activeElement?.closest<HTMLElement>('.board-zone')?.dataset['zone']
  if (focused) return focused as QuestionId
  let best: { id: string; share: number } | null = null
  for (const zone of document.querySelectorAll<HTMLElement>('[data-question]')) {
    const { top, bottom } = zone.getBoundingClientRect()
    const share = Math.min(bottom, window.innerHeight) - Math.max(top, 0)
    if (share > (best?.share ?? 0)) best = { id: zone.dataset['question'] ?? '', share }
  }
  return best && (best.id as QuestionId)
}
