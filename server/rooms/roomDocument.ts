import * as Y from 'yjs'
import type { RoomName } from '#shared/place.ts'
import type { Limits } from '../limits.ts'
import type { Logged, Snapshot } from '../store/store.ts'
import type { Timers } from '../timers.ts'
import { assemble, fingerprintOf, isSameFingerprint, replay } from './assemble.ts'
import { Bundle } from './bundle.ts'
import { step1Frame, step2Frame, bodyOfSync } from './frames.ts'
import type { Meters } from './meters.ts'
import type { Workshop } from './workshop.ts'

export type DocumentPorts = {
  readonly timers: Timers
  readonly meters: Meters
  readonly workshop: Workshop
  readonly limits: Pick<Limits, 'tailRows'>
  readonly load: (room: RoomName) => Promise<Logged>
  readonly compact: (room: RoomName, snapshot: Snapshot) => Promise<void>
  /** Compaction went wrong; nothing is lost, the log stays as it is. */
  readonly onCompactionFault: (fault: unknown) => void
}

/** From here on a log is put together, and a document cut to slices, in the workshop: about 15 ms of work here. */
const heavyBytes = { log: 40 * 1024, document: 96 * 1024 }
const longTailBytes = 64 * 1024
/** A resting document writes a tenth of a long tail back: the next load then needs nothing but the snapshot. */
const restingShare = 0.1
const retryMs = 60_000

/**
 * The committed document of a room: bytes while people only read, a live Y.Doc while somebody writes or asks for a
 * difference. Everything it answers stands for the log up to `seq`.
 */
export class RoomDocument {
  readonly #name: RoomName
  readonly #ports: DocumentPorts
  #doc: Y.Doc | null = null
  /** Step 2 for somebody who has nothing, shared by all who join, and step 1; null when it must be made anew. */
  #whole: Bundle | null
  #asked: Bundle | null
  #difference: { readonly vector: Uint8Array; readonly frame: Uint8Array } | null = null
  #seq: number
  #snapshotBytes: number
  #tail: { seq: number; bytes: number }[]
  #tailBytes: number
  #compacting = false
  /** After a compaction that failed, none is tried before this time. */
  #compactFrom = -Infinity

  private constructor(
    name: RoomName,
    ports: DocumentPorts,
    logged: Logged,
    state: { bytes: Uint8Array; vector: Uint8Array },
  ) {
    this.#name = name
    this.#ports = ports
    this.#whole = new Bundle(step2Frame(state.bytes))
    this.#asked = new Bundle(step1Frame(state.vector))
    this.#tail = logged.tail.map(({ seq, bytes }) => ({ seq, bytes: bytes.length }))
    this.#tailBytes = sizeOf(this.#tail)
    this.#seq = logged.tail.at(-1)?.seq ?? logged.snapshot?.seq ?? 0
    this.#snapshotBytes = logged.snapshot?.bytes.length ?? 0
  }

  /** Nothing is answered before the load is complete. */
  static async load(name: RoomName, ports: DocumentPorts): Promise<RoomDocument> {
    const logged = await ports.load(name)
    const { snapshot, tail } = logged
    if (tail.length === 0) return new RoomDocument(name, ports, logged, snapshot ?? nothing)
    const updates = [...(snapshot ? [snapshot.bytes] : []), ...tail.map(({ bytes }) => bytes)]
    const isHeavy = updates.reduce((sum, { length }) => sum + length, 0) > heavyBytes.log
    const state = isHeavy ? await ports.workshop.assemble(updates) : assemble(updates)
    return new RoomDocument(name, ports, logged, state)
  }

  /** Log number of the newest committed update. */
  get seq(): number {
    return this.#seq
  }
  /** Null while the document rests. */
  get live(): Y.Doc | null {
    return this.#doc
  }
  /** Bytes that a load would have to read. */
  get size(): number {
    return this.#snapshotBytes + this.#tailBytes
  }

