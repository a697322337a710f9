import type { Person } from '#shared/api.ts'
import type { PersonId } from '#shared/ids.ts'
import { parseRoomName, roomName, type Place, type RoomName } from '#shared/place.ts'
import { Refusal } from '#shared/refusal.ts'
import { can, openDay, type DayState } from '#shared/roles.ts'
import type { Records } from '../records.ts'
import type { Limits } from '../limits.ts'
import type { Store } from '../store/store.ts'
import { Beat } from './beat.ts'
import { commentAuthors } from './commentAuthors.ts'
import { Intake } from './intake.ts'
import type { Meters } from './meters.ts'
import { noteNumbers } from './noteNumbers.ts'
import { Room } from './room.ts'
import type { Timers } from '../timers.ts'
import type { Standing } from './session.ts'
import type { Workshop } from './workshop.ts'

export type RoomsPorts = {
  readonly store: Pick<Store, 'load' | 'compact'>
  readonly workshop: Workshop
  readonly limits: Limits
  readonly meters: Meters
  readonly records: Records
  readonly timers: Timers
  readonly newId: () => string
  readonly hasGroup: (group: string) => boolean
  /** What rights depend on besides the person: phases, a frozen Plenum. */
  readonly day: () => DayState
  /** False while nothing can be saved: everyone reads, writing goes on in the clients. */
  readonly canSave: () => boolean
  readonly onFault: (room: RoomName, fault: unknown) => void
}

const lifeMs = 20_000
const idleMs = 60_000
/** Two seconds for whoever is here, at most. */
const farewell = { slices: 20, pauseMs: 100, least: 50 }

/** The documents of one event: opened once, at rest when nobody writes, forgotten when idle, buried when dead. */
export class Rooms {
  readonly #ports: RoomsPorts
  readonly #open = new Map<RoomName, Promise<Room>>()
  readonly #loaded = new Map<RoomName, Room>()
  readonly #idleSince = new Map<RoomName, number>()
  readonly #committed = new Set<(place: Place) => void>()
  readonly intake: Intake
  readonly #beat: Beat
  #closed = false

  constructor(ports: RoomsPorts) {
    this.#ports = ports
    this.intake = new Intake(ports.limits, () => ports.timers.now())
    this.#beat = new Beat(ports.timers)
    this.#every(lifeMs, () => this.#showLife())
    this.#every(ports.limits.restMs / 2, () => this.#rest())
  }

  /** Rooms that are loaded, for those who look on. */
  loaded(): IterableIterator<Room> {
    return this.#loaded.values()
  }

