import { membersWrite } from '#shared/day/phaseState.ts'
import { can, openDay } from '#shared/roles.ts'
import type { LookContext } from './lookContext.ts'

/** Whether whoever opens the page may write on this board now. */
export const mayWrite = ({ person, group, day }: LookContext): boolean =>
  can(person, { ...openDay, membersMayWrite: () => membersWrite(day.phases[group.id]) }, 'write', {
    kind: 'group',
    group: group.id,
  })
