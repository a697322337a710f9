import { Refusal } from '#shared/refusal.ts'
import { presenceFrame, refusedFrame, storedFrame } from './frames.ts'
import { RoomPresence } from './presence.ts'
import type { Timers } from '../timers.ts'
import type { Session } from './session.ts'

const presenceMs = 40
const lastWordsMs = 500

/** Everyone connected to a room, and who of them is seen where. */
export class Audience {
  readonly #timers: Timers
  readonly #sessions = new Set<Session>()
  readonly #presence = new RoomPresence()
  #presenceDue = false

  constructor(timers: Timers) {
    this.#timers = timers
  }

  get isEmpty(): boolean {
    return this.#sessions.size === 0
  }
  has(session: Session): boolean {
    return this.#sessions.has(session)
  }
  [Symbol.iterator](): IterableIterator<Session> {
    return this.#sessions.values()
  }

  add(session: Session): void {
    this.#sessions.add(session)
  }

  remove(session: Session): void {
    this.#sessions.delete(session)
    if (this.#presence.leave(session)) this.#tellPresence()
  }

  expel(session: Session, refusal: Refusal): void {
    session.close(refusal)
    this.remove(session)
  }

  send(frame: Uint8Array): void {
    for (const session of this.#sessions) session.send(frame)
  }

  /** A sign of life: stock clients hang up after 30 s of silence. */
  beat(): void {
    this.send(presenceFrame([]))
  }

  sendPresence(session: Session): void {
    session.send(this.#presence.everyone())
  }

  takePresence(session: Session, states: Uint8Array): void {
    if (this.#presence.receive(session, states)) this.#tellPresence()
  }

  /** "Your first `count` document frames are on disk", to those who asked to be told. */
  stored(session: Session, count: number): void {
    if (session.wantsAcks && !session.deaf) session.send(storedFrame(count))
  }

  /**
   * For want of right: nothing more of this connection is applied. Stock clients cannot be told and are sent away;
   * a `late` one only after a moment, so that what it has already sent is kept as well.
   */
  refuse(session: Session, frame: number): void {
    const wasDeaf = session.deaf
    session.deaf = true
    const sendAway = () => this.expel(session, new Refusal('readOnly'))
    if (session.wantsAcks) session.send(refusedFrame(frame, 'readOnly'))
    else if (session.standing === 'reader') sendAway()
    else if (!wasDeaf) this.#timers.after(lastWordsMs, sendAway)
  }

  /** Presence may wait a moment and go out bundled. */
  #tellPresence(): void {
    if (this.#presenceDue) return
    this.#presenceDue = true
    this.#timers.after(presenceMs, () => {
      this.#presenceDue = false
      const frame = this.#presence.takeChanges()
      if (frame) this.send(frame)
    })
  }
}
