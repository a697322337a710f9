import { openDay } from '#shared/roles.ts'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Person } from '#shared/api.ts'
import type { EventId, GroupId, PersonId } from '#shared/ids.ts'
import { roomName, type Place, type RoomName } from '#shared/place.ts'
import type { Refusal } from '#shared/refusal.ts'
import { ackType, frameType, syncType } from '#shared/wire.ts'
import { defaultLimits } from '../../server/limits.ts'
import { Records } from '../../server/records.ts'
import type { Bundle } from '../../server/rooms/bundle.ts'
import { noMeters } from '../../server/rooms/meters.ts'
import { Rooms, type RoomsPorts } from '../../server/rooms/rooms.ts'
import type { Line, Session } from '../../server/rooms/session.ts'
import { inlineWorkshop, type Workshop } from '../../server/rooms/workshop.ts'
import type { Store } from '../../server/store/store.ts'
import { watchedStore } from '../../server/store/watchedStore.ts'
import { Clock, settled } from './clock.ts'
import type { Wrong } from './defects.ts'
import { Dice } from './dice.ts'
import { covers, FlakyStore } from './flakyStore.ts'
import { NumbersOnDisk } from './numbersOnDisk.ts'
import { Peer } from './peer.ts'
import { standStill } from './standStill.ts'

/** A peer's end of a line to the server. */
export type Wire = {
  isOpen: boolean
  /** For each document frame of this line, in order: the own edits that it carries. */
  readonly sent: Uint8Array[][]
  /** The server has told this line that it refused a frame. */
  wasRefused: boolean
  send(frame: Uint8Array, own: Uint8Array[]): void
  /** Ends the line; what was sent still arrives. */
  hangUp(): void
  /** The line is torn; nothing arrives any more, and the server does not know yet. */
  break(): void
}
type Ears = { opened(): void; frame(bytes: Uint8Array): void; closed(code: number): void }

const event = 'event' as EventId
/** What was received before a freeze is on disk by then. */
const drainMs = 300
const seats = {
  group: { kind: 'group', group: 'A' as GroupId },
  plenum: { kind: 'plenum' },
} as const

/** A server with one room and a handful of peers, in a world where only dice decide when things happen. */
export class Net {
  readonly clock = new Clock()
  readonly dice: Dice
  readonly store: FlakyStore
  readonly place: Place
  readonly room: RoomName
  readonly peers: Peer[] = []
  /** What must never happen, told in sentences. */
  readonly faults: string[] = []
  frozen = false
  freezes = 0
  deaths = 0
  acks = 0
  /** Times the document came back to life. */
  naps = 0
  #clients = 1000
  #frozenAt = 0
  #epoch = 0
  readonly #numbers = new NumbersOnDisk()
  readonly #workshop: Workshop
  #rooms!: Rooms
  /** The store as the server sees it. */
  #served!: Store
  readonly #wrong: Wrong
  records!: Records

