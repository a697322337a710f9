import { useEffect, useRef, useState } from 'react'
import type { VoteView } from '#shared/day/vote.ts'
import type { PersonId } from '#shared/ids.ts'
import { afterMs } from './afterMs.ts'
import { openPointsOutbox, type PointsOutbox } from './pointsOutbox.ts'
import { sendPoints } from './votes.ts'

const keyOf = ({ id }: VoteView, person: PersonId) => `leitwand.points.${id}.${person}`

/** Points of this person that never arrived are still on this device. */
export const hasKeptPoints = (vote: VoteView, person: PersonId): boolean => {
  try {
    return localStorage.getItem(keyOf(vote, person)) !== null
  } catch {
    return false
  }
}

/** What this person gives in a vote, on its way; null while there is no vote. */
export const usePointsOutbox = (vote: VoteView | null, person: PersonId): PointsOutbox | null => {
  const now = useRef(vote)
  now.current = vote
  const [opened, setOpened] = useState<{ readonly id: string; readonly outbox: PointsOutbox } | null>(null)
  const id = vote?.id
  useEffect(() => {
    if (!now.current || id === undefined) return setOpened(null)
    const outbox = openPointsOutbox({
      key: keyOf(now.current, person),
      storage: localStorage,
      send: (item, points) => sendPoints(id, item, points),
      own: () => now.current?.own ?? {},
      after: afterMs,
    })
    window.addEventListener('online', outbox.retry)
    setOpened({ id, outbox })
    return () => {
      window.removeEventListener('online', outbox.retry)
      outbox.close()
    }
  }, [id, person])
  return opened && opened.id === id ? opened.outbox : null
}
