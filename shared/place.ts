import { isId, type EventId, type GroupId, type PersonId } from './ids.ts'

/** Where a document lives. Documents are cut by who may read and write them. */
export type Place =
  | { readonly kind: 'draft'; readonly person: PersonId }
  | { readonly kind: 'group'; readonly group: GroupId }
  | { readonly kind: 'gathered' }
  | { readonly kind: 'plenum' }
  | { readonly kind: 'approach' }

export type RoomName = string & { readonly __room: true }

export const roomName = (event: EventId, place: Place): RoomName => {
  const tail =
    place.kind === 'draft'
      ? `draft/${place.person}`
      : place.kind === 'group'
        ? `group/${place.group}`
        : place.kind
  return `${event}/${tail}` as RoomName
}

/** Reads `<event>/group/A` and its like; anything else, `../` included, is null. */
export const parseRoomName = (name: string): { event: EventId; place: Place } | null => {
  const [event, kind, which, ...rest] = name.split('/')
  if (!isId(event) || rest.length > 0) return null
  const found = placeOf(kind, which)
  return found && { event: event as EventId, place: found }
}

const placeOf = (kind: string | undefined, which: string | undefined): Place | null => {
  if (kind === 'gathered' || kind === 'plenum' || kind === 'approach')
    return which === undefined ? { kind } : null
  if (!isId(which)) return null
  if (kind === 'group') return { kind, group: which as GroupId }
  if (kind === 'draft') return { kind, person: which as PersonId }
  return null
}
