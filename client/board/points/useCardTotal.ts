import { useSyncExternalStore } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { cardPoints } from './cardPoints.ts'

/** Draws anew only when this card's points change. */
export const useCardTotal = (id: NoteId): number =>
  useSyncExternalStore(cardPoints.subscribe, () => cardPoints.get().get(id)?.total ?? 0)
