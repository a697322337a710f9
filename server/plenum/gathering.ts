import { noteRef, type GroupId } from '#shared/ids.ts'
import { readMarkedNotes } from '#shared/board.ts'
import { gatherable, gatheredOf, gatheringChange, readGathered, type GatheredNote } from '#shared/gather.ts'
import type { EventPlan } from '#shared/template.ts'
import { noteNumberOf, type Records } from '../records.ts'
import type { Rooms } from '../rooms/rooms.ts'
import { citedNotes } from './cited.ts'
import { inOrder } from './inOrder.ts'

const busyMs = 200

/**
 * Carries marked and cited notes into the gathered document as soon as a board has committed them.
 * The machine gathers; people merge. Kept current until the Plenum is frozen.
 */
export class Gathering {
  readonly #rooms: Rooms
  readonly #records: Records
  readonly #plan: () => EventPlan
  readonly #frozen: () => boolean
  readonly #onFault: (fault: unknown) => void
  readonly #inOrder = inOrder()
  readonly #due = new Set<GroupId>()
  readonly #gathered = new Map<GroupId, number>()

  constructor(
    rooms: Rooms,
    records: Records,
    plan: () => EventPlan,
    frozen: () => boolean,
    onFault: (fault: unknown) => void,
  ) {
    this.#rooms = rooms
    this.#records = records
    this.#plan = plan
    this.#frozen = frozen
    this.#onFault = onFault
    rooms.onCommitted((place) => {
      if (place.kind === 'group') this.#soon(place.group)
    })
    records.onChange((changes) => {
      if (changes.some(({ table }) => table === 'result' || table === 'plenum' || table === 'fate'))
        this.gatherAll().catch(onFault)
    })
  }

  /** Resolves when the gathered document holds what the boards had committed at this moment. */
  async gatherAll(): Promise<void> {
    await Promise.all(this.#plan().groups.map(({ id }) => this.#gatherGroup(id)))
  }

  /** Resolves when every gathering that has begun is on disk. */
  settled(): Promise<void> {
    return this.#inOrder(() => Promise.resolve())
  }

  async notes(): Promise<GatheredNote[]> {
    const room = await this.#rooms.place({ kind: 'gathered' })
    return room.read((doc) => readGathered(doc, this.#plan()))
  }

  /** At once after a pause; many turns of a busy board make one gathering. */
  #soon(group: GroupId): void {
    if (this.#due.has(group)) return
    this.#due.add(group)
    const since = performance.now() - (this.#gathered.get(group) ?? -Infinity)
    const gather = () => {
      this.#gathered.set(group, performance.now())
      this.#gatherGroup(group).catch(this.#onFault)
    }
    if (since >= busyMs) setImmediate(gather)
    else setTimeout(gather, busyMs - since).unref()
  }

  #gatherGroup(group: GroupId): Promise<void> {
    return this.#inOrder(async () => {
      this.#due.delete(group)
      if (this.#frozen()) return
      const board = await this.#rooms.place({ kind: 'group', group })
      const cited = citedNotes(this.#records)
      const next = await board.read((doc, seq) => {
        const notes = readMarkedNotes(doc, (note) => cited.has(noteRef(group, note)))
        return gatherable(group, notes, noteNumberOf(this.#records, group), cited, seq)
      })
      const room = await this.#rooms.place({ kind: 'gathered' })
      if (!(await room.read((doc) => gatheringChange(doc, group, next, cited)))) return
      await room.edit((doc) => {
        const change = gatheringChange(doc, group, next, cited)
        for (const note of change?.set ?? []) gatheredOf(doc).set(note.ref, note)
        for (const ref of change?.drop ?? []) gatheredOf(doc).delete(ref)
        return []
      })
    })
  }
}
