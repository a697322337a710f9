import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import { parkingLotKind } from '#shared/template.ts'
import type { BoardStore } from '../boardStore.ts'
import type { PasteTarget } from './useMakeCards.ts'

/** Beside the card or in the cluster that has the focus; null when neither has it. */
export const placeInFocus = (store: BoardStore): PasteTarget | null => {
  const focused = document.activeElement
  const id = focused?.closest('.note[id^="note-"]')?.id.slice('note-'.length)
  const note = id === undefined ? null : store.note(id as NoteId)
  if (note) {
    const { question, cluster, kind } = note
    // Off topic is said by the kind.
    return { question, cluster, ...(kind === parkingLotKind ? { kind } : {}) }
  }
  const sheet = focused?.closest('.board-cluster')?.closest<HTMLElement>('.react-flow__node')
  const [question, cluster] = sheet?.dataset['id']?.split('/') ?? []
  return question && cluster ? { question: question as QuestionId, cluster: cluster as ClusterId } : null
}
