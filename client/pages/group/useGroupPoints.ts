import { useMemo } from 'react'
import type { Person } from '#shared/api.ts'
import type { PhaseState } from '#shared/day/phaseState.ts'
import { noteNumber, type NoteId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { useCountedPoints } from '../../board/points/useCountedPoints.ts'
import type { BoardPlace } from '../../board/useBoardPlace.ts'
import { useStore } from '../../sync/useStore.ts'
import { useVotes } from '../../sync/votes.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useStagePoints, type StagePoints } from '../points/useStagePoints.tsx'
import type { VoteItems } from '../points/useVoteItems.ts'
import { NoteVoteCard } from './NoteVoteCard.tsx'

export type GroupPointsAsked = {
  readonly person: Person
  readonly plan: EventPlan
  readonly group: Group
  readonly phase: PhaseState | undefined
  readonly place: BoardPlace
}

/** Points of a group's page, and on its cards. */
export const useGroupPoints = ({ person, plan, group, phase, place }: GroupPointsAsked): StagePoints => {
  const t = useTexts()
  useCountedPoints(place, useVotes(group.id))
  const facts = useStore(place.facts)
  const arrangement = useStore(place.store.arrangement)
  const items = useMemo<VoteItems | null>(() => {
    if (!arrangement) return null
    const cards = new Map(
      [...arrangement.originals].flatMap(([card, ids]) => ids.map((id) => [id as string, card as string])),
    )
    return {
      plan,
      what: t('points:what'),
      gone: t('points:gone'),
      nameOf: (item) => {
        const fact = facts?.get(item as NoteId)
        return fact ? noteNumber(group.id, fact.number) : t('group:thisNote')
      },
      wordsOf: (item) => plainText(place.store.note(item as NoteId)?.blocks ?? []),
      standsIn: (item) => cards.get(item) ?? item,
      Card: NoteVoteCard,
    }
  }, [place, arrangement, facts, plan, group.id, t])
  return useStagePoints({ person, plan, stage: group.id, phase, items })
}
