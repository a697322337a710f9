import type { Spot } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import type { BoardPlace } from './useBoardPlace.ts'

/** The part of a cluster that stands at one Teilfrage. */
export type ClusterPart = {
  readonly id: ClusterId
  readonly from: QuestionId
  readonly notes: readonly NoteId[]
}

/** To another Teilfrage or another place, with the notes that stand in this sheet: one step of undo. */
export const moveCluster = (
  { actions, store }: Pick<BoardPlace, 'actions' | 'store'>,
  { id, from, notes }: ClusterPart,
  to: QuestionId,
  at: Spot | null,
): void =>
  actions.together(() => {
    if (to !== from)
      for (const note of notes) {
        const { at: order = null, column = null } = store.note(note) ?? {}
        actions.moveToQuestion(note, to)
        actions.setCluster(note, id)
        if (order) actions.place(note, order)
        // The sheet looks as before.
        if (column !== null) actions.setColumn(note, column)
      }
    actions.placeCluster(id, to, at)
  })
