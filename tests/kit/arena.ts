import { openDay } from '#shared/roles.ts'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Person } from '#shared/api.ts'
import type { EventId, PersonId } from '#shared/ids.ts'
import { roomName, type Place, type RoomName } from '#shared/place.ts'
import type { Refusal } from '#shared/refusal.ts'
import { frameType, syncType } from '#shared/wire.ts'
import { defaultLimits, type Limits } from '../../server/limits.ts'
import { Records } from '../../server/records.ts'
import { PoisonedUpdate } from '../../server/rooms/applyBatch.ts'
import type { Bundle } from '../../server/rooms/bundle.ts'
import {
  presenceFrame,
  readPresence,
  step1Frame,
  step2Frame,
  updateFrame,
} from '../../server/rooms/frames.ts'
import { noMeters } from '../../server/rooms/meters.ts'
import type { Room } from '../../server/rooms/room.ts'
import { Rooms } from '../../server/rooms/rooms.ts'
import type { Session } from '../../server/rooms/session.ts'
import { inlineWorkshop } from '../../server/rooms/workshop.ts'
import { memoryStore } from '../../server/store/memoryStore.ts'
import { Clock } from './clock.ts'

const event = 'event' as EventId

/** A room without a network: some in it are honest, others throw at it whatever they are given, as fast as it goes. */
export class Arena {
  readonly clock = new Clock()
  readonly name: RoomName
  readonly store = memoryStore()
  readonly faults: string[] = []
  readonly closes: Record<string, number> = {}
  /** Rooms that were given up because of a poisoned update. */
  poisoned = 0
  /** Compactions that were not done, because the log would not have made what lives. */
  divided = 0
  readonly #limits: Limits
  #ids = 0
  records!: Records
  rooms!: Rooms
  room!: Room

  private constructor(place: Place, limits: Limits) {
    this.#limits = limits
    this.name = roomName(event, place)
  }

  static async open(place: Place, limits: Partial<Limits> = {}): Promise<Arena> {
    const arena = new Arena(place, { ...defaultLimits, ...limits })
    await arena.start()
    return arena
  }

  /** A process begins, with what an earlier one has left in the store. */
  async start(): Promise<void> {
    this.records = await Records.open(this.store, event)
    this.rooms = new Rooms({
      store: this.store,
      workshop: inlineWorkshop,
      limits: this.#limits,
      meters: noMeters,
      records: this.records,
      timers: this.clock,
      newId: () => `s${this.#ids++}`,
      hasGroup: () => true,
      day: () => openDay,
      canSave: () => true,
      onFault: (_, fault) => {
        if (fault instanceof PoisonedUpdate) this.poisoned++
        else if (String(fault).includes('the log does not make')) this.divided++
        else this.faults.push(`the room was given up: ${String((fault as Error).stack)}`)
      },
    })
    await this.enter()
  }

  /** After a room was given up people come back to a new one. */
  async enter(): Promise<void> {
    this.room = await this.rooms.open(this.name)
  }

  async person(id: string, role: Person['role'], seat: Person['seat']): Promise<Person> {
    const person: Person = { id: id as PersonId, name: id, role, seat, joinedAt: 0 }
    await this.records.commit([{ table: 'person', id: person.id, value: person }])
    return person
  }

  closed(refusal: Refusal): void {
    this.closes[refusal.code] = (this.closes[refusal.code] ?? 0) + 1
  }

  /** Bytes of every update that was ever written and is still in the log, or in its snapshot. */
  async log(): Promise<Uint8Array[]> {
    const { snapshot, tail } = await this.store.load(this.name)
    return [...(snapshot ? [snapshot] : []), ...tail].map(({ bytes }) => bytes)
  }
}

/** Says anything; sent away, they come back with the next frame. */
export class Brute {
  readonly #arena: Arena
  readonly #person: Person
  readonly #wantsAcks: boolean
  #session: Session | null = null
  #room: Room | null = null
  joins = 0

