import type { VoteView } from '#shared/day/vote.ts'
import type { PersonId } from '#shared/ids.ts'
import { useStore } from '../../sync/useStore.ts'
import { usePointsOutbox } from '../../sync/usePointsOutbox.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useVoteItems } from './useVoteItems.ts'

type LatePointsProps = { readonly vote: VoteView; readonly person: PersonId }

/** What one gave without network, and what came after the vote was closed: it is never dropped in silence. */
export function LatePoints({ vote, person }: LatePointsProps) {
  const t = useTexts()
  const outbox = usePointsOutbox(vote, person)
  const state = useStore(outbox?.state)
  const { nameOf } = useVoteItems()
  const late = Object.entries(state?.late ?? {})
  if (late.length === 0) return null
  const cards = late.map(([item, points]) => t('points:part', { note: nameOf(item), points: points ?? 0 }))
  return (
    <Message
      tone="wait"
      live
      actions={<Button onClick={() => outbox?.forgetLate()}>{t('points:understood')}</Button>}
    >
      {t('points:late', { cards: cards.join(', ') })}
    </Message>
  )
}
