import type * as Y from 'yjs'
import type { PersonId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import { Refusal } from '#shared/refusal.ts'
import type { RecordChange } from '../records.ts'
import type { Snapshot } from '../store/store.ts'
import { Audience } from './audience.ts'
import { Bundle } from './bundle.ts'
import { isEmptyUpdate, isEmptyVector, readFrame, type Frame } from './frames.ts'
import type { HeldTurn } from './heldTurn.ts'
import { LateEdits } from './lateEdits.ts'
import { RoomDocument } from './roomDocument.ts'
import type { RoomPorts } from './roomPorts.ts'
import { openSession, type Line, type Question, type Session } from './session.ts'
import { Turns } from './turns.ts'

/** Answers to one client may take so much of our time at once, and a tenth of it in the long run; each counts a little. */
const answers = { mostMs: 50, share: 0.1, leastMs: 0.2, waitMs: 100 }

type UpdateFrame = Extract<Frame, { kind: 'update' }>

/**
 * One document and everyone in it.
 * R1 What anyone sees is on disk: inbox → one transact → commit → fan-out and acks.
 * R2 One turn at a time; joins are answered between turns, from committed state.
 * R3 A failed commit ends the room: memory is forgotten, everyone comes back.
 * R4 A frame without the right changes nothing, and nothing more of its connection is applied.
 */
export class Room {
  readonly name: RoomName
  readonly audience: Audience
  readonly #ports: RoomPorts
  readonly #document: RoomDocument
  readonly #turns: Turns
  readonly #late: LateEdits

  private constructor(name: RoomName, document: RoomDocument, ports: RoomPorts) {
    this.name = name
    this.#ports = ports
    this.#document = document
    this.audience = new Audience({
      ...ports,
      vector: () => document.vector(),
      differenceFor: (lag, tell) =>
        this.#turns.whenLive((doc) => tell(document.differenceFrame(doc, lag.vector))),
    })
    this.#turns = new Turns(name, document, this.audience, ports)
    const committed = () =>
      new Promise<Uint8Array>((done) => this.#turns.whenCommitted(() => done(document.bytes())))
    this.#late = new LateEdits(name, committed, ports, this.audience)
  }

  /** Nothing is answered before the load is complete. */
  static async open(name: RoomName, ports: RoomPorts): Promise<Room> {
    return new Room(name, await RoomDocument.load(name, ports), ports)
  }

  get isIdle(): boolean {
    return this.audience.size === 0 && this.#turns.isQuiet
  }
  get isLive(): boolean {
    return this.#document.live !== null
  }
  /** Bytes of its document on disk. */
  get bytes(): number {
    return this.#document.size
  }

  join(line: Line): Session {
    const session = openSession(line, this.#ports.standingOf(line.person), this.#ports.newId())
    this.audience.add(session)
    this.#turns.whenCommitted(() => {
      if (isAsked(session)) session.send(this.#document.ask())
      this.audience.sendPresence(session)
    })
    return session
  }

  leave(session: Session): void {
    this.audience.remove(session)
  }

  receive(session: Session, bytes: Uint8Array): void {
    if (this.#turns.isDead || !this.audience.has(session)) return
    try {
      this.#take(session, readFrame(bytes, session.standing !== 'reader'))
    } catch {
      this.audience.expel(session, new Refusal('badFrame'))
    }
  }

  /** An edit by the server, with rows that belong to it; resolves when both are on disk. */
  edit(run: (doc: Y.Doc) => readonly RecordChange[]): Promise<void> {
    return this.#turns.edit(run)
  }

  /** Reads committed state: between turns, never in the middle of one. */
  read<T>(read: (doc: Y.Doc, seq: number) => T): Promise<T> {
    return new Promise((done, failed) => {
      const answer = (doc: Y.Doc) => {
        try {
          done(read(doc, this.#document.seq))
        } catch (fault) {
          failed(fault)
        }
      }
      this.#turns.whenLive(answer, () => failed(new Refusal('storeDown')))
    })
  }

  /** Nothing changes while this runs; it is given the log number and the whole document. */
  hold<T>(run: (seq: number, state: Uint8Array) => Promise<T>): Promise<T> {
    return this.#turns.hold((turn) => run(turn.seq, turn.state()))
  }

  /** A turn together with other rooms; see `editTogether`. */
  share<T>(run: (turn: HeldTurn) => Promise<T>): Promise<T> {
    return this.#turns.hold(run)
  }

  /** What these Yjs clients wrote was this person's, though it comes by the server's hand. */
  own(person: PersonId, clients: readonly number[]): void {
    this.#turns.own(person, clients)
  }

  /** All that was kept of this room was replaced; only while it is held. */
  rewritten(snapshot: Snapshot): void {
    this.#document.rewritten(snapshot)
  }

  /** Rights have changed: a phase, a freeze, somebody's group. Takes effect before the next frame. */
  reassess(personOf: (session: Session) => Session['person'] | null): void {
    for (const session of this.audience) {
      const person = personOf(session)
      if (!person) {
        this.audience.expel(session, new Refusal('forbidden'))
        continue
      }
      session.person = person
      const before = session.standing
      session.standing = this.#ports.standingOf(person)
      if (!isAsked(session) || session.standing === before || before === 'writer') continue
      // Whoever was not heard meanwhile must load afresh; everyone else is asked for what they hold.
      if (session.deaf || session.unheard > 0) this.audience.expel(session, new Refusal('shuttingDown'))
      else this.#turns.whenCommitted(() => session.send(this.#document.ask()))
    }
  }

  /** Gives memory back when nobody has written for a while. */
  rest(): void {
    this.#turns.rest()
  }

  #take(session: Session, frame: Frame): void {
    switch (frame.kind) {
      case 'step1':
        return this.#ask(session, { vector: frame.vector })
      case 'awareness':
        return this.audience.takePresence(session, frame.states)
      case 'queryAwareness':
        return this.#ask(session, { presence: true })
      case 'update':
        session.frames++
        return this.#takeUpdate(session, frame)
      case 'ignored':
    }
  }

  /** Questions are answered at once; who goes on asking for more than a share is answered now and then. */
  #ask(session: Session, question: Question): void {
    const { timers } = this.#ports
    if (session.question) return void Object.assign(session.question, question)
    const since = Math.max(0, timers.now() - session.answeredAt)
    session.credit = Math.min(answers.mostMs, session.credit + since * answers.share)
    session.answeredAt = timers.now()
    if (session.credit > 0) return this.#answer(session, question)
    session.question = question
    timers.after(answers.waitMs, () => {
      const asked = session.question
      session.question = null
      if (asked) this.#answer(session, asked)
    })
  }

  /** Step 2: those who have nothing share one frame, which needs no document in memory. */
  #answer(session: Session, { vector, presence }: Question): void {
    // Who is behind is answered together with everything else they miss.
    if (session.lag) session.lag.vector = vector ?? session.lag.vector
    else if (vector && isEmptyVector(vector))
      this.#turns.whenCommitted(() =>
        charged(session, () => this.audience.answer(session, this.#document.whole())),
      )
    else if (vector)
      this.#turns.whenLive((doc) =>
        charged(session, () =>
          this.audience.answer(session, new Bundle(this.#document.differenceFrame(doc, vector))),
        ),
      )
    if (presence) charged(session, () => this.audience.sendPresence(session))
  }

  #takeUpdate(session: Session, { update, clients }: UpdateFrame): void {
    const frame = session.frames
    const { limits } = this.#ports
    if (session.standing === 'writer' && !session.deaf) {
      // Deleting is no growth, and what brings nothing new often carries deletions.
      if (this.#document.size > limits.documentBytes && clients.length > 0)
        return this.audience.expel(session, new Refusal('documentFull'))
      return this.#turns.take(session, frame, update, clients)
    }
    if (session.standing === 'reader' && !isEmptyUpdate(update)) return this.audience.refuse(session, frame)
    session.unheard++
    if (session.standing === 'waiting') return
    // An answer speaks for all frames before it: those go first.
    this.edit(() => []).then(
      () => this.#late.take(session, frame, update).catch((fault: unknown) => this.#turns.die(fault)),
      () => undefined,
    )
  }
}

/** Asked for what they hold: it is applied, or kept for the moderators. */
const isAsked = ({ standing }: Session) => standing === 'writer' || standing === 'late'
const charged = (session: Session, answer: () => void): void => {
  const start = performance.now()
  answer()
  session.credit -= Math.max(answers.leastMs, performance.now() - start)
}
