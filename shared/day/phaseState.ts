import type { GroupId, PersonId } from '../ids.ts'
import type { EventPlan, Phase, PhaseRules } from '../template.ts'

/** A group, or the Plenum: what runs through phases. */
export type Stage = GroupId | 'plenum'

/** The phase that runs somewhere. Without one everything is open, as before the first. Times are server time in ms. */
export type PhaseState = {
  /** Id in the plan's phases. */
  readonly phase: string
  readonly startedAt: number
  /** What the timer counts to. It informs; nothing ends by itself. */
  readonly endsAt: number
  /** Counts up with every start, also of the same phase again. */
  readonly round: number
  /** As the phase says, or as a moderator has switched it since. */
  readonly members: PhaseRules['members']
  /** Members write for themselves alone; false once the cards are revealed. */
  readonly isHidden: boolean
  /** Who presents the group in the Plenum. */
  readonly rapporteur: PersonId | null
}

export const phasesOf = (plan: EventPlan, stage: Stage): readonly Phase[] =>
  stage === 'plenum' ? plan.plenumPhases : plan.phases

/** May members write on the board of this group now? While cards are hidden they write elsewhere. */
export const membersWrite = (state: PhaseState | undefined): boolean =>
  !state || (state.members === 'write' && !state.isHidden)
