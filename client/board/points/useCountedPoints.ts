import { useEffect } from 'react'
import { countedVote, pointsByCard } from '#shared/day/pointsByCard.ts'
import type { VoteView } from '#shared/day/vote.ts'
import type { BoardPlace } from '../useBoardPlace.ts'
import { cardPoints, isListedByPoints } from './cardPoints.ts'

/** Keeps the points on the cards: those of the latest closed vote, also when cards are put together or taken apart. */
export const useCountedPoints = (place: BoardPlace | null, votes: readonly VoteView[]): void => {
  const store = place?.store
  useEffect(() => {
    // While points are given nobody is led by those of before.
    const isRunning = votes.some(({ kind, closedAt }) => kind === 'points' && closedAt === null)
    const counted = isRunning ? null : countedVote(votes)
    if (!store || !counted) {
      cardPoints.set(new Map())
      isListedByPoints.set(false)
      return
    }
    let originals: unknown = null
    const count = () => {
      const now = store.arrangement.get().originals
      if (now === originals) return
      originals = now
      const cards = new Map(
        [...now].flatMap(([card, ids]) => ids.map((id) => [id as string, card as string])),
      )
      cardPoints.set(pointsByCard(counted, (item) => cards.get(item) ?? item))
    }
    count()
    return store.arrangement.subscribe(count)
  }, [store, votes])
}
