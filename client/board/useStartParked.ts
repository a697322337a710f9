import { useCallback } from 'react'
import { parkingLotKind } from '#shared/template.ts'
import { useBoardPlace } from './useBoardPlace.ts'
import { useStartNote } from './useStartNote.ts'

/** Begins a new note in the Themenspeicher, of its kind where the template has one. */
export const useStartParked = (): (() => void) => {
  const { plan } = useBoardPlace()
  const startNote = useStartNote()
  return useCallback(() => {
    const kind = plan.noteKinds.find(({ id }) => id === parkingLotKind)
    startNote({ question: null, ...(kind ? { kind: kind.id } : {}) })
  }, [plan, startNote])
}
