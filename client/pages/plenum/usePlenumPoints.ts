import { useMemo } from 'react'
import { useDay } from '../../sync/records.ts'
import { useStagePoints, type StagePoints } from '../points/useStagePoints.tsx'
import type { VoteItems } from '../points/useVoteItems.ts'
import { ResultVoteCard } from './ResultVoteCard.tsx'
import type { PlenumPlace } from './usePlenumPlace.ts'

/** Points on the results of the Plenum. */
export const usePlenumPoints = ({ person, plan, items: known }: PlenumPlace): StagePoints => {
  const phase = useDay().data?.phases.plenum
  const items = useMemo<VoteItems>(() => {
    const results = new Map(known.map((item) => [item.result.id as string, item]))
    return {
      plan,
      nameOf: (item) => results.get(item)?.name ?? results.get(item)?.result.title ?? '–',
      wordsOf: (item) => results.get(item)?.result.title ?? '',
      standsIn: (item) => item,
      Card: ResultVoteCard,
    }
  }, [known, plan])
  return useStagePoints({ person, plan, stage: 'plenum', phase, items })
}
