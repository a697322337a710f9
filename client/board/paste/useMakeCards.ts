import type { ClusterId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import type { Block } from '#shared/note.ts'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

export type PasteTarget = {
  readonly question: QuestionId | null
  readonly cluster?: ClusterId | null
  readonly kind?: KindId
}

/** Makes pasted cards in one step of undo, and answers the first of them. */
export const useMakeCards = (): ((
  where: PasteTarget,
  cards: readonly (readonly Block[])[],
) => NoteId | undefined) => {
  const t = useTexts()
  const { actions, undoManager } = useBoardPlace()
  return (where, cards) => {
    const ids = actions.createMany(cards.map((blocks) => ({ ...where, blocks })))
    if (ids.length > 1)
      toast(t('writing:madeMany', { count: ids.length }), { undo: () => undoManager.undo() })
    return ids[0]
  }
}
