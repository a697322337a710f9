import { useMemo } from 'react'
import { kindOf, labelOf, type EventPlan, type Language } from '#shared/template.ts'
import { useDay } from '../../sync/records.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useStagePoints, type StagePoints } from '../points/useStagePoints.tsx'
import type { VoteItems } from '../points/useVoteItems.ts'
import { ResultVoteCard } from './ResultVoteCard.tsx'
import type { PlenumPlace } from './usePlenumPlace.ts'

/** Points on the results of the Plenum. */
export const usePlenumPoints = ({ person, plan, items: known }: PlenumPlace): StagePoints => {
  const t = useTexts()
  const language = useLanguage()
  const phase = useDay().data?.phases.plenum
  const items = useMemo<VoteItems>(() => {
    const results = new Map(known.map((item) => [item.result.id as string, item]))
    return {
      plan,
      what: plenumKinds(plan, language, t('points:whatResult')),
      gone: t('points:goneResult'),
      nameOf: (item) => results.get(item)?.name ?? results.get(item)?.result.title ?? '–',
      wordsOf: (item) => results.get(item)?.result.title ?? '',
      standsIn: (item) => item,
      Card: ResultVoteCard,
    }
  }, [known, plan, language, t])
  return useStagePoints({ person, plan, stage: 'plenum', phase, items })
}

/** The one kind that gets points, by its name; of several none. */
const plenumKinds = ({ voting, ...plan }: EventPlan, language: Language, several: string): string => {
  const [only, ...others] = voting.plenumKinds
  return only !== undefined && others.length === 0
    ? labelOf(kindOf({ ...plan, voting }, only), language)
    : several
}
