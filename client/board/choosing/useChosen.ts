import { useMemo } from 'react'
import type { Note } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import { toast } from '../../ui/toast.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { chosenActions, type ChosenActions } from './chosenActions.ts'
import { readingOrder } from './readingOrder.ts'

export type Chosen = {
  readonly actions: ChosenActions
  /** In reading order. */
  readonly ids: () => readonly NoteId[]
  readonly notes: () => readonly Note[]
  /** Says what was done, with a way back. */
  readonly tell: (sentence: string) => void
}

/** The chosen cards, and what can be done with all of them. */
export const useChosen = (): Chosen => {
  const { store, actions, group, selection, undoManager } = useBoardPlace()
  return useMemo(() => {
    const ids = () => {
      const chosen = selection.get()
      return readingOrder(store.arrangement.get()).filter((id) => chosen.has(id))
    }
    return {
      actions: chosenActions({ store, actions, group }),
      ids,
      notes: () => ids().flatMap((id) => store.note(id) ?? []),
      tell: (sentence) => toast(sentence, { undo: () => undoManager.undo() }),
    }
  }, [store, actions, group, selection, undoManager])
}