  /** Large documents come back to life in slices, and others have their turn in between. */
  async wake(): Promise<Y.Doc> {
    if (this.#doc) return this.#doc
    this.#ports.meters.woke()
    const state = this.bytes()
    const doc = new Y.Doc()
    const slices = state.length > heavyBytes.document ? await this.#ports.workshop.slice(state) : [state]
    for (const [at, slice] of slices.entries()) {
      if (at > 0) await new Promise<void>((go) => this.#ports.timers.after(0, go))
      replay(doc, [slice])
    }
    return (this.#doc = doc)
  }

  /** Back to bytes: memory for the text, not for its history. */
  rest(): void {
    if (!this.#doc) return
    if (this.#tail.length > this.#ports.limits.tailRows * restingShare) void this.#compact(this.#doc)
    this.whole()
    this.ask()
    this.#difference = null
    this.#doc.destroy()
    this.#doc = null
  }

  /** A turn is on disk. */
  committed(updates: readonly Uint8Array[], seqs: readonly number[]): void {
    if (updates.length === 0) return
    this.#whole = null
    this.#asked = null
    this.#difference = null
    for (const [at, { length }] of updates.entries()) {
      this.#tail.push({ seq: seqs[at] as number, bytes: length })
      this.#tailBytes += length
    }
    this.#seq = seqs.at(-1) as number
    const isLong =
      this.#tail.length > this.#ports.limits.tailRows ||
      this.#tailBytes > Math.max(longTailBytes, this.#snapshotBytes)
    if (isLong && this.#doc) void this.#compact(this.#doc)
  }

  /** Everything that was kept has been replaced by this, which says the same as what lives here. */
  rewritten({ bytes }: Snapshot): void {
    // What waits was not kept: it must not come back from memory.
    if (this.#doc) Object.assign(this.#doc.store, { pendingStructs: null, pendingDs: null })
    this.#whole = null
    this.#asked = null
    this.#difference = null
    this.#snapshotBytes = bytes.length
    this.#tail = []
    this.#tailBytes = 0
  }

  /** The whole document as an update. */
  bytes(): Uint8Array {
    return bodyOfSync(this.whole().frames[0] as Uint8Array)
  }
  vector(): Uint8Array {
    return bodyOfSync(this.ask().frames[0] as Uint8Array)
  }

  whole(): Bundle {
    return (this.#whole ??= new Bundle(step2Frame(Y.encodeStateAsUpdate(this.#doc as Y.Doc))))
  }
  ask(): Bundle {
    return (this.#asked ??= new Bundle(step1Frame(Y.encodeStateVector(this.#doc as Y.Doc))))
  }
  /** What somebody with this state vector misses; after an outage many ask for the same. */
  differenceFrame(doc: Y.Doc, vector: Uint8Array): Uint8Array {
    const known = this.#difference
    if (known && Buffer.compare(known.vector, vector) === 0) return known.frame
    const frame = step2Frame(Y.encodeStateAsUpdate(doc, vector))
    this.#difference = { vector: vector.slice(), frame }
    return frame
  }

  /** Snapshot and log become one snapshot, if what comes out is what lives here. */
  async #compact(doc: Y.Doc): Promise<void> {
    const { timers, meters, workshop } = this.#ports
    if (this.#compacting || timers.now() < this.#compactFrom) return
    this.#compacting = true
    const upTo = this.#seq
    const fingerprint = fingerprintOf(doc)
    const stop = meters.time('compaction')
    try {
      const { snapshot, tail } = await this.#ports.load(this.#name)
      const rows = tail.filter(({ seq }) => seq <= upTo)
      const updates = [...(snapshot ? [snapshot.bytes] : []), ...rows.map(({ bytes }) => bytes)]
      const made = await workshop.assemble(updates)
      if (!isSameFingerprint(made.fingerprint, fingerprint))
        throw new Error('the log does not make the document that lives here')
      await this.#ports.compact(this.#name, { seq: upTo, bytes: made.bytes, vector: made.vector })
      this.#snapshotBytes = made.bytes.length
      this.#tail = this.#tail.filter(({ seq }) => seq > upTo)
      this.#tailBytes = sizeOf(this.#tail)
      stop()
    } catch (fault) {
      this.#compactFrom = timers.now() + retryMs
      this.#ports.onCompactionFault(fault)
    } finally {
      this.#compacting = false
    }
  }
}

const sizeOf = (tail: readonly { bytes: number }[]): number => tail.reduce((sum, { bytes }) => sum + bytes, 0)
const nothing = { bytes: Uint8Array.of(0, 0), vector: Uint8Array.of(0) }
