import * as Y from 'yjs'
import type { RoomName } from '#shared/place.ts'
import { memoryStore } from '../../server/store/memoryStore.ts'
import type { Commit, Logged, Store } from '../../server/store/store.ts'
import type { Clock } from './clock.ts'
import type { Dice } from './dice.ts'

/**
 * A store whose disk takes its time, refuses commits when told to, and can be cut off from its process.
 * It knows at every moment what is on disk.
 */
export class FlakyStore implements Store {
  readonly #clock: Clock
  readonly #dice: Dice
  readonly #disk = memoryStore()
  readonly #written = new Map<RoomName, Y.Doc>()
  readonly #raw = new Set<string>()
  #jobs: { commit: Commit | null; run: () => void }[] = []
  #free = 0
  /** So many of the next commits fail. */
  failing = 0
  failed = 0
  compactions = 0
  /** Told of every commit that reaches the disk: what a power cut would leave now must make sense. */
  wrote: (commit: Commit) => void = () => undefined
  /** Told what a compaction has done to what is kept of a room, if that is anything. */
  harmed: (room: RoomName) => void = () => undefined
  /** Rows on disk of one table, by id. */
  readonly #rows = new Map<string, Map<string, unknown>>()
  /** Updates on disk that wait for others. */
  parked = 0

  constructor(clock: Clock, dice: Dice) {
    this.#clock = clock
    this.#dice = dice
  }

  commit(commit: Commit): Promise<number[]> {
    return this.#soon(commit, () => {
      if (this.failing > 0) {
        this.failing--
        this.failed++
        return Promise.reject(new Error('disk full'))
      }
      return this.#write(commit)
    })
  }
  load: Store['load'] = (room) => this.#soon(null, () => this.#disk.load(room))
  compact: Store['compact'] = (room, snapshot) =>
    this.#soon(null, async () => {
      this.compactions++
      await this.#disk.compact(room, snapshot)
      if (!saysTheSame(await this.#disk.load(room), this.onDisk(room))) this.harmed(room)
    })
  snapshots: Store['snapshots'] = (room) => this.#disk.snapshots(room)
  rewrite: Store['rewrite'] = (rewritings, changes) => this.#disk.rewrite(rewritings, changes)
  wipe: Store['wipe'] = () => this.#disk.wipe()
  rows: Store['rows'] = (event) => this.#disk.rows(event)
  events: Store['events'] = () => this.#disk.events()
  close = (): Promise<void> => Promise.resolve()

  /** The process is gone: of what was under way, a part reached the disk, and nobody is answered. */
  async cut(): Promise<void> {
    const jobs = this.#jobs
    this.#jobs = []
    const reached = this.#dice.below(jobs.length + 1)
    for (const { commit } of jobs.slice(0, reached)) if (commit) await this.#write(commit)
  }

  /** A document of everything that is on disk for this room. */
  onDisk(room: RoomName): Y.Doc {
    const doc = this.#written.get(room) ?? new Y.Doc()
    this.#written.set(room, doc)
    return doc
  }

  rowsOnDisk(table: string): ReadonlyMap<string, unknown> {
    return this.#rows.get(table) ?? new Map()
  }

  /** Whether an update is on disk: known to the document, or waiting there for what it depends on. */
  holds(room: RoomName, update: Uint8Array): boolean {
    const doc = this.onDisk(room)
    return covers(doc, update) || this.#raw.has(keyOf(room, update)) || addsNothing(doc, update)
  }

  async #write(commit: Commit): Promise<number[]> {
    const seqs = await this.#disk.commit(commit)
    for (const { room, bytes } of commit.appends ?? []) {
      const doc = this.onDisk(room)
      Y.applyUpdate(doc, bytes)
      if (doc.store.pendingStructs || doc.store.pendingDs) this.parked++
      this.#raw.add(keyOf(room, bytes))
    }
    for (const { table, id, value } of commit.changes ?? []) {
      const rows = this.#rows.get(table) ?? new Map<string, unknown>()
      this.#rows.set(table, rows)
      if (value === null) rows.delete(id)
      else rows.set(id, value)
    }
    this.wrote(commit)
    return seqs
  }

  /** One job after the other, as one worker does them. */
  #soon<T>(commit: Commit | null, work: () => Promise<T>): Promise<T> {
    return new Promise((done, failed) => {
      const job = { commit, run: () => void work().then(done, failed) }
      this.#jobs.push(job)
      this.#free = Math.max(this.#clock.now(), this.#free) + this.#dice.below(9)
      this.#clock.after(this.#free - this.#clock.now(), () => {
        const at = this.#jobs.indexOf(job)
        if (at < 0) return
        this.#jobs.splice(at, 1)
        job.run()
      })
    })
  }
}

const keyOf = (room: RoomName, update: Uint8Array) => `${room} ${Buffer.from(update).toString('base64')}`

/** True when the document already holds every struct and every deletion of the update. */
export const covers = (doc: Y.Doc, update: Uint8Array): boolean => {
  const { structs, ds } = Y.decodeUpdate(update)
  const reaches = structs.every(
    (struct) =>
      struct instanceof Y.Skip || struct.id.clock + struct.length <= Y.getState(doc.store, struct.id.client),
  )
  if (!reaches || ds.clients.size === 0) return reaches
  const deleted = Y.createDeleteSetFromStructStore(doc.store)
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      for (let at = clock; at < clock + len; at++)
        if (!Y.isDeleted(deleted, Y.createID(client, at))) return false
  return true
}

/** Whether what is kept of a room makes the document, with everything that waits in it. */
const saysTheSame = ({ snapshot, tail }: Logged, doc: Y.Doc): boolean => {
  const loaded = new Y.Doc()
  for (const { bytes } of [...(snapshot ? [snapshot] : []), ...tail]) Y.applyUpdate(loaded, bytes)
  return (
    Y.equalSnapshots(Y.snapshot(loaded), Y.snapshot(doc)) && addsNothing(loaded, Y.encodeStateAsUpdate(doc))
  )
}

/** The slow way: what waits in a document counts as well. */
const addsNothing = (doc: Y.Doc, update: Uint8Array): boolean => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateAsUpdate(copy)
  Y.applyUpdate(copy, update)
  return Buffer.compare(before, Y.encodeStateAsUpdate(copy)) === 0
}
