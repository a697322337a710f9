import type { PhaseState } from '#shared/day/phaseState.ts'
import type { GroupId } from '#shared/ids.ts'
import type { EventPlan } from '#shared/template.ts'
import type { ViewName } from '../../board/BoardTools.tsx'

const keyOf = (plan: EventPlan, group: GroupId) => `leitwand.phaseView.${plan.id}.${group}`

/**
 * The view that a phase opens, asked for when it begins and when the page does; null: what is open stays. Answered once a
 * round: what somebody chooses afterwards stays, also after a reload. `hasChosen`: the address names a view.
 */
export const takePhaseView = (
  plan: EventPlan,
  group: GroupId,
  state: PhaseState | undefined,
  hasChosen: boolean,
): ViewName | null => {
  if (!state) return null
  const round = String(state.round)
  const opened = remembered(keyOf(plan, group))
  if (opened === round) return null
  remember(keyOf(plan, group), round)
  // A link that names its view is a choice, too.
  if (opened === null && hasChosen) return null
  return plan.phases.find(({ id }) => id === state.phase)?.rules.view ?? null
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
