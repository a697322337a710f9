import { useCallback } from 'react'
import type { QuestionId } from '#shared/ids.ts'
import { useBoardPlace } from './useBoardPlace.ts'
import { useStartNote } from './useStartNote.ts'

export const composerFieldId = 'composer-text'

/** "+": on phones into the docked composer, elsewhere a new card in its place. */
export const useWrite = (): ((question: QuestionId) => void) => {
  const { composerQuestion } = useBoardPlace()
  const startNote = useStartNote()
  return useCallback(
    (question) => {
      const field = document.getElementById(composerFieldId)
      if (!field || field.offsetParent === null) return startNote({ question })
      composerQuestion.set(question)
      // In the same turn as the tap, or phones keep their keyboard closed.
      field.focus()
    },
    [composerQuestion, startNote],
  )
}
