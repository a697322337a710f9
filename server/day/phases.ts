import type { Person } from '#shared/api.ts'
import type { PersonId } from '#shared/ids.ts'
import type {
  EndPhase,
  ExtendPhase,
  NameRapporteur,
  SayDone,
  StartPhase,
  SwitchMembers,
} from '#shared/day/phaseCommands.ts'
import { extendedPhase, memoryOf, startedPhase } from '#shared/day/phaseMoves.ts'
import type { PhaseState, Stage } from '#shared/day/phaseState.ts'
import { Refusal } from '#shared/refusal.ts'
import { labelOf, type Phase } from '#shared/template.ts'
import { minuteRow } from '../plenum/minuteRow.ts'
import type { RecordChange } from '../records.ts'
import type { Day } from './day.ts'
import { demandRevealed } from './reveal.ts'
import { isMemberOf } from './membersOf.ts'

/** The same phase started again within so long, by somebody who does not say what they saw, was meant once. */
const twiceMs = 2_000

/** Any phase of the plan: the next one, one before, or the same again. */
export const startPhase = (
  day: Day,
  person: Person,
  name: string,
  command: StartPhase,
): Promise<PhaseState> =>
  lead(day, person, name, async (stage) => {
    const phase = day.phase(stage, command.phase)
    const before = day.state(stage)
    demandFresh(before, command.round)
    const now = day.ports.now()
    const isTwice = before?.phase === phase.id && now - before.startedAt < twiceMs
    if (before && isTwice && command.round === undefined) return before
    const state = startedPhase(phase, before, day.ports.records.get('stage', stage), now)
    if (!state.isHidden) await demandRevealed(day, stage)
    await day.ports.records.commit([
      { table: 'phase', id: stage, value: state },
      ...withoutDone(day, stage),
      ...phaseMinute(day, stage, phase),
    ])
    return state
  })

/** The timer informs: more or fewer minutes change nothing else. */
export const extendPhase = (
  day: Day,
  person: Person,
  name: string,
  command: ExtendPhase,
): Promise<PhaseState> =>
  change(day, person, name, command.round, (state) => {
    // Two who extend at once mean the same minutes: the second is told.
    if (command.endsAt !== undefined && command.endsAt !== state.endsAt) throw new Refusal('outdated')
    return extendedPhase(state, command.minutes, day.ports.now())
  })

export const switchMembers = (
  day: Day,
  person: Person,
  name: string,
  command: SwitchMembers,
): Promise<PhaseState> =>
  change(day, person, name, command.round, (state) =>
    state.members === command.members ? state : { ...state, members: command.members },
  )

/** A member of the group, who presents it in the Plenum: a task, not a role with rights. */
export const nameRapporteur = (
  day: Day,
  person: Person,
  name: string,
  command: NameRapporteur,
): Promise<PhaseState> =>
  change(day, person, name, undefined, (state, stage) => {
    const rapporteur = command.person as PersonId | null
    const named = rapporteur === null ? undefined : day.ports.records.get('person', rapporteur)
    if (rapporteur !== null && (stage === 'plenum' || !named || !isMemberOf(named, stage)))
      throw new Refusal('notInGroup')
    return state.rapporteur === rapporteur ? state : { ...state, rapporteur }
  })

/** No phase any more: everything is open, as before the first. Rounds go on counting. */
export const endPhase = (day: Day, person: Person, name: string, { round }: EndPhase): Promise<void> =>
  lead(day, person, name, async (stage) => {
    const before = day.state(stage)
    demandFresh(before, round)
    if (!before) return
    await demandRevealed(day, stage)
    await day.ports.records.commit([
      { table: 'phase', id: stage, value: null },
      { table: 'stage', id: stage, value: memoryOf(before) },
      ...withoutDone(day, stage),
      ...phaseMinute(day, stage, null),
    ])
  })

/** "Fertig": a member says so for this round, and may take it back. */
export const sayDone = (day: Day, person: Person, name: string, { done, round }: SayDone): Promise<void> =>
  day.inOrder(async () => {
    const stage = day.stage(name)
    const { records } = day.ports
    const current = records.get('person', person.id) ?? person
    if (!isMemberOf(current, stage)) throw new Refusal('forbidden')
    const state = demandPhase(day.state(stage))
    demandFresh(state, round)
    const id = `${stage}/${person.id}`
    const known = records.get('done', id)?.round === state.round
    if (known === done) return
    await records.commit([{ table: 'done', id, value: done ? { stage, round: state.round } : null }])
  })

const lead = <T>(day: Day, person: Person, name: string, run: (stage: Stage) => Promise<T>): Promise<T> =>
  // Who was moved while the command waited leads no more.
  day.inOrder(() => run(day.ledBy(day.ports.records.get('person', person.id) ?? person, name)))

/** A change of the phase that runs; what changes nothing writes nothing. */
const change = (
  day: Day,
  person: Person,
  name: string,
  round: number | undefined,
  next: (state: PhaseState, stage: Stage) => PhaseState,
): Promise<PhaseState> =>
  lead(day, person, name, async (stage) => {
    const before = demandPhase(day.state(stage))
    demandFresh(before, round)
    const state = next(before, stage)
    if (state !== before) await day.ports.records.commit([{ table: 'phase', id: stage, value: state }])
    return state
  })

const demandPhase = (state: PhaseState | undefined): PhaseState => {
  if (!state) throw new Refusal('noPhase')
  return state
}

/** Meant for a round that is over: whoever asks looks again first. */
const demandFresh = (state: PhaseState | undefined, seen: number | undefined): void => {
  if (seen !== undefined && seen !== (state?.round ?? 0)) throw new Refusal('outdated')
}

/** The Plenum keeps minutes of its phases. */
const phaseMinute = ({ ports }: Day, stage: Stage, phase: Phase | null): RecordChange[] =>
  stage === 'plenum'
    ? [
        minuteRow(
          ports,
          { kind: 'phase', phase: phase?.id ?? '' },
          { name: phase ? labelOf(phase, ports.plan.language) : '' },
        ),
      ]
    : []

const withoutDone = (day: Day, stage: Stage): RecordChange[] =>
  day.ports.records
    .all('done')
    .flatMap(([id, row]): RecordChange[] => (row.stage === stage ? [{ table: 'done', id, value: null }] : []))
