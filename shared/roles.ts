import type { GroupId, PersonId } from './ids.ts'
import type { Place } from './place.ts'

export const userRoles = ['member', 'moderator', 'staff', 'beamer'] as const
export type UserRole = (typeof userRoles)[number]

/** Where a person belongs: a group, the Plenum (moderators only), or nowhere yet. */
export type Seat = { readonly kind: 'group'; readonly group: GroupId } | { readonly kind: 'plenum' } | null

/** As much of a person as rights depend on. */
export type Holder = { readonly id: PersonId; readonly role: UserRole; readonly seat: Seat }

/** As much of the day as rights depend on. */
export type DayState = { readonly plenumFrozen: boolean }

export type Access = 'read' | 'write'

/** Commands over HTTP, each with one right. */
export type Deed =
  | 'chooseGroup' // take or change one's own seat
  | 'eraseNotes' // for good, from a board one may write to
  | 'shapePlenum' // make, merge, order, word and decide results
  | 'finalise' // freeze and reopen the Plenum
  | 'steerBeamer'
  | 'seeLinks' // codes and links of all roles
  | 'seeJoinCode' // code of the members, for the wall
  | 'export'
  | 'seeLate' // edits that came after a place was closed

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

const reads: Rules = {
  draft: (who, place) => who.id === place.person,
  group: everyone,
  gathered: everyone,
  plenum: everyone,
  approach: isStaff,
}

const writes: Rules = {
  draft: (who, place) => who.role === 'member' && who.id === place.person,
  group: (who, place) =>
    isStaff(who) ||
    ((who.role === 'member' || who.role === 'moderator') &&
      who.seat?.kind === 'group' &&
      who.seat.group === place.group),
  gathered: nobody,
  plenum: (who, _place, day) => runsPlenum(who) && !day.plenumFrozen,
  approach: isStaff,
}

const deeds: { readonly [D in Deed]: (who: Holder) => boolean } = {
  chooseGroup: (who) => who.role === 'member' || who.role === 'moderator',
  eraseNotes: (who) => isStaff(who) || who.role === 'moderator',
  shapePlenum: runsPlenum,
  finalise: runsPlenum,
  steerBeamer: runsPlenum,
  seeLinks: isStaff,
  seeJoinCode: everyone,
  export: isStaff,
  seeLate: runsPlenum,
}