  /** True when the event has such a place at all. */
  knows(name: string): boolean {
    const parsed = parseRoomName(name)
    if (!parsed || parsed.event !== this.#ports.records.event) return false
    const { place } = parsed
    if (place.kind === 'group') return this.#ports.hasGroup(place.group)
    return place.kind !== 'draft' || this.#ports.records.get('person', place.person)?.role === 'member'
  }

  place(place: Place): Promise<Room> {
    return this.open(roomName(this.#ports.records.event, place))
  }

  open(name: RoomName): Promise<Room> {
    if (this.#closed) return Promise.reject(new Refusal('shuttingDown'))
    const known = this.#open.get(name)
    if (known) return known
    const opening = this.#load(name)
    this.#open.set(name, opening)
    opening.catch((fault: unknown) => {
      this.#open.delete(name)
      this.#ports.onFault(name, fault)
    })
    return opening
  }

  /** Hears of every place whose committed document has changed. */
  onCommitted(hear: (place: Place) => void): void {
    this.#committed.add(hear)
  }

  /** Rights follow the rows: after a freeze, or when somebody was moved or removed. */
  reassess(person?: PersonId): void {
    for (const room of this.#loaded.values())
      room.reassess((session) => {
        if (person && session.person.id !== person) return session.person
        const known = this.#ports.records.get('person', session.person.id) ?? null
        const { place } = parseRoomName(room.name) as { place: Place }
        return known && can(known, this.#ports.day(), 'read', place) ? known : null
      })
  }

  /** Everything received is on disk when this resolves; clients are told to come back. */
  async close(): Promise<void> {
    this.#closed = true
    const rooms = await Promise.allSettled(this.#open.values())
    const open = rooms.flatMap((room) => (room.status === 'fulfilled' ? [room.value] : []))
    await Promise.allSettled(open.map((room) => room.edit(() => [])))
    await this.#sendHome(open)
  }

  /** In slices: clients without jitter of their own would otherwise all come back in the same moment. */
  async #sendHome(rooms: readonly Room[]): Promise<void> {
    const seats = rooms.flatMap(({ audience }) => [...audience].map((session) => ({ audience, session })))
    const slice = Math.max(farewell.least, Math.ceil(seats.length / farewell.slices))
    for (let at = 0; at < seats.length; at += slice) {
      if (at > 0) await new Promise<void>((go) => this.#ports.timers.after(farewell.pauseMs, go))
      for (const { audience, session } of seats.slice(at, at + slice))
        audience.expel(session, new Refusal('shuttingDown'))
    }
  }

  async #load(name: RoomName): Promise<Room> {
    const { records, timers, store, newId, onFault } = this.#ports
    const { place } = parseRoomName(name) as { place: Place }
    const room = await Room.open(name, {
      ...this.#ports,
      intake: this.intake,
      beat: this.#beat,
      newId,
      load: (log) => store.load(log),
      compact: (log, snapshot) => store.compact(log, snapshot),
      onCompactionFault: (fault) => onFault(name, fault),
      commit: (changes, appends) => records.commit(changes, appends),
      // The rows may have changed while the room was being loaded.
      standingOf: (person) => this.#standing(records.get('person', person.id) ?? person, place),
      rowsOf: (doc) => {
        if (place.kind !== 'group') return () => []
        const numbers = noteNumbers(doc, place.group, records, () => timers.now())
        const authors = commentAuthors(doc, place.group, records)
        return (...turn) => [...numbers(...turn), ...authors(...turn)]
      },
      lateEditsOf: (person) =>
        records
          .all('late')
          .flatMap(([, row]) => (row.room === name && row.person === person ? row.updates : []))
          .map((update) => Buffer.from(update, 'base64')),
      isLateSettled: (row) => records.get('late', row)?.settled !== undefined,
      onCommitted: () => {
        for (const hear of this.#committed) hear(place)
      },
      onDeath: (fault) => {
        this.#forget(name)
        onFault(name, fault)
      },
    })
    this.#loaded.set(name, room)
    return room
  }

  #standing(person: Person, place: Place): Standing {
    const mayWrite = can(person, this.#ports.day(), 'write', place)
    const wroteBefore =
      can(person, openDay, 'write', place) ||
      (place.kind === 'group' && person.formerGroups?.includes(place.group) === true)
    if (!mayWrite && !wroteBefore) return 'reader'
    if (!this.#ports.canSave()) return 'waiting'
    return mayWrite ? 'writer' : 'late'
  }

  #forget(name: RoomName): void {
    this.#open.delete(name)
    this.#loaded.delete(name)
    this.#idleSince.delete(name)
  }

  #showLife(): void {
    for (const room of this.#loaded.values()) room.audience.showLife()
  }

  #rest(): void {
    const now = this.#ports.timers.now()
    for (const [name, room] of this.#loaded) {
      room.rest()
      if (!room.isIdle) this.#idleSince.delete(name)
      else if (!this.#idleSince.has(name)) this.#idleSince.set(name, now)
      else if (now - (this.#idleSince.get(name) as number) >= idleMs) this.#forget(name)
    }
  }

  #every(ms: number, run: () => void): void {
    this.#ports.timers.after(ms, () => {
      if (this.#closed) return
      run()
      this.#every(ms, run)
    })
  }
}
