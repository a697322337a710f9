import { Refusal } from '#shared/refusal.ts'
import type { Limits } from '../limits.ts'
import type { Timers } from '../timers.ts'
import { Bundle } from './bundle.ts'
import { presenceFrame, refusedFrame, storedFrame } from './frames.ts'
import type { Meters } from './meters.ts'
import { RoomPresence } from './presence.ts'
import type { Lag, Session } from './session.ts'

export type AudiencePorts = {
  readonly timers: Timers
  readonly limits: Pick<Limits, 'behindBytes' | 'behindMs'>
  readonly meters: Meters
  /** State vector of what is being shown. */
  readonly vector: () => Uint8Array
  /** Tells step 2 with what is missed by whoever lags so, as soon as that can be said. */
  readonly differenceFor: (lag: Lag, tell: (frame: Uint8Array) => void) => void
}

const presenceMs = { first: 16, least: 56, most: 120, grace: 40 }
const lookMs = 100
const lastWordsMs = 500
const signOfLife = new Bundle(presenceFrame([]))

/** Everyone connected to a room, and who of them is seen where. */
export class Audience {
  readonly #ports: AudiencePorts
  readonly #sessions = new Set<Session>()
  readonly #behind = new Set<Session>()
  readonly #presence: RoomPresence
  #presenceTimed = false
  #presenceAt = -Infinity
  #looking = false

  constructor(ports: AudiencePorts) {
    this.#ports = ports
    this.#presence = new RoomPresence(ports.meters)
  }

  get size(): number {
    return this.#sessions.size
  }
  get behind(): number {
    return this.#behind.size
  }
  has(session: Session): boolean {
    return this.#sessions.has(session)
  }
  /** Devices that hold changes which the server does not have yet, as far as they could say so. */
  get unsaved(): number {
    return this.#presence.unsaved()
  }
  [Symbol.iterator](): IterableIterator<Session> {
    return this.#sessions.values()
  }

  add(session: Session): void {
    this.#sessions.add(session)
  }

