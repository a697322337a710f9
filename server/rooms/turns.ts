import type * as Y from 'yjs'
import type { PersonId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import { Refusal } from '#shared/refusal.ts'
import type { RecordChange } from '../records.ts'
import {
  appliedNothing,
  applyBatch,
  bringsSomething,
  bytesOf,
  PoisonedUpdate,
  type Applied,
  type Item,
} from './applyBatch.ts'
import type { Audience } from './audience.ts'
import { updateFrame } from './frames.ts'
import { heldTurn, type HeldTurn } from './heldTurn.ts'
import type { RoomDocument } from './roomDocument.ts'
import type { RoomPorts, RowsFor } from './roomPorts.ts'
import type { Session } from './session.ts'

/** Waits for the end of a turn; `live`: needs a document that is awake. */
type Task = { readonly live: boolean; readonly run: () => void; readonly drop: () => void }

/** Between turns; longer in a full room and when the event loop lags. */
const everyMs = { quick: 14, most: 42 }
const listenersPerQuick = 64
const laggingMs = 20
/** A burst is applied in several turns, so that no other room waits for it. */
const maxBatch = 1000

/**
 * How a document changes, one turn after the other: inbox → one transact → commit → fan-out and acks.
 * What is asked is answered between turns, from committed state. A failed commit ends all: what the memory holds is
 * forgotten, everyone comes back.
 */
export class Turns {
  readonly #name: RoomName
  readonly #ports: RoomPorts
  readonly #document: RoomDocument
  readonly #audience: Audience
  /** Who wrote with a Yjs client first: the author of its notes. */
  readonly #owners = new Map<number, PersonId>()
  #rowsFor: RowsFor = () => []
  #inbox: Item[] = []
  #between: Task[] = []
  #turning = false
  #scheduled = false
  #lastTurn = -Infinity
  #lags = false
  #dead = false

  constructor(name: RoomName, document: RoomDocument, audience: Audience, ports: RoomPorts) {
    this.#name = name
    this.#document = document
    this.#audience = audience
    this.#ports = ports
  }

  get isDead(): boolean {
    return this.#dead
  }
  get isQuiet(): boolean {
    return this.#inbox.length + this.#between.length === 0 && !this.#turning
  }

  /** A client's update, its `frame`th; `clients` are the Yjs clients in it. */
  take(session: Session, frame: number, update: Uint8Array, clients: readonly number[]): void {
    this.own(session.person.id, clients)
    this.#inbox.push({ kind: 'frame', session, frame, update })
    this.#ports.intake.took(update.length)
    this.#schedule()
  }

  /** An edit by the server, with rows that belong to it; resolves when both are on disk. */
  edit(run: (doc: Y.Doc) => readonly RecordChange[]): Promise<void> {
    return new Promise((done, failed) => {
      if (this.#dead) return failed(new Refusal('storeDown'))
      this.#inbox.push({ kind: 'edit', run, done, failed })
      this.#schedule()
    })
  }

  /** Runs between turns; if the turn fails, nobody hears what the memory held. */
  whenCommitted(run: () => void): void {
    if (this.#turning) this.#between.push({ live: false, run, drop: () => undefined })
    else run()
  }

  /** The same for what needs the document itself, which may have to come back to life first. */
  whenLive(run: (doc: Y.Doc) => void, drop: () => void = () => undefined): void {
    if (this.#dead) return drop()
    const doc = this.#document.live
    if (doc && !this.#turning) return run(doc)
    this.#between.push({ live: true, run: () => run(this.#document.live as Y.Doc), drop })
    this.#schedule()
  }

  /**
   * Nothing else changes while this runs: what comes meanwhile waits in the inbox. It may edit, and commit with others;
   * if it fails after that, the room ends like after any failed commit.
   */
  hold<T>(run: (turn: HeldTurn) => Promise<T>): Promise<T> {
    return new Promise((done, failed) => {
      const held = async (doc: Y.Doc) => {
        this.#turning = true
        const { turn, isOpen, hasChanged } = heldTurn(doc, {
          room: this.#name,
          document: this.#document,
          audience: this.#audience,
          rowsFor: this.#rowsOf,
          isDead: () => this.#dead,
        })
        try {
          done(await run(turn))
        } catch (fault) {
          failed(fault)
          if (isOpen()) return this.die(fault)
        }
        this.#turning = false
        if (hasChanged()) this.#ports.onCommitted()
        this.#afterTurn()
      }
      this.whenLive(
        (doc) => void held(doc),
        () => failed(new Refusal('storeDown')),
      )
    })
  }

  /** What this Yjs client wrote was this person's, though it comes by the server's hand. */
  own(person: PersonId, clients: readonly number[]): void {
    for (const client of clients) if (!this.#owners.has(client)) this.#owners.set(client, person)
  }

  /** Gives memory back when nobody has written for a while. */
  rest(): void {
    const quietMs = this.#ports.timers.now() - this.#lastTurn
    const isResting = quietMs >= this.#ports.limits.restMs || quietMs < 0
    if (this.isQuiet && !this.#dead && isResting) this.#document.rest()
  }

  #schedule(): void {
    if (this.#scheduled || this.#turning || this.#dead) return
    this.#scheduled = true
    // A burst goes on as soon as others had their turn.
    const wait = this.#inbox.length < maxBatch ? this.#ports.beat.wait(this.#everyMs) : 0
    const now = this.#ports.timers.now()
    this.#ports.timers.after(wait, () => {
      this.#scheduled = false
      void this.#turn(now + wait)
    })
  }

  readonly #rowsOf = (transaction: Y.Transaction): readonly RecordChange[] =>
    this.#rowsFor(transaction, (client) => this.#owners.get(client) ?? null)

  get #everyMs(): number {
    const { quick, most } = everyMs
    return this.#lags
      ? most
      : Math.min(most, quick * (1 + Math.floor(this.#audience.size / listenersPerQuick)))
  }

  async #turn(due: number): Promise<void> {
    if (this.#dead || this.#turning) return
    this.#turning = true
    this.#lastTurn = this.#ports.timers.now()
    this.#ports.beat.turned()
    this.#lags = this.#lastTurn - due > laggingMs
    let batch = this.#inbox.splice(0, maxBatch)
    let hasChanged = false
    try {
      const applied = await this.#apply(batch)
      const { updates, changes, count } = applied
      // What time did not allow stays at the head of the inbox.
      this.#inbox.unshift(...batch.slice(count))
      batch = batch.slice(0, count)
      hasChanged = updates.length + changes.length > 0
      if (hasChanged) {
        const stop = this.#ports.meters.time('commit')
        const appends = updates.map((bytes) => ({ room: this.#name, bytes }))
        const seqs = await this.#ports.commit(changes, appends)
        stop()
        this.#document.committed(updates, seqs)
      }
      if (this.#dead) throw new Refusal('storeDown')
      this.#tell(batch, applied)
    } catch (fault) {
      for (const item of batch) if (item.kind === 'edit') item.failed(refusalOf(fault))
      if (fault instanceof PoisonedUpdate) this.#audience.expel(fault.session, new Refusal('badFrame'))
      return this.die(fault)
    } finally {
      this.#ports.intake.settled(bytesOf(batch))
    }
    this.#turning = false
    if (hasChanged) this.#ports.onCommitted()
    this.#afterTurn()
  }

  #afterTurn(): void {
    const live = this.#document.live !== null
    for (const task of this.#between.splice(0))
      // One of them may hold the room: the others wait for its end.
      if (!this.#turning && (live || !task.live)) task.run()
      else this.#between.push(task)
    if (this.#inbox.length + this.#between.length > 0) this.#schedule()
  }

  async #apply(batch: readonly Item[]): Promise<Applied> {
    const isNeeded = batch.some(bringsSomething) || this.#between.some(({ live }) => live)
    if (!isNeeded) return appliedNothing(batch.length)
    if (!this.#document.live) this.#rowsFor = this.#ports.rowsOf(await this.#document.wake())
    const stop = this.#ports.meters.time('turn')
    const { parkedBytes } = this.#ports.limits
    const applied = applyBatch(this.#document.live as Y.Doc, batch, this.#rowsOf, parkedBytes)
    stop()
    return applied
  }

  /** It is on disk: everyone sees it, its authors are told. */
  #tell(batch: readonly Item[], { updates, dropped }: Applied): void {
    const counts = new Map<Session, number>()
    for (const item of batch)
      if (item.kind === 'edit') item.done()
      else if (!dropped.has(item)) counts.set(item.session, item.frame)
    this.#audience.show(updates.map(updateFrame), counts)
    // They come back, and bring what was missing.
    for (const item of dropped)
      if (item.kind === 'frame') this.#audience.expel(item.session, new Refusal('tooManyParked'))
  }

  die(fault: unknown): void {
    if (this.#dead) return
    this.#dead = true
    this.#ports.onDeath(fault)
    const refusal = refusalOf(fault)
    this.#ports.intake.settled(bytesOf(this.#inbox))
    for (const item of this.#inbox) if (item.kind === 'edit') item.failed(refusal)
    for (const { drop } of this.#between.splice(0)) drop()
    for (const session of this.#audience) this.#audience.expel(session, refusal)
    this.#document.live?.destroy()
  }
}

const refusalOf = (fault: unknown): Refusal => (fault instanceof Refusal ? fault : new Refusal('storeDown'))
