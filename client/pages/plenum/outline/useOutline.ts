import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { PlenumAnswer } from '#shared/api.ts'
import type { GatheredNote } from '#shared/gather.ts'
import type { EventPlan } from '#shared/template.ts'
import type { ReadStore } from '../../../sync/valueStore.ts'
import { changedResults } from '../closing/changedResults.ts'
import { plenumOutline, type OutlineGroup } from './plenumOutline.ts'
import type { Wordings } from '../wordingStore.ts'

/** The outline, which stays the same while somebody types: only that a text is no longer the decided one changes it. */
export const useOutline = (
  plan: EventPlan,
  answer: PlenumAnswer,
  wordings: ReadStore<Wordings>,
  gathered: readonly GatheredNote[],
): readonly OutlineGroup[] => {
  const readChanged = useCallback(
    () => changedResults(answer.results, answer.decisions, wordings.get()).join(' '),
    [answer, wordings],
  )
  const changed = useSyncExternalStore(wordings.subscribe, readChanged)
  return useMemo(
    () => plenumOutline({ plan, ...answer, changed: new Set(changed.split(' ')), gathered }),
    [plan, answer, changed, gathered],
  )
}
