import type { NoteId } from '#shared/ids.ts'
import type { BoardLayout, LaidCluster } from './boardLayout.ts'
import type { BoardMetrics } from './boardMetrics.ts'
import type { Point } from './boxes.ts'
import { spotIn, type DropTarget } from './dropTarget.ts'
import type { BoardPlace } from '../useBoardPlace.ts'

type Changes = Pick<BoardPlace, 'actions'>

/** Onto a cluster: into it. Onto a zone: to that Teilfrage, at that place, and out of the cluster it was in. */
export const dropNote = (
  { actions }: Changes,
  layout: BoardLayout,
  metrics: BoardMetrics,
  id: NoteId,
  { question, cluster }: DropTarget,
  corner: Point,
): void => {
  const note = layout.notes.get(id)
  const zone = layout.zones.find((one) => one.question === question)
  if (!note || !zone) return
  const isHere = note.question === question
  if (cluster) {
    // In a cluster notes flow; there is nothing to place.
    if (isHere && note.cluster === cluster.id) return
    return actions.together(() => {
      actions.moveToQuestion(id, question)
      actions.setCluster(id, cluster.id)
    })
  }
  const at = spotIn(zone, corner, metrics.noteWidth, metrics)
  actions.together(() => {
    if (!isHere) actions.moveToQuestion(id, question)
    else if (note.cluster !== null) actions.setCluster(id, null)
    actions.place(id, at)
  })
}

/** The zone it is dropped on becomes its home, and the notes that stood in this sheet come along. */
export const dropCluster = (
  { actions }: Changes,
  layout: BoardLayout,
  metrics: BoardMetrics,
  { id, question: from, box, notes }: LaidCluster,
  { question }: DropTarget,
  corner: Point,
): void => {
  const zone = layout.zones.find((one) => one.question === question)
  if (!zone) return
  actions.together(() => {
    if (question !== from)
      for (const note of notes) {
        actions.moveToQuestion(note, question)
        actions.setCluster(note, id)
      }
    actions.placeCluster(id, question, spotIn(zone, corner, box.width, metrics))
  })
}
