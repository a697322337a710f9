import type { Person } from '#shared/api.ts'
import { phasesOf, type PhaseState, type Stage } from '#shared/day/phaseState.ts'
import { runs } from '#shared/roles.ts'
import type { EventPlan, Phase } from '#shared/template.ts'
import { useDay } from '../../sync/records.ts'

export type PhaseNow = {
  readonly stage: Stage
  readonly phases: readonly Phase[]
  /** Undefined where nothing runs. */
  readonly state: PhaseState | undefined
  /** Null too for a phase that the plan no longer knows. */
  readonly phase: Phase | null
  readonly next: Phase | null
  /** What the server must find unchanged: 0 where nothing runs. */
  readonly round: number
  /** Whether whoever looks leads here, or is a member who may say "Fertig". */
  readonly leads: boolean
  readonly isMember: boolean
  readonly isDone: boolean
  readonly done: number
  readonly people: number
  readonly rapporteur: string | null
}

/** Null until the server has said what runs. */
export const usePhase = (person: Person, plan: EventPlan, stage: Stage): PhaseNow | null => {
  const day = useDay().data
  if (!day) return null
  const phases = phasesOf(plan, stage)
  const state = day.phases[stage]
  const at = phases.findIndex(({ id }) => id === state?.phase)
  const { seat } = person
  return {
    stage,
    phases,
    state,
    phase: phases[at] ?? null,
    next: phases[at + 1] ?? null,
    round: state?.round ?? 0,
    leads: runs(person, stage),
    isMember:
      person.role === 'member' && (stage === 'plenum' || (seat?.kind === 'group' && seat.group === stage)),
    isDone: day.imDone.includes(stage),
    done: day.done[stage] ?? 0,
    people: day.people[stage] ?? 0,
    rapporteur: day.rapporteurs[stage] ?? null,
  }
}
