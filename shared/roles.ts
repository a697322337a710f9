import type { GroupId, PersonId } from './ids.ts'
import type { Place } from './place.ts'

export const userRoles = ['member', 'moderator', 'staff', 'beamer'] as const
export type UserRole = (typeof userRoles)[number]

/** Where a person belongs: a group, the Plenum (moderators only), or nowhere yet. */
export type Seat = { readonly kind: 'group'; readonly group: GroupId } | { readonly kind: 'plenum' } | null

/** As much of a person as rights depend on. */
export type Holder = { readonly id: PersonId; readonly role: UserRole; readonly seat: Seat }

/** As much of the day as rights depend on. */
export type DayState = {
  readonly plenumFrozen: boolean
  /** False while a phase leaves a group's board to its moderators. */
  readonly membersMayWrite: (group: GroupId) => boolean
}
/** When nothing is closed. */
export const openDay: DayState = { plenumFrozen: false, membersMayWrite: () => true }

export type Access = 'read' | 'write'

/** Commands over HTTP, each with one right. */
export type Deed =
  | 'chooseGroup' // take or change one's own seat
  | 'eraseNotes' // for good, from a board one may write to
  | 'shapePlenum' // make, merge, order, word and decide results
  | 'finalise' // freeze and reopen the Plenum
  | 'steerBeamer' // at all; what on which screen: `steers`
  | 'seeLinks' // codes and links of all roles
  | 'seeJoinCode' // code of the members, for the wall
  | 'export'
  | 'seeLate' // edits that came after a place was closed
  | 'seeControl' // all groups at a glance
  | 'notify' // a message to a group or everyone
  | 'shapeAgenda' // titles, speakers and times
  | 'seatPeople' // put others into groups
  | 'setUp' // make, copy, read in and hand out events
  | 'ask' // questions to a talk, and support for those of others
  | 'orderQuestions' // release, show and close questions to a talk
  | 'prepare' // see what groups have in common, ahead of the Plenum
  | 'readMinutes' // while the Plenum goes on; everyone reads them once it is finalised
  | 'discuss' // ask to speak about a note or result before it is decided
  | 'propose' // other words for a result

/** May this person read or write the document of this place now? The only table of document rights. */
export const can = (who: Holder, day: DayState, access: Access, place: Place): boolean => {
  const table = access === 'read' ? reads : writes
  return table[place.kind](who, place as never, day)
}

/** May this person give this command? A frozen Plenum is refused by the command itself, with its own sentence. */
export const may = (who: Holder, deed: Deed): boolean => deeds[deed](who)

type Rule<K extends Place['kind']> = (
  who: Holder,
  place: Extract<Place, { kind: K }>,
  day: DayState,
) => boolean
type Rules = { readonly [K in Place['kind']]: Rule<K> }

const everyone = () => true
const nobody = () => false
const isStaff = (who: Holder) => who.role === 'staff'
const runsPlenum = (who: Holder) => isStaff(who) || (who.role === 'moderator' && who.seat?.kind === 'plenum')

const sitsIn = (who: Holder, group: GroupId) => who.seat?.kind === 'group' && who.seat.group === group
const isMemberAllowed = (who: Holder, { group }: { readonly group: GroupId }, day: DayState) =>
  who.role === 'member' && day.membersMayWrite(group)

/** Who leads a group, or the Plenum: phases, points, what happens there. */
export const runs = (who: Holder, where: GroupId | 'plenum'): boolean =>
  where === 'plenum' ? runsPlenum(who) : isStaff(who) || (who.role === 'moderator' && sitsIn(who, where))

/**
 * Who changes what stands on a screen. Staff and the Plenum's moderators steer both; a group's moderator shows their own
 * group on the second one. `about`: the group that the show is about.
 */
export const steers = (who: Holder, screen: 1 | 2, about: GroupId | null): boolean =>
  runsPlenum(who) || (screen === 2 && about !== null && who.role === 'moderator' && sitsIn(who, about))

const reads: Rules = {
  draft: (who, place) => who.id === place.person,
  group: everyone,
  gathered: everyone,
  plenum: everyone,
  approach: isStaff,
}

const writes: Rules = {
  draft: (who, place) => who.role === 'member' && who.id === place.person,
  group: (who, place, day) =>
    isStaff(who) ||
    (sitsIn(who, place.group) && (who.role === 'moderator' || isMemberAllowed(who, place, day))),
  gathered: nobody,
  plenum: (who, _place, day) => runsPlenum(who) && !day.plenumFrozen,
  approach: isStaff,
}

const deeds: { readonly [D in Deed]: (who: Holder) => boolean } = {
  chooseGroup: (who) => who.role === 'member' || who.role === 'moderator',
  eraseNotes: (who) => isStaff(who) || who.role === 'moderator',
  shapePlenum: runsPlenum,
  finalise: runsPlenum,
  steerBeamer: (who) => isStaff(who) || who.role === 'moderator',
  seeLinks: isStaff,
  seeJoinCode: everyone,
  export: isStaff,
  seeLate: (who) => isStaff(who) || who.role === 'moderator',
  seeControl: (who) => isStaff(who) || who.role === 'moderator',
  notify: (who) => isStaff(who) || who.role === 'moderator',
  shapeAgenda: isStaff,
  seatPeople: isStaff,
  setUp: isStaff,
  ask: (who) => who.role !== 'beamer',
  orderQuestions: (who) => isStaff(who) || who.role === 'moderator',
  prepare: (who) => isStaff(who) || who.role === 'moderator',
  readMinutes: (who) => isStaff(who) || who.role === 'moderator',
  discuss: (who) => who.role !== 'beamer',
  propose: (who) => who.role !== 'beamer',
}
