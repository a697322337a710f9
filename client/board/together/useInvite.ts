import { useCallback } from 'react'
import { noteNumber, type NoteId, type QuestionId } from '#shared/ids.ts'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import type { Sight } from './presenceFields.ts'

const noSight: Sight = { question: null, on: null, x: 0, y: 0, width: 0, height: 0 }

/** A place in words: A-07, else A2. */
export const usePlaceName = (): ((on: NoteId | null, question: QuestionId | null) => string) => {
  const t = useTexts()
  const { facts, group } = useBoardPlace()
  return useCallback(
    (on, question) => {
      const fact = on && facts.get().get(on)
      return fact ? noteNumber(group.id, fact.number) : (question ?? t('together:thisPlace'))
    },
    [t, facts, group],
  )
}

/** Asks everyone to look at a card, or at what is in view here. Nothing moves for anybody by itself. */
export const useInvite = (): ((note?: NoteId) => void) => {
  const t = useTexts()
  const { together, store } = useBoardPlace()
  const placeName = usePlaceName()
  return useCallback(
    (note) => {
      const where = note
        ? { ...noSight, on: note, question: store.note(note)?.question ?? null }
        : together.place()?.here()
      if (!where) return
      const isSent = together.invite(where)
      const place = placeName(where.on, where.question)
      toast(isSent ? t('together:invited', { place }) : t('together:tooSoon'))
    },
    [t, together, store, placeName],
  )
}
