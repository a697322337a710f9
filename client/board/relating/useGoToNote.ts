import { useCallback } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

/** Once a closing dialog has given the focus back to where it came from. */
const afterDialogMs = 60

/** Closes what is open about a card and leads to this one: into view and with the focus, on the wall and in the list. */
export const useGoToNote = (): ((id: NoteId) => void) => {
  const { sheet, search } = useBoardPlace()
  return useCallback(
    (id) => {
      sheet.set(null)
      setTimeout(() => search.wanted.set({ id }), afterDialogMs)
    },
    [sheet, search],
  )
}
