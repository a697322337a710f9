import type { Person } from '#shared/api.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { PhaseState, Stage } from '#shared/day/phaseState.ts'
import type { Day } from './day.ts'

const keptNotices = 20

/** The running day as this person may know it. */
export const dayAnswer = ({ ports: { records, now } }: Day, person: Person): DayAnswer => {
  const phases = Object.fromEntries(records.all('phase')) as Partial<Record<Stage, PhaseState>>
  const isCurrent = (row: { readonly stage: Stage; readonly round: number }) =>
    phases[row.stage]?.round === row.round
  const rows = records.all('done').filter(([, row]) => isCurrent(row))
  const done: Partial<Record<Stage, number>> = {}
  for (const [, { stage }] of rows) done[stage] = (done[stage] ?? 0) + 1
  const own = person.seat?.kind === 'group' ? person.seat.group : null
  const hearsAll = person.role === 'staff' || person.role === 'moderator'
  return {
    now: now(),
    phases,
    done,
    imDone: rows.flatMap(([id, { stage }]) => (id.endsWith(`/${person.id}`) ? [stage] : [])),
    notices: records
      .all('notice')
      .map(([, notice]) => notice)
      .filter(({ to }) => to === null || to === own || hearsAll)
      .sort((a, b) => b.at - a.at)
      .slice(0, keptNotices),
  }
}
