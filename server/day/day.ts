import type { EventId, GroupId } from '#shared/ids.ts'
import { membersWrite, phasesOf, type PhaseState, type Stage } from '#shared/day/phaseState.ts'
import { Refusal } from '#shared/refusal.ts'
import { runs } from '#shared/roles.ts'
import { groupOf, type EventPlan, type Phase } from '#shared/template.ts'
import type { Person } from '#shared/api.ts'
import { inOrder } from '../plenum/inOrder.ts'
import type { Records } from '../records.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Workshop } from '../rooms/workshop.ts'

/** What every command of the day works with. */
export type DayPorts = {
  readonly event: EventId
  /** As it is now. */
  readonly plan: EventPlan
  readonly records: Records
  readonly rooms: Rooms
  readonly workshop: Workshop
  readonly now: () => number
  readonly newId: <T extends string>() => T
}

/** The running day: phases, points, questions, messages. Facts in one clear order. */
export class Day {
  readonly ports: DayPorts
  /** Commands run one after the other: what comes twice, or too late, meets what the first one left. */
  readonly inOrder = inOrder()

  constructor(ports: DayPorts) {
    this.ports = ports
  }

  state(stage: Stage): PhaseState | undefined {
    return this.ports.records.get('phase', stage)
  }

  membersMayWrite(group: GroupId): boolean {
    return membersWrite(this.state(group))
  }

  /** A group of the plan or the Plenum; anything else is refused. */
  stage(name: string): Stage {
    if (name === 'plenum' || groupOf(this.ports.plan, name as GroupId)) return name as Stage
    throw new Refusal('groupUnknown')
  }

  /** The stage, for somebody who leads it. */
  ledBy(person: Person, name: string): Stage {
    const stage = this.stage(name)
    if (!runs(person, stage)) throw new Refusal('forbidden')
    return stage
  }

  phase(stage: Stage, id: string): Phase {
    const found = phasesOf(this.ports.plan, stage).find((phase) => phase.id === id)
    if (!found) throw new Refusal('notFound')
    return found
  }
}
