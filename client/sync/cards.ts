import { useQuery } from '@tanstack/react-query'
import type { GroupId } from '#shared/ids.ts'
import type { CardsAnswer, FatesAnswer } from '#shared/plenum/cardsAnswer.ts'
import { call } from './call.ts'
import { keys } from './records.ts'

// Beneath the Plenum's key: whatever changes there makes them stale. Boards change, too, so that every visit looks anew.

/** Own cards and those of the own group, with what became of them. */
export const useCards = () =>
  useQuery({
    queryKey: [...keys.plenum, 'cards'],
    queryFn: ({ signal }) => call<CardsAnswer>('GET', '/api/cards', undefined, signal),
    refetchOnMount: 'always',
  })

/** What became of one group's cards. */
export const useFates = (group: GroupId) =>
  useQuery({
    queryKey: [...keys.plenum, 'fates', group],
    queryFn: ({ signal }) =>
      call<FatesAnswer>('GET', `/api/groups/${encodeURIComponent(group)}/fates`, undefined, signal),
    refetchOnMount: 'always',
  })
