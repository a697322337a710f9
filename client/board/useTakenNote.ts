import { useEffect, useEffectEvent } from 'react'
import { noteNumber, type NoteId } from '#shared/ids.ts'
import { toast } from '../ui/toast.ts'
import { useTexts } from '../ui/useTexts.ts'
import { takenFrom } from './takenFrom.ts'
import type { BoardPlace } from './useBoardPlace.ts'

/** Once writing ends in a card that others took away meanwhile, it says where the card is, and how to get it back. */
export const useTakenNote = (place: BoardPlace | null): void => {
  const t = useTexts()
  const tell = useEffectEvent((id: NoteId) => {
    const way = place && takenFrom(place.store, id)
    if (!place || !way) return
    const fact = place.facts.get().get(id)
    const note = fact ? noteNumber(place.group.id, fact.number) : t('group:thisNote')
    const { restore, takeOut } = place.actions
    if (way === 'tray')
      toast(t('group:trashed', { note }), { undo: () => restore(id), undoLabel: t('group:restore') })
    else
      toast(t('writing:takenMergedTold', { note }), {
        undo: () => takeOut(id),
        undoLabel: t('writing:takeOut'),
      })
  })
  useEffect(() => {
    if (!place) return
    const { editing, sheet } = place
    const written = () => {
      const open = sheet.get()
      return editing.get()?.id ?? (open?.about === 'text' ? open.id : null)
    }
    let before = written()
    const look = () => {
      const now = written()
      if (before !== null && before !== now) tell(before)
      before = now
    }
    const ends = [editing.subscribe(look), sheet.subscribe(look)]
    return () => ends.forEach((end) => end())
  }, [place])
}
