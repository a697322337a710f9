import type { Person } from '#shared/api.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { PhaseState, Stage } from '#shared/day/phaseState.ts'
import type { Day } from './day.ts'
import { doneIn, isMemberOf, membersOf } from './membersOf.ts'

const keptNotices = 20

/** The running day as this person may know it. */
export const dayAnswer = ({ ports: { records, now } }: Day, person: Person): DayAnswer => {
  const running = records.all('phase') as [Stage, PhaseState][]
  const done: Partial<Record<Stage, number>> = {}
  const people: Partial<Record<Stage, number>> = {}
  const rapporteurs: Partial<Record<Stage, string>> = {}
  const imDone: Stage[] = []
  for (const [stage, { rapporteur }] of running) {
    const ready = doneIn(records, stage)
    done[stage] = ready.length
    people[stage] = membersOf(records, stage).length
    if (ready.some(({ id }) => id === person.id)) imDone.push(stage)
    const named = rapporteur && records.get('person', rapporteur)
    if (named && isMemberOf(named, stage)) rapporteurs[stage] = named.name
  }
  const own = person.seat?.kind === 'group' ? person.seat.group : null
  const hearsAll = person.role === 'staff' || person.role === 'moderator'
  return {
    now: now(),
    phases: Object.fromEntries(running) as Partial<Record<Stage, PhaseState>>,
    done,
    people,
    rapporteurs,
    imDone,
    notices: records
      .all('notice')
      .map(([, notice]) => notice)
      .filter(({ to }) => to === null || to === own || hearsAll)
      // Of two in one millisecond the later one comes first as well.
      .toReversed()
      .sort((a, b) => b.at - a.at)
      .slice(0, keptNotices),
  }
}
