import type { PhaseNow } from './usePhase.ts'

/** The sentence that says what one may do now, without its owner; see `phases:` in the texts. */
export const mayNow = ({
  state,
  phase,
  stage,
  leads,
  isMember,
}: Pick<PhaseNow, 'state' | 'phase' | 'stage' | 'leads' | 'isMember'>) => {
  // Wordings of the Plenum are its moderators', whatever phase runs; the goal says what the others do.
  if (!state || stage === 'plenum') return null
  if (leads) {
    if (state.isHidden) return 'phases:youLeadHidden'
    return state.members === 'read' ? 'phases:youLeadRead' : 'phases:youLeadWrite'
  }
  if (!isMember) return 'phases:guestReads'
  if (state.isHidden) return 'phases:youHidden'
  if (state.members === 'write') return 'phases:youWrite'
  return phase?.rules.points ? 'phases:youPoints' : 'phases:youRead'
}
