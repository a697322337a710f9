import type { Spot } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import type { DoneBy } from '../editor/NoteEditor.tsx'
import type { Way } from '../editor/noteExtensions.ts'
import { takenFrom } from './takenFrom.ts'
import { useBoardPlace } from './useBoardPlace.ts'
import { useStartNote } from './useStartNote.ts'

type Finish = {
  /** What stands in that direction, or where a new note goes; null: writing ends here. */
  readonly next: (way: Way) => NoteId | { readonly at: Spot | null } | null
  /** Gives the focus back to the card, or to what takes its place when it is gone: empty, or taken away by others. */
  readonly giveBack: (isGone: boolean) => void
}

/** Ends writing in a card: back to it, or on to the next, which takes over question, cluster and kind. */
export const useFinishNote = (id: NoteId, { next, giveBack }: Finish): ((by: DoneBy) => void) => {
  const { store, editing } = useBoardPlace()
  const startNote = useStartNote()
  return (by) => {
    const note = store.note(id)
    const isEmpty = note?.isEmpty ?? true
    const to = by === 'done' || by === 'escape' ? null : next(by)
    if (typeof to === 'string') return editing.set({ id: to })
    // From an empty note nothing leads to another empty one.
    if (to && note && !isEmpty) {
      const { question, cluster, kind } = note
      return startNote({ question, cluster, kind, at: to.at })
    }
    const isGone = isEmpty || takenFrom(store, id) !== null
    editing.set(null)
    giveBack(isGone)
  }
}
