import { useCallback } from 'react'
import { noteNumber, type NoteId } from '#shared/ids.ts'
import { useStore } from '../../sync/useStore.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

/** How a note is called in a sentence: A-07, else "Diese Karte". */
export const useNoteName = (): ((id: NoteId) => string) => {
  const t = useTexts()
  const { facts, group } = useBoardPlace()
  const known = useStore(facts)
  return useCallback(
    (id) => {
      const fact = known?.get(id)
      return fact ? noteNumber(group.id, fact.number) : t('group:thisNote')
    },
    [known, group, t],
  )
}
