import type { Awareness } from 'y-protocols/awareness'
import type { NoteId, PersonId } from '#shared/ids.ts'
import type { Presence } from '#shared/wire.ts'
import { valueStore, type ReadStore } from '../../sync/valueStore.ts'
import { readCall, readDrags, readSight, type Call, type Drags, type Sight } from './presenceFields.ts'

type Who = { readonly person: PersonId; readonly name: string; readonly colour: number }
export type OthersDrag = Who & Drags & { readonly client: number }
export type HeardCall = Who & Call
export type Followed = { readonly id: PersonId; readonly name: string }

/** What the open view can tell and do about places. */
export type ViewPlace = {
  /** What is in view; no card of it is meant. */
  readonly here: () => Sight
  /** To a card, a question, or what somebody had in view. */
  readonly goTo: (place: Omit<Sight, 'width' | 'height'> & Partial<Sight>) => void
}

/** What people on one board do together, beyond writing: moving cards, following, inviting. */
export type Together = {
  readonly me: PersonId
  /** Cards that others are moving now. */
  readonly drags: ReadStore<readonly OthersDrag[]>
  /** Somebody is moving it. */
  readonly moverOf: (note: NoteId) => Who | null
  readonly following: ReadStore<Followed | null>
  readonly follow: (person: Followed | null) => void
  /** What the followed person has in view. */
  readonly sight: ReadStore<Sight | null>
  /** Somebody follows this person, who says then what is in view. */
  readonly isFollowed: ReadStore<boolean>
  readonly showSight: (sight: Sight | null) => void
  /** The latest invitation of somebody else that is not answered yet. */
  readonly call: ReadStore<HeardCall | null>
  /** Invites everyone to look there; false right after another invitation. */
  readonly invite: (place: Sight) => boolean
  readonly answer: (call: string) => void
  /** The view that is open, the wall or the list; answers its own end. */
  readonly setPlace: (place: ViewPlace) => () => void
  readonly place: () => ViewPlace | null
  /** Own cards in motion that somebody else is moving already: told once a drag. */
  readonly onClash: (listener: (note: NoteId, other: Who) => void) => () => void
  readonly close: () => void
}

export const silenceMs = 10_000
export const callMs = 60_000
export const inviteRestMs = 5_000
const lookMs = 1_000

type Seen = Who & {
  readonly drags: (Drags & { readonly at: number }) | null
  readonly follows: unknown
  readonly call: Call | null
}

export const openTogether = (awareness: Awareness, me: PersonId, now: () => number = Date.now): Together => {
  const seen = new Map<number, Seen>()
  /** When an invitation came; those answered are as old as can be. */
  const heard = new Map<string, number>()
  const drags = valueStore<readonly OthersDrag[]>([])
  const following = valueStore<Followed | null>(null)
  const sight = valueStore<Sight | null>(null)
  const isFollowed = valueStore(false)
  const call = valueStore<HeardCall | null>(null)
  const clashes = new Set<(note: NoteId, other: Who) => void>()
  let place: ViewPlace | null = null
  let lastSeen = now()
  let invitedAt = -Infinity
  let wasMoving = false

  const say = (field: 'sight' | 'follows' | 'call', value: unknown) => {
    const known: unknown = awareness.getLocalState()?.[field] ?? null
    if (JSON.stringify(known) !== JSON.stringify(value)) awareness.setLocalStateField(field, value)
  }
  const moverOf = (note: NoteId): Who | null => drags.get().find(({ notes }) => notes.includes(note)) ?? null
  const follow = (person: Followed | null) => {
    if (following.get()?.id === person?.id) return
    lastSeen = now()
    sight.set(null)
    following.set(person)
    say('follows', person?.id ?? null)
  }

  const read = (client: number) => {
    const state = awareness.getStates().get(client) as Presence | undefined
    if (client === awareness.clientID || typeof state?.user?.name !== 'string')
      return void seen.delete(client)
    const { id, name, colour } = state.user
    const known = seen.get(client)?.drags
    const read = readDrags(state.drags)
    const isSame = read && known && sameText({ ...known, at: 0 }, { ...read, at: 0 })
    const heardCall = readCall(state.call)
    if (heardCall && !heard.has(heardCall.id)) heard.set(heardCall.id, now())
    seen.set(client, {
      person: id as PersonId,
      name,
      colour,
      drags: read && { ...read, at: isSame ? known.at : now() },
      follows: state.follows,
      call: id === me ? null : heardCall,
    })
    if (id === following.get()?.id) {
      const next = readSight(state.sight)
      if (next && !sameText(next, sight.get())) sight.set(next)
    }
  }
  const tell = () => {
    const at = now()
    const people = [...seen]
    const moved = people.flatMap(([client, { person, name, colour, drags }]) =>
      drags && at - drags.at < silenceMs ? [{ client, person, name, colour, ...withoutTime(drags) }] : [],
    )
    if (!sameText(moved, drags.get())) drags.set(moved)
    isFollowed.set(people.some(([, { follows, person }]) => follows === me && person !== me))
    const open = people
      .flatMap(([, { person, name, colour, call }]) => (call ? [{ person, name, colour, ...call }] : []))
      .filter(({ id }) => at - (heard.get(id) ?? 0) < callMs)
      .sort((a, b) => (heard.get(b.id) ?? 0) - (heard.get(a.id) ?? 0))
    const next = open[0] ?? null
    if (!sameText(next, call.get())) call.set(next)
    if (people.some(([, { person }]) => person === following.get()?.id)) lastSeen = at
    else if (at - lastSeen > silenceMs) follow(null)
    if (at - invitedAt > callMs) say('call', null)
  }
  const ownDrag = () => {
    const own = readDrags((awareness.getLocalState() as Presence | null)?.drags)
    if (own && !wasMoving) {
      const note = own.notes.find((id) => moverOf(id))
      const other = note && moverOf(note)
      if (note && other) for (const listener of clashes) listener(note, other)
    }
    wasMoving = own !== null
  }
  type Changes = Readonly<Record<'added' | 'updated' | 'removed', readonly number[]>>
  const changed = ({ added, updated, removed }: Changes) => {
    const clients = [...added, ...updated, ...removed]
    if (clients.includes(awareness.clientID)) ownDrag()
    for (const client of clients) read(client)
    if (clients.some((client) => client !== awareness.clientID)) tell()
  }
  for (const client of awareness.getStates().keys()) read(client)
  tell()
  awareness.on('change', changed)
  const timer = setInterval(tell, lookMs)

  return {
    me,
    drags,
    moverOf,
    following,
    follow,
    sight,
    isFollowed,
    showSight: (next) => say('sight', next),
    call,
    invite: (to) => {
      const at = now()
      if (at - invitedAt < inviteRestMs) return false
      invitedAt = at
      say('call', { ...to, id: `${awareness.clientID}-${at}` })
      return true
    },
    answer: (id) => {
      heard.set(id, -Infinity)
      tell()
    },
    setPlace: (next) => {
      place = next
      return () => {
        if (place === next) place = null
      }
    },
    place: () => place,
    onClash: (listener) => {
      clashes.add(listener)
      return () => clashes.delete(listener)
    },
    close: () => {
      clearInterval(timer)
      awareness.off('change', changed)
    },
  }
}

const withoutTime = ({ notes, x, y }: Drags): Drags => ({ notes, x, y })
const sameText = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
