import type { ClusterId, KindId, LevelId, NoteId, QuestionId } from '#shared/ids.ts'
import type { BoardPlace } from '../useBoardPlace.ts'

export type ChosenActions = ReturnType<typeof chosenActions>

/** What is done with many cards at once: each one change, and one step of undo. The ids come in reading order. */
export const chosenActions = ({ store, actions, group }: Pick<BoardPlace, 'store' | 'actions' | 'group'>) => {
  const each = (ids: readonly NoteId[], act: (id: NoteId) => void) => actions.together(() => ids.forEach(act))
  const isParked = (id: NoteId) => store.arrangement.get().parked.includes(id)
  const isMarked = (id: NoteId) => typeof store.note(id)?.forPlenum === 'string'
  const firstQuestion = (ids: readonly NoteId[]): QuestionId | null => {
    const standing = ids.find((id) => !isParked(id))
    return (standing && store.note(standing)?.question) ?? group.questions[0]?.id ?? null
  }
  const putInto = (ids: readonly NoteId[], cluster: ClusterId | null, home: QuestionId | null) =>
    each(ids, (id) => {
      // A heading takes a card out of the Themenspeicher.
      if (cluster !== null && home !== null && isParked(id)) actions.moveToQuestion(id, home)
      actions.setCluster(id, cluster)
    })

  return {
    /** To a Teilfrage, or to the Themenspeicher (null). What is there already stays in its cluster. */
    move: (ids: readonly NoteId[], to: QuestionId | null) =>
      each(ids, (id) => {
        if (to === null) return isParked(id) ? undefined : actions.park(id)
        if (isParked(id) || store.note(id)?.question !== to) actions.moveToQuestion(id, to)
      }),
    /** Under a heading, or under none. */
    putInto: (ids: readonly NoteId[], cluster: ClusterId | null) => {
      const home = store.clusters.get().find(({ id }) => id === cluster)?.question ?? firstQuestion(ids)
      putInto(ids, cluster, home)
    },
    putIntoNew: (ids: readonly NoteId[], title: string) => {
      const home = firstQuestion(ids)
      if (home === null) return
      actions.together(() => putInto(ids, actions.newCluster(title, home, []), home))
    },
    setKind: (ids: readonly NoteId[], kind: KindId) => each(ids, (id) => actions.setKind(id, kind)),
    setLevels: (ids: readonly NoteId[], levels: ReadonlyMap<LevelId, boolean>) =>
      each(ids, (id) => levels.forEach((on, level) => actions.setLevel(id, level, on))),
    /** Those that are not marked yet follow behind the others. */
    mark: (ids: readonly NoteId[]) => actions.markMany(ids.filter((id) => !isMarked(id))),
    unmark: (ids: readonly NoteId[]) => each(ids.filter(isMarked), actions.unmark),
    trash: (ids: readonly NoteId[]) => each(ids, actions.trash),
    restore: (ids: readonly NoteId[]) => each(ids, actions.restore),
  }
}
