import * as Y from 'yjs'
import type { PersonId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import { Refusal } from '#shared/refusal.ts'
import type { RecordChange } from '../records.ts'
import { applyBatch, PoisonedUpdate, type Item } from './applyBatch.ts'
import { Audience } from './audience.ts'
import { LateEdits } from './lateEdits.ts'
import { isEmptyUpdate, readFrame, step1Frame, step2Frame, updateFrame, type Frame } from './frames.ts'
import type { RoomPorts } from './roomPorts.ts'
import { openSession, type Line, type Session } from './session.ts'

type UpdateFrame = Extract<Frame, { kind: 'update' }>
const busyTurnMs = 16

/**
 * One live document.
 * R1 What anyone sees is on disk: inbox → one transact → commit → fan-out and acks.
 * R2 One turn at a time; joins are answered between turns, from committed state.
 * R3 A failed commit ends the room: memory is forgotten, everyone comes back.
 * R4 A frame without the right changes nothing, and nothing more of its connection is applied.
 */
export class Room {
  readonly name: RoomName
  readonly doc = new Y.Doc()
  readonly #ports: RoomPorts
  readonly #audience: Audience
  readonly #late: LateEdits
  readonly #owners = new Map<number, PersonId>()
  #inbox: Item[] = []
  #between: { readonly run: () => void; readonly drop: () => void }[] = []
  /** Log number of the newest committed update. */
  #seq = 0
  #turning = false
  #scheduled = false
  #lastTurn = -Infinity
  #dead = false

  private constructor(name: RoomName, ports: RoomPorts) {
    this.name = name
    this.#ports = ports
    this.#audience = new Audience(ports.timers)
    this.#late = new LateEdits(name, this.doc, ports, this.#audience)
  }

  /** Nothing is answered before the load is complete. */
  static async open(name: RoomName, ports: RoomPorts): Promise<Room> {
    const room = new Room(name, ports)
    const rows = await ports.readLog(name, 0)
    room.doc.transact(() => {
      for (const { bytes } of rows) Y.applyUpdate(room.doc, bytes)
    })
    room.#seq = rows.at(-1)?.seq ?? 0
    return room
  }

  get isIdle(): boolean {
    return this.#audience.isEmpty && this.#inbox.length === 0 && !this.#turning
  }

  join(line: Line): Session {
    const session = openSession(line, this.#ports.standingOf(line.person), this.#ports.newId())
    this.#audience.add(session)
    this.#whenCommitted(() => {
      if (isAsked(session)) session.send(step1Frame(this.doc))
      this.#audience.sendPresence(session)
    })
    return session
  }

  leave(session: Session): void {
    this.#audience.remove(session)
  }

  receive(session: Session, bytes: Uint8Array): void {
    if (this.#dead || !this.#audience.has(session)) return
    try {
      this.#take(session, readFrame(bytes))
    } catch {
      this.#audience.expel(session, new Refusal('badFrame'))
    }
  }

  /** An edit by the server, with rows that belong to it; resolves when both are on disk. */
  edit(run: (doc: Y.Doc) => readonly RecordChange[]): Promise<void> {
    return new Promise((done, failed) => {
      if (this.#dead) return failed(new Refusal('storeDown'))
      this.#inbox.push({ kind: 'edit', run, done, failed })
      this.#schedule()
    })
  }

  /** Reads committed state: between turns, never in the middle of one. */
  read<T>(read: (doc: Y.Doc, seq: number) => T): Promise<T> {
    return new Promise((done, failed) => {
      const refuse = () => failed(new Refusal('storeDown'))
      const answer = () => {
        try {
          done(read(this.doc, this.#seq))
        } catch (fault) {
          failed(fault)
        }
      }
      if (this.#dead) refuse()
      else this.#whenCommitted(answer, refuse)
    })
  }

  /** Rights have changed: a phase, a freeze, somebody's group. Takes effect before the next frame. */
  reassess(personOf: (session: Session) => Session['person'] | null): void {
    for (const session of this.#audience) {
      const person = personOf(session)
      if (!person) {
        this.#audience.expel(session, new Refusal('forbidden'))
        continue
      }
      session.person = person
      const before = session.standing
      session.standing = this.#ports.standingOf(person)
      if (!isAsked(session) || session.standing === before || before === 'writer') continue
      // Whoever was not heard meanwhile must load afresh; everyone else is asked for what they hold.
      if (session.deaf || session.unheard > 0) this.#audience.expel(session, new Refusal('shuttingDown'))
      else this.#whenCommitted(() => session.send(step1Frame(this.doc)))
    }
  }

  beat(): void {
    this.#audience.beat()
  }

  close(refusal: Refusal): void {
    for (const session of this.#audience) this.#audience.expel(session, refusal)
  }

  #take(session: Session, frame: Frame): void {
    switch (frame.kind) {
      case 'step1':
        return this.#whenCommitted(() => session.send(step2Frame(this.doc, frame.vector)))
      case 'awareness':
        return this.#audience.takePresence(session, frame.states)
      case 'queryAwareness':
        return this.#audience.sendPresence(session)
      case 'update':
        session.frames++
        return this.#takeUpdate(session, frame)
      case 'ignored':
    }
  }

  #takeUpdate(session: Session, { update, clients }: UpdateFrame): void {
    const frame = session.frames
    if (session.standing === 'writer' && !session.deaf) {
      for (const client of clients) if (!this.#owners.has(client)) this.#owners.set(client, session.person.id)
      this.#inbox.push({ kind: 'frame', session, frame, update })
      return this.#schedule()
    }
    if (session.standing === 'reader' && !isEmptyUpdate(update)) return this.#audience.refuse(session, frame)
    session.unheard++
    if (session.standing === 'waiting') return
    // An answer speaks for all frames before it: those go first.
    this.edit(() => []).then(
      () => this.#late.take(session, frame, update).catch((fault: unknown) => this.#die(fault)),
      () => undefined,
    )
  }

  #schedule(): void {
    if (this.#scheduled || this.#turning || this.#dead) return
    this.#scheduled = true
    const since = this.#ports.timers.now() - this.#lastTurn
    // A clock that was set back must not hold the room up.
    const wait = since >= 0 && since < busyTurnMs ? busyTurnMs - since : 0
    this.#ports.timers.after(wait, () => {
      this.#scheduled = false
      void this.#turn()
    })
  }

  async #turn(): Promise<void> {
    if (this.#dead || this.#turning) return
    this.#turning = true
    this.#lastTurn = this.#ports.timers.now()
    const batch = this.#inbox
    this.#inbox = []
    try {
      const { updates, changes } = applyBatch(this.doc, batch, (transaction) =>
        this.#ports.rowsFor(transaction, (client) => this.#owners.get(client) ?? null),
      )
      if (updates.length + changes.length > 0) {
        const appends = updates.map((bytes) => ({ room: this.name, bytes }))
        const seqs = await this.#ports.commit(changes, appends)
        this.#seq = seqs.at(-1) ?? this.#seq
      }
      if (this.#dead) throw new Refusal('storeDown')
      for (const update of updates) this.#audience.send(updateFrame(update))
      this.#acknowledge(batch)
    } catch (fault) {
      for (const item of batch) if (item.kind === 'edit') item.failed(refusalOf(fault))
      if (fault instanceof PoisonedUpdate) this.#audience.expel(fault.session, new Refusal('badFrame'))
      return this.#die(fault)
    }
    this.#turning = false
    this.#ports.onCommitted()
    for (const { run } of this.#between.splice(0)) run()
    if (this.#inbox.length > 0) this.#schedule()
  }

  #acknowledge(batch: readonly Item[]): void {
    const counts = new Map<Session, number>()
    for (const item of batch)
      if (item.kind === 'edit') item.done()
      else counts.set(item.session, item.frame)
    for (const [session, count] of counts) this.#audience.stored(session, count)
  }

  /** Runs between turns; if the turn fails, nobody hears what the memory held. */
  #whenCommitted(run: () => void, drop: () => void = () => undefined): void {
    if (this.#turning) this.#between.push({ run, drop })
    else run()
  }

  #die(fault: unknown): void {
    if (this.#dead) return
    this.#dead = true
    this.#ports.onDeath(fault)
    const refusal = refusalOf(fault)
    for (const item of this.#inbox) if (item.kind === 'edit') item.failed(refusal)
    for (const { drop } of this.#between.splice(0)) drop()
    this.close(refusal)
    this.doc.destroy()
  }
}

/** Asked for what they hold: it is applied, or kept for the moderators. */
const isAsked = ({ standing }: Session) => standing === 'writer' || standing === 'late'
const refusalOf = (fault: unknown): Refusal => (fault instanceof Refusal ? fault : new Refusal('storeDown'))
