import type { Person } from '#shared/api.ts'
import { parseRoomName, type RoomName } from '#shared/place.ts'
import { Refusal } from '#shared/refusal.ts'
import { can, type DayState } from '#shared/roles.ts'
import type { Limits } from '../limits.ts'
import type { Log } from '../log.ts'
import type { Bundle } from '../rooms/bundle.ts'
import type { Meters } from '../rooms/meters.ts'
import type { Room } from '../rooms/room.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Session } from '../rooms/session.ts'
import type { Timers } from '../timers.ts'
import { Budget } from './budget.ts'
import type { Connections } from './connections.ts'
import type { Turnstile } from './turnstile.ts'

/** What a door must know of an event. */
export type EventPorts = {
  readonly rooms: Rooms
  readonly whoIs: (ticket: string | null) => Promise<Person>
  readonly dayState: () => DayState
}

/** What both doors work with. */
export type DoorPorts = {
  /** The event that a room belongs to, by its name. */
  readonly eventOf: (room: string) => EventPorts
  /** Host of the public address. */
  readonly ownHost: () => string
  readonly connections: Connections
  readonly turnstile: Turnstile
  readonly limits: Limits
  readonly meters: Meters
  readonly timers: Timers
  readonly log: Log
}

/** The way to somebody's client, whatever carries it. `close` may be called again and again. */
export type Carrier = {
  isOpen(): boolean
  send(frame: Uint8Array): void
  /** Sends many in one write, for doors that can. */
  sendBundle?(bundle: Bundle): void
  close(refusal: Refusal): void
  /** Bytes that were sent and are still on this side of the network. */
  backlog(): number
  /** Stops and resumes reading what the client sends. */
  pause(): void
  resume(): void
}

export type Wish = { readonly room: string; readonly wantsAcks: boolean }

/** As much as somebody may send before their ticket is read: a stock client says a few hundred bytes. */
const strangerBytes = 64 * 1024

/** Somebody at a door: let in, heard at a pace that the server can bear, seen off. */
export class Visitor {
  readonly #carrier: Carrier
  readonly #ports: DoorPorts
  readonly #budget: Budget
  /** Frames that arrive while the ticket is checked and the room is loaded wait here, in order. */
  #early: Uint8Array[] | null = []
  #earlyBytes = 0
  #isKnown = false
  #room: Room | null = null
  #intake: Rooms['intake'] | null = null
  #session: Session | null = null
  #pauses = 0
  #gone = false

  constructor(carrier: Carrier, ports: DoorPorts) {
    this.#carrier = carrier
    this.#ports = ports
    this.#budget = new Budget(ports.limits, ports.timers.now())
  }

  get isPaused(): boolean {
    return this.#pauses > 0
  }

  /** Into the room, or away with the reason. */
  async enter({ room: name, wantsAcks }: Wish, whoIs: () => Promise<Person>): Promise<void> {
    const { connections, eventOf } = this.#ports
    const event = eventOf(name)
    const carrier = this.#carrier
    try {
      const person = await whoIs()
      this.#isKnown = true
      const room = await event.rooms.open(roomFor(event, person, name))
      if (this.#gone || !carrier.isOpen()) return
      connections.enter(person.id)
      this.#room = room
      this.#intake = event.rooms.intake
      this.#session = room.join({
        person,
        wantsAcks,
        send: (bundle) => this.#send(bundle),
        close: (refusal) => this.refuse(refusal),
        backlog: () => carrier.backlog(),
      })
      const early = this.#early ?? []
      this.#early = null
      for (const frame of early) room.receive(this.#session, frame)
    } catch (fault) {
      this.refuse(fault instanceof Refusal ? fault : new Refusal('storeDown'))
    }
  }

  hear(frame: Uint8Array): void {
    if (!this.#carrier.isOpen()) return
    if (this.#room && this.#session) this.#room.receive(this.#session, frame)
    else this.#wait(frame)
    const ms = this.#budget.spend(frame.length, this.#ports.timers.now())
    if (ms > 0) this.#pause('rate', (resume) => this.#ports.timers.after(ms, resume))
    const intake = this.#intake
    if (intake?.isFull) this.#pause('store', (resume) => intake.whenRoomy(resume))
  }

  refuse(refusal: Refusal): void {
    if (!this.#carrier.isOpen()) return
    if (refusal.code !== 'shuttingDown') this.#ports.log.info({ refusal: refusal.code }, 'connection refused')
    // A room counts those whom it sends away.
    if (!this.#session) this.#ports.meters.refused(refusal.code)
    this.#early = null
    this.#carrier.close(refusal)
  }

  /** The line is down. */
  left(): void {
    if (this.#gone) return
    this.#gone = true
    this.#early = null
    if (!this.#room || !this.#session) return
    this.#ports.connections.leave(this.#session.person.id)
    this.#room.leave(this.#session)
  }

  #send(bundle: Bundle): void {
    if (this.#carrier.sendBundle) this.#carrier.sendBundle(bundle)
    else for (const frame of bundle.frames) this.#carrier.send(frame)
  }

  #wait(frame: Uint8Array): void {
    this.#earlyBytes += frame.length
    // Whoever is not known yet may not fill the memory; who is, may be back from long work without a network.
    const most = this.#isKnown ? this.#ports.limits.frameBytes * 1.125 : strangerBytes
    if (this.#earlyBytes > most) this.refuse(new Refusal('tooLarge'))
    else this.#early?.push(frame)
  }

  #pause(why: 'rate' | 'store', until: (resume: () => void) => void): void {
    if (this.#pauses > 0 || !this.#carrier.isOpen()) return
    this.#pauses++
    this.#ports.meters.paused(why)
    this.#carrier.pause()
    until(() => {
      this.#pauses--
      if (this.#carrier.isOpen()) this.#carrier.resume()
    })
  }
}

const roomFor = ({ rooms, dayState }: EventPorts, person: Person, name: string): RoomName => {
  const parsed = parseRoomName(name)
  if (!parsed || !rooms.knows(name)) throw new Refusal('roomUnknown')
  if (!can(person, dayState(), 'read', parsed.place)) throw new Refusal('forbidden')
  return name as RoomName
}
