import { countedVote } from '#shared/day/pointsByCard.ts'
import type { VoteKind } from '#shared/day/vote.ts'
import { runs } from '#shared/roles.ts'
import { useMe } from '../../sync/records.ts'
import { useStore } from '../../sync/useStore.ts'
import { openVote, useVotes } from '../../sync/votes.ts'
import type { MenuSection } from '../../ui/Menu.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { cardPoints, isListedByPoints, isResultShown } from './cardPoints.ts'

/** What the page's menu offers about points. */
export const usePointsSection = (): MenuSection => {
  const t = useTexts()
  const refusal = useRefusalText()
  const { group } = useBoardPlace()
  const person = useMe().data?.person
  const votes = useVotes(group.id)
  const isByPoints = useStore(isListedByPoints) ?? false
  const hasPoints = (useStore(cardPoints)?.size ?? 0) > 0
  const isRunning = votes.some(({ closedAt }) => closedAt === null)
  const open = (kind: VoteKind) => () =>
    void openVote(group.id, kind).catch((error: unknown) => toast(refusal(error)))
  const isCounted = countedVote(votes) !== null || countedVote(votes, 'resistance') !== null
  return {
    id: 'points',
    title: t('score:menu'),
    items: [
      ...(person && runs(person, group.id) && !isRunning
        ? [
            {
              id: 'points-open',
              label: t('score:open'),
              icon: 'circle-check' as const,
              onAction: open('points'),
            },
            {
              id: 'points-resistance',
              label: t('score:openResistance'),
              icon: 'hand' as const,
              onAction: open('resistance'),
            },
          ]
        : []),
      ...(isCounted
        ? [
            {
              id: 'points-result',
              label: t('score:results'),
              icon: 'list-ordered' as const,
              // Once the menu has given the focus back.
              onAction: () => setTimeout(() => isResultShown.set(true), 50),
            },
          ]
        : []),
      ...(hasPoints
        ? [
            {
              id: 'points-list',
              label: t(isByPoints ? 'score:listByTime' : 'score:listByPoints'),
              icon: 'list' as const,
              onAction: () => isListedByPoints.set(!isByPoints),
            },
          ]
        : []),
    ],
  }
}
