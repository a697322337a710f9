import { useCallback, useMemo } from 'react'
import type { GroupId, ResultId } from '#shared/ids.ts'
import { resultNumbers } from '#shared/result.ts'
import type { PlenumAnswer } from '#shared/api.ts'
import type { EventPlan } from '#shared/template.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { nameRanges } from '../outline/nameRanges.ts'

/** How people call what is asked about: "L7 Rote Linie", or "Block A: L1–L3, M1". */
export const useConsentWords = (plan: EventPlan | undefined, answer: PlenumAnswer | undefined) => {
  const t = useTexts()
  const names = useMemo(
    () =>
      plan && answer ? resultNumbers(answer.results, answer.decisions, plan) : new Map<ResultId, string>(),
    [plan, answer],
  )
  const nameOf = useCallback((id: ResultId): string | null => names.get(id) ?? null, [names])
  const whatOf = useCallback(
    ({ group, results }: { readonly group: GroupId; readonly results: readonly ResultId[] }): string => {
      const titleOf = (id: ResultId) => answer?.results.find((result) => result.id === id)?.title ?? ''
      const first = results[0]
      if (results.length === 1 && first) return [nameOf(first), titleOf(first)].filter(Boolean).join(' ')
      return t('consent:block', { group, names: nameRanges(results.map((id) => nameOf(id) ?? titleOf(id))) })
    },
    [t, answer, nameOf],
  )
  return { nameOf, whatOf }
}