  remove(session: Session): void {
    this.#sessions.delete(session)
    this.#behind.delete(session)
    if (this.#presence.leave(session)) this.#tellPresence()
  }

  expel(session: Session, refusal: Refusal): void {
    if (this.#sessions.has(session)) this.#ports.meters.refused(refusal.code)
    session.close(refusal)
    this.remove(session)
  }

  /**
   * What a turn has brought, to everyone; and to those who asked to be told, how many of their document frames are on
   * disk. Presence that is due goes along: a write to the network costs more than what is in it.
   */
  show(updates: readonly Uint8Array[], stored: ReadonlyMap<Session, number>): void {
    const presence = this.#sincePresence >= this.#presencePace ? this.#takePresence() : null
    const frames = presence ? [...updates, presence] : updates
    const bundle = new Bundle(...frames)
    for (const session of this.#sessions) {
      const count = session.wantsAcks && !session.deaf ? stored.get(session) : undefined
      if (session.lag) session.lag.stored = count ?? session.lag.stored
      else if (count !== undefined) this.#send(session, new Bundle(...frames, storedFrame(count)))
      else if (frames.length > 0) this.#send(session, bundle)
    }
  }

  /** A sign of life: stock clients hang up after 30 s of silence. */
  showLife(): void {
    for (const session of this.#sessions) if (!session.lag) this.#send(session, signOfLife)
  }

  sendPresence(session: Session): void {
    this.answer(session, new Bundle(this.#presence.everyone()))
  }

  /** To one alone. Who is behind is told everything together, when it can take it. */
  answer(session: Session, bundle: Bundle): void {
    if (!session.lag && this.#sessions.has(session)) this.#send(session, bundle)
  }

  takePresence(session: Session, states: Uint8Array): void {
    if (this.#presence.receive(session, states)) this.#tellPresence()
  }

  /** "Your first `count` document frames are on disk", to those who asked to be told. */
  stored(session: Session, count: number): void {
    if (!session.wantsAcks || session.deaf) return
    if (session.lag) session.lag.stored = count
    else session.send(new Bundle(storedFrame(count)))
  }

  /**
   * For want of right: nothing more of this connection is applied. Stock clients cannot be told and are sent away;
   * a `late` one only after a moment, so that what it has already sent is kept as well.
   */
  refuse(session: Session, frame: number): void {
    const wasDeaf = session.deaf
    session.deaf = true
    this.#ports.meters.refused('readOnly')
    const sendAway = () => this.expel(session, new Refusal('readOnly'))
    if (session.wantsAcks) session.send(new Bundle(refusedFrame(frame, 'readOnly')))
    else if (session.standing === 'reader') sendAway()
    else if (!wasDeaf) this.#ports.timers.after(lastWordsMs, sendAway)
  }

  #fallBehind(session: Session): void {
    const { timers, meters, vector } = this.#ports
    session.lag = {
      vector: vector(),
      least: session.backlog(),
      since: timers.now(),
      stored: 0,
      isAnswered: false,
    }
    this.#behind.add(session)
    meters.fellBehind()
    this.#look()
  }

  /** Whoever is behind is watched until their backlog is gone, or does not shrink any more. */
  #look(): void {
    if (this.#looking || this.#behind.size === 0) return
    this.#looking = true
    this.#ports.timers.after(lookMs, () => {
      this.#looking = false
      const now = this.#ports.timers.now()
      for (const session of this.#behind) this.#lookAt(session, now)
      this.#look()
    })
  }

  #lookAt(session: Session, now: number): void {
    const lag = session.lag
    const backlog = session.backlog()
    if (!lag) return
    if (backlog < this.#ports.limits.behindBytes / 4) return this.#catchUp(session, lag)
    if (backlog < lag.least) Object.assign(lag, { least: backlog, since: now })
    else if (now - lag.since > this.#ports.limits.behindMs) this.expel(session, new Refusal('tooSlow'))
  }

  /** What a turn brings meanwhile is part of the difference: nothing may overtake it. */
  #catchUp(session: Session, lag: Lag): void {
    if (lag.isAnswered) return
    lag.isAnswered = true
    this.#ports.differenceFor(lag, (frame) => {
      session.lag = null
      if (!this.#behind.delete(session)) return
      this.#send(session, new Bundle(frame))
      if (lag.stored > 0) this.stored(session, lag.stored)
      this.sendPresence(session)
    })
  }

  #send(session: Session, bundle: Bundle): void {
    session.send(bundle)
    if (session.backlog() > this.#ports.limits.behindBytes) this.#fallBehind(session)
  }

  /** Presence waits for the next turn, or goes out by itself, bundled; in a full room a little later. */
  #tellPresence(): void {
    if (this.#presenceTimed) return
    this.#presenceTimed = true
    this.#ports.timers.after(Math.max(presenceMs.first, this.#presenceRest), () => {
      this.#presenceTimed = false
      // A turn has taken it along meanwhile: what has come since waits for its own time.
      if (this.#presenceRest > 0) return this.#tellPresence()
      const frame = this.#takePresence()
      const bundle = frame && new Bundle(frame)
      for (const session of this.#sessions) if (bundle && !session.lag) this.#send(session, bundle)
    })
  }

  /** Ms that presence may still wait for a turn. */
  get #presenceRest(): number {
    return this.#presencePace + presenceMs.grace - this.#sincePresence
  }
  get #presencePace(): number {
    return Math.min(presenceMs.most, Math.max(presenceMs.least, this.#sessions.size / 5))
  }
  get #sincePresence(): number {
    const since = this.#ports.timers.now() - this.#presenceAt
    return since < 0 ? Infinity : since
  }
  #takePresence(): Uint8Array | null {
    const frame = this.#presence.takeChanges()
    if (frame) this.#presenceAt = this.#ports.timers.now()
    return frame
  }
}