  private constructor(seed: number, place: 'group' | 'plenum', wrong: Wrong) {
    this.#wrong = wrong
    this.dice = new Dice(seed)
    this.store = new FlakyStore(this.clock, this.dice)
    this.place = place === 'group' ? { kind: 'group', group: 'A' as GroupId } : { kind: 'plenum' }
    this.room = roomName(event, this.place)
    this.store.wrote = ({ appends = [] }) => {
      if (appends.length > 0 && this.frozen && this.clock.now() - this.#frozenAt > drainMs)
        this.blame('a frozen document was changed')
      if (place === 'group')
        for (const fault of this.#numbers.faultsIn(this.store, this.room)) this.blame(fault)
    }
    this.store.harmed = () => this.blame('a compaction has changed what the log says')
    this.#workshop = slowWorkshop(this.clock, new Dice(seed))
  }

  /** `wrong`: what is broken on purpose. */
  static async open(seed: number, place: 'group' | 'plenum', count: number, wrong: Wrong = {}): Promise<Net> {
    const net = new Net(seed, place, wrong)
    standStill(net.clock)
    await net.#boot()
    for (let at = 0; at < count; at++) {
      const person: Person = {
        id: `p${at}` as PersonId,
        name: `Person ${at}`,
        role: place === 'group' ? 'member' : 'moderator',
        seat: seats[place],
        joinedAt: 0,
      }
      const commit = net.records.commit([{ table: 'person', id: person.id, value: person }])
      await net.clock.pass(20)
      await commit
      // Every third is a stock client that asks for no acknowledgements.
      net.peers.push(new Peer(net, person, at % 3 !== 2))
    }
    for (const peer of net.peers) peer.connect()
    return net
  }

  blame(sentence: string): void {
    this.faults.push(sentence)
  }
  newClient(): number {
    return this.#clients++
  }
  soon(run: () => void): void {
    this.clock.after(20 + this.dice.below(200), run)
  }
  /** Whether the document on disk shows an edit, not only keeps it until something else comes. */
  shows(update: Uint8Array): boolean {
    return covers(this.store.onDisk(this.room), update)
  }
  holds(update: Uint8Array): boolean {
    return this.store.holds(this.room, update)
  }

  refused(peer: Peer): void {
    if (!this.freezes) this.blame(`${peer.person.id} was refused though nothing was ever frozen`)
  }

  /** The process dies without a word and starts again. */
  async crash(): Promise<void> {
    this.#epoch++
    await this.store.cut()
    await this.#boot()
  }

  /** No one writes any more, and everyone is told; or again everyone does. */
  freeze(frozen: boolean): void {
    this.frozen = frozen
    if (frozen && ++this.freezes) this.#frozenAt = this.clock.now()
    this.#rooms.reassess()
  }

  async read<T>(read: (doc: Y.Doc) => T): Promise<T> {
    const answer = this.#rooms.open(this.room).then((room) => room.read(read))
    await this.clock.pass(60)
    return answer
  }

  /** What a fresh process would load. */
  async reload(): Promise<Y.Doc> {
    const loading = this.#served.load(this.room)
    await this.clock.pass(60)
    const { snapshot, tail } = await loading
    const doc = new Y.Doc()
    for (const { bytes } of [...(snapshot ? [snapshot] : []), ...tail]) Y.applyUpdate(doc, bytes)
    return doc
  }

  async #boot(): Promise<void> {
    let ids = 0
    const epoch = this.#epoch
    const wrong = this.#wrong
    this.#served = wrong.store?.(this.store) ?? this.store
    const store = watchedStore(this.#served, this.#timersOf(epoch), () => this.#rooms.reassess())
    this.records = await Records.open(store, event)
    const ports: RoomsPorts = {
      store,
      workshop: wrong.workshop?.(this.#workshop) ?? this.#workshop,
      // Short tails and little rest: the document is written anew, sleeps and wakes in every round.
      limits: { ...defaultLimits, tailRows: 4, restMs: 300 },
      meters: { ...noMeters, woke: () => this.naps++ },
      records: this.records,
      timers: this.#timersOf(epoch),
      newId: () => `s${epoch}-${ids++}`,
      hasGroup: () => true,
      day: () => ({ ...openDay, plenumFrozen: this.frozen }),
      canSave: () => store.isUp(),
      onFault: (_, fault) => {
        this.deaths++
        if (fault instanceof Error && fault.message.startsWith('the log does not make'))
          this.blame('a compaction did not find in the log what was committed')
      },
    }
    this.#rooms = new Rooms(wrong.ports?.(ports) ?? ports)
  }

  /** Timers die with their process. */
  #timersOf(epoch: number) {
    return {
      now: () => this.clock.now(),
      after: (ms: number, run: () => void) =>
        this.clock.after(ms, () => {
          if (epoch === this.#epoch) run()
        }),
    }
  }

  dial(peer: Peer, ears: Ears): Wire {
    const { clock, dice } = this
    const rooms = this.#rooms
    const epoch = this.#epoch
    let session: Session | null = null
    let room: Awaited<ReturnType<Rooms['open']>> | null = null
    const early: Uint8Array[] = []
    // `peer` hears while true; `server` learns of the end when it turns false.
    let heard = true
    let up = true
    let last = { up: 0, down: 0 }
    /** In order, each direction with delays of its own. */
    const later = (way: 'up' | 'down', run: () => void) => {
      last[way] = Math.max(last[way], clock.now() + dice.below(dice.chance(0.1) ? 120 : 12))
      clock.after(last[way] - clock.now(), run)
    }
    const alive = () => epoch === this.#epoch
    const take = (frame: Uint8Array) => {
      if (session?.deaf && peer.wantsAcks && !wire.wasRefused)
        this.blame(`${peer.person.id} was refused and never told`)
      if (room && session) room.receive(session, this.#wrong.frame?.(frame) ?? frame)
      else early.push(frame)
    }
    const end = (code: number) => {
      if (!heard) return
      heard = false
      ears.closed(code)
    }
    const right: Line = {
      person: peer.person,
      wantsAcks: peer.wantsAcks,
      backlog: () => 0,
      send: ({ frames }: Bundle) => {
        if (!alive()) return
        for (const frame of frames) {
          this.#inspect(peer, wire, frame)
          later('down', () => heard && ears.frame(frame))
        }
      },
      close: (refusal: Refusal) => {
        up = false
        later('down', () => end(refusal.close))
      },
    }
    const line = this.#wrong.line?.(right) ?? right
    const wire: Wire = {
      isOpen: false,
      sent: [],
      wasRefused: false,
      send: (frame, own) => {
        const type = frame[1] as number
        if (frame[0] === frameType.sync && type !== syncType.step1) wire.sent.push(own)
        later('up', () => up && alive() && take(frame))
      },
      hangUp: () => {
        heard = false
        later('up', () => session && alive() && room?.leave(session))
      },
      break: () => {
        heard = false
        up = false
        clock.after(dice.below(2000), () => session && alive() && room?.leave(session))
      },
    }
    const admit = async () => {
      if (!alive()) return later('down', () => end(1006))
      wire.isOpen = true
      if (heard) ears.opened()
      try {
        room = await rooms.open(this.room)
        if (!alive() || !up) return
        session = room.join(line)
        for (const frame of early.splice(0)) take(frame)
      } catch {
        later('down', () => end(4503))
      }
    }
    later('up', () => void admit())
    // Whoever was connected to a process that died notices sooner or later.
    const watch = () => {
      if (!alive()) end(1006)
      else if (heard) clock.after(100, watch)
    }
    watch()
    return wire
  }

  readonly #inspected = new WeakSet<Uint8Array>()
  /** R1: looks at every frame at the moment the server sends it. */
  #inspect(peer: Peer, wire: Wire, frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    const sub = type === frameType.sync || type === frameType.auth ? decoding.readVarUint(decoder) : -1
    if (type === frameType.sync && sub !== syncType.step1 && !this.#inspected.has(frame)) {
      this.#inspected.add(frame)
      if (!this.holds(decoding.readVarUint8Array(decoder)))
        this.blame(`${peer.person.id} is shown what is not on disk`)
    }
    if (type === frameType.auth && sub === ackType.refused) wire.wasRefused = true
    if (type === frameType.auth && sub === ackType.stored) {
      this.acks++
      const count = decoding.readVarUint(decoder)
      if (count > wire.sent.length) this.blame(`${peer.person.id} is told more than it has sent`)
      for (const update of wire.sent.slice(0, count).flat())
        if (!this.holds(update)) this.blame(`${peer.person.id} is told that ${count} frames are on disk`)
    }
  }

  async quiet(): Promise<void> {
    this.store.failing = 0
    if (this.frozen) this.freeze(false)
    for (const peer of this.peers) peer.connect()
    await this.clock.pass(10_000)
    await settled()
  }
}

/** Heavy work takes its time, as in a thread: what is committed meanwhile must not get lost. Chance of its own. */
const slowWorkshop = (clock: Clock, dice: Dice): Workshop => ({
  ...inlineWorkshop,
  assemble: async (updates) => {
    await new Promise<void>((go) => clock.after(dice.below(60), go))
    return inlineWorkshop.assemble(updates)
  },
})
