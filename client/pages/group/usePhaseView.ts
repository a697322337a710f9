import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { PhaseState } from '#shared/day/phaseState.ts'
import type { GroupId } from '#shared/ids.ts'
import type { EventPlan } from '#shared/template.ts'
import { isTyping } from '../../board/isTyping.ts'
import type { ViewName } from '../../board/BoardTools.tsx'
import { hasChosenView } from './viewIn.ts'

const keyOf = (plan: EventPlan, group: GroupId) => `leitwand.phaseView.${plan.id}.${group}`

/**
 * A phase that begins opens its view, once: what somebody chooses afterwards stays, also after a reload.
 * Nobody is torn away from what they write.
 */
export const usePhaseView = (
  plan: EventPlan,
  group: GroupId,
  state: PhaseState | undefined,
  setView: (view: ViewName) => void,
): void => {
  const [search] = useSearchParams()
  const hasChosen = hasChosenView(search)
  const round = state?.round ?? null
  const view = plan.phases.find(({ id }) => id === state?.phase)?.rules.view ?? null
  useEffect(() => {
    if (round === null) return
    const opened = remembered(keyOf(plan, group))
    if (opened === String(round)) return
    remember(keyOf(plan, group), String(round))
    // A link that names its view is a choice, too.
    if (view === null || (opened === null && hasChosen) || isTyping(document.activeElement)) return
    setView(view)
    // Once a round: what is chosen within it is not looked at again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [plan.id, group, round, view])
}

const remembered = (key: string): string | null => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}
const remember = (key: string, value: string): void => {
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing opens the view after a reload, too.
  }
}