  constructor(arena: Arena, person: Person, wantsAcks: boolean) {
    this.#arena = arena
    this.#person = person
    this.#wantsAcks = wantsAcks
  }

  says(frame: Uint8Array): void {
    const { room } = this.#arena
    if (!this.#session || this.#room !== room) this.#join(room)
    try {
      room.receive(this.#session as Session, frame)
    } catch (fault) {
      this.#arena.faults.push(
        `receive has thrown: ${String(fault)} for ${Buffer.from(frame).toString('hex')}`,
      )
    }
  }

  leave(): void {
    if (this.#session) this.#room?.leave(this.#session)
    this.#session = null
  }

  #join(room: Room): void {
    this.joins++
    this.#room = room
    const session: Session = room.join({
      person: this.#person,
      wantsAcks: this.#wantsAcks,
      send: () => undefined,
      close: (refusal) => {
        this.#arena.closed(refusal)
        if (this.#session === session) this.#session = null
      },
      backlog: () => 0,
    })
    this.#session = session
  }
}

/** Reads what it is sent and, with the right, writes; what it hears must be clean. */
export class Honest {
  readonly doc = new Y.Doc()
  readonly #arena: Arena
  readonly #person: Person
  /** Yjs clients whose presence it has heard of on this line. */
  readonly present = new Set<number>()
  /** Own edits, in order. */
  readonly own: Uint8Array[] = []
  #session: Session | null = null
  #room: Room | null = null
  /** Times it was sent away. */
  sentAway = 0

  constructor(arena: Arena, person: Person, client: number) {
    this.#arena = arena
    this.#person = person
    this.doc.clientID = client
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.own.push(update)
      if (this.#session) this.#room?.receive(this.#session, updateFrame(update))
    })
  }

  /** As a provider does: comes back, asks, and is asked for what it holds. */
  join(): void {
    if (this.#session && this.#room === this.#arena.room) return
    const { room } = this.#arena
    this.#room = room
    this.present.clear()
    const session: Session = room.join({
      person: this.#person,
      wantsAcks: true,
      send: (bundle) => this.#hear(bundle),
      close: () => {
        this.sentAway++
        if (this.#session === session) this.#session = null
      },
      backlog: () => 0,
    })
    this.#session = session
    room.receive(session, step1Frame(Y.encodeStateVector(this.doc)))
    room.receive(session, step2Frame(Y.encodeStateAsUpdate(this.doc)))
    this.shows()
  }

  shows(): void {
    const state = { client: this.doc.clientID, clock: ++this.#clock, json: '{"note":"n1"}' }
    if (this.#session) this.#room?.receive(this.#session, presenceFrame([state]))
  }
  #clock = 0

  leave(): void {
    if (this.#session) this.#room?.leave(this.#session)
    this.#session = null
  }

  #hear({ frames }: Bundle): void {
    for (const frame of frames)
      try {
        this.#take(frame)
      } catch (fault) {
        this.#arena.faults.push(
          `${this.#person.id} cannot read what the server sends: ${String(fault)} in ${Buffer.from(frame).toString('hex').slice(0, 400)}`,
        )
      }
  }

  #take(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === frameType.awareness) return this.#look(decoding.readVarUint8Array(decoder))
    if (type !== frameType.sync || decoding.readVarUint(decoder) === syncType.step1) return
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this)
  }

  /** R8: whatever others claim, the server's word about them stands in every state. */
  #look(states: Uint8Array): void {
    for (const { client, json } of readPresence(states)) {
      if (json === 'null') this.present.delete(client)
      else this.present.add(client)
      const state = JSON.parse(json) as { user?: { id?: string; name?: string; role?: string } } | null
      if (state === null) continue
      const known = this.#arena.records.get('person', state.user?.id ?? '')
      const isTrue = known && known.name === state.user?.name && known.role === state.user?.role
      if (!isTrue || (client === this.doc.clientID && known.id !== this.#person.id))
        this.#arena.faults.push(`presence of ${client} says ${json.slice(0, 200)}`)
    }
  }
}
