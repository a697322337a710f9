import type { ControlAnswer, GroupControl } from '#shared/day/control.ts'
import type { PersonId } from '#shared/ids.ts'
import { roomName, type Place } from '#shared/place.ts'
import { runs } from '#shared/roles.ts'
import type { Group } from '#shared/template.ts'
import type { Room } from '../rooms/room.ts'
import type { BoardCounts } from './boardCounts.ts'
import type { Day } from './day.ts'
import type { DraftCounts } from './draftCounts.ts'
import { doneIn, isMemberOf, membersOf } from './membersOf.ts'

/** What the control room counts with, beside the rows. */
export type ControlPorts = {
  readonly day: Day
  readonly boards: BoardCounts
  readonly drafts: DraftCounts
  /** Whoever has a page open. */
  readonly online: () => ReadonlySet<PersonId>
}

/** All groups at a glance: committed facts, and who is connected at this moment. Nothing of it is kept. */
export const controlAnswer = async (ports: ControlPorts): Promise<ControlAnswer> => {
  const { day } = ports
  const { plan, records, now } = day.ports
  return {
    now: now(),
    groups: await Promise.all(plan.groups.map((group) => groupControl(ports, group))),
    plenum: {
      phase: day.state('plenum') ?? null,
      done: doneIn(records, 'plenum').length,
      people: membersOf(records, 'plenum').length,
    },
    nowhere: membersOf(records, 'plenum').filter(({ seat }) => seat === null).length,
  }
}

const groupControl = async (
  { day, boards, drafts, online }: ControlPorts,
  group: Group,
): Promise<GroupControl> => {
  const { records } = day.ports
  const phase = day.state(group.id)
  const named = phase ? phase.rapporteur : (records.get('stage', group.id)?.rapporteur ?? null)
  const rapporteur = named && records.get('person', named)
  const members = membersOf(records, group.id)
  // While cards are hidden everyone is in a room of their own.
  const rooms = openRooms(day, [
    { kind: 'group', group: group.id },
    ...members.map(({ id }): Place => ({ kind: 'draft', person: id })),
  ])
  const here = new Set([
    ...online(),
    ...rooms.flatMap(({ audience }) => [...audience].map(({ person }) => person.id)),
  ])
  const leaders = records
    .all('person')
    .filter(([, person]) => person.role === 'moderator' && runs(person, group.id))
  return {
    group: group.id,
    phase: phase ?? null,
    people: { seated: members.length, present: members.filter(({ id }) => here.has(id)).length },
    isLed: leaders.some(([, { id }]) => here.has(id)),
    unsaved: rooms.reduce((sum, { audience }) => sum + audience.unsaved, 0),
    ...(await boards.of(group)),
    done: doneIn(records, group.id).length,
    rapporteur:
      rapporteur && isMemberOf(rapporteur, group.id) ? { id: rapporteur.id, name: rapporteur.name } : null,
    members: members.map(({ id, name }) => ({ id, name })),
    drafts: phase?.isHidden ? await drafts.of(group.id) : null,
  }
}

/** Rooms of these places in which anybody may be. */
const openRooms = ({ ports: { event, rooms } }: Day, places: readonly Place[]): Room[] => {
  const names = new Set(places.map((place) => roomName(event, place)))
  return [...rooms.loaded()].filter(({ name }) => names.has(name))
}
