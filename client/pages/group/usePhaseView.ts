import { useEffect, useEffectEvent } from 'react'
import { useSearchParams } from 'react-router'
import type { PhaseState } from '#shared/day/phaseState.ts'
import type { GroupId } from '#shared/ids.ts'
import type { EventPlan } from '#shared/template.ts'
import { isTyping } from '../../board/isTyping.ts'
import type { ViewName } from '../../board/BoardTools.tsx'
import { takePhaseView } from './phaseView.ts'
import { hasChosenView } from './viewIn.ts'

/** A phase that begins opens its view, once (`takePhaseView`). Nobody is torn away from what they write. */
export const usePhaseView = (
  plan: EventPlan,
  group: GroupId,
  state: PhaseState | undefined,
  setView: (view: ViewName) => void,
): void => {
  const [search] = useSearchParams()
  const open = useEffectEvent(() => {
    const view = takePhaseView(plan, group, state, hasChosenView(search))
    if (view !== null && !isTyping(document.activeElement)) setView(view)
  })
  useEffect(() => open(), [plan.id, group, state?.round, state?.phase])
}
