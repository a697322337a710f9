import * as Y from 'yjs'
import type { RoomName } from '#shared/place.ts'
import { Refusal } from '#shared/refusal.ts'
import { applyUpdate } from './applyUpdate.ts'
import type { Audience } from './audience.ts'
import { isEmptyUpdate } from './frames.ts'
import type { RoomPorts } from './roomPorts.ts'
import type { Session } from './session.ts'

/** Edits that came after a place was closed to their author: never applied, never lost, and each kept once. */
export class LateEdits {
  readonly #name: RoomName
  readonly #state: () => Promise<Uint8Array>
  readonly #ports: RoomPorts
  readonly #audience: Audience
  #last: Promise<void> = Promise.resolve()

  /** `state`: the whole document as it is on disk. */
  constructor(name: RoomName, state: () => Promise<Uint8Array>, ports: RoomPorts, audience: Audience) {
    this.#name = name
    this.#state = state
    this.#ports = ports
    this.#audience = audience
  }

  /** One after the other: the same edit may come over two connections of one person. */
  take(session: Session, frame: number, update: Uint8Array): Promise<void> {
    const taken = this.#last.then(() => this.#take(session, frame, update))
    this.#last = taken.catch(() => undefined)
    return taken
  }

  async #take(session: Session, frame: number, update: Uint8Array): Promise<void> {
    const news = !isEmptyUpdate(update) && bringsNews(await this.#state(), update)
    if (news === 'broken') return this.#audience.expel(session, new Refusal('badFrame'))
    if (!news && !session.deaf) {
      session.unheard--
      return this.#audience.stored(session, frame)
    }
    const kept = this.#ports.lateEditsOf(session.person.id)
    if (news && bringsNews(await this.#state(), update, kept)) await this.#keep(session, update)
    this.#audience.refuse(session, frame)
  }

  /** On disk for the moderators, one row a connection. */
  #keep(session: Session, update: Uint8Array): Promise<unknown> {
    // What the moderators have dealt with stays as they left it.
    if (this.#ports.isLateSettled(session.lateRow)) {
      session.lateRow = this.#ports.newId()
      session.late.length = 0
    }
    session.late.push(Buffer.from(update).toString('base64'))
    const { id: person, name } = session.person
    const at = this.#ports.timers.now()
    const value = { room: this.#name, person, name, at, updates: [...session.late] }
    return this.#ports.commit([{ table: 'late', id: session.lateRow, value }], [])
  }
}

/** Would this update change the document, and what was kept beside it? Tried on a copy; only for edits that came too late. */
const bringsNews = (
  state: Uint8Array,
  update: Uint8Array,
  kept: readonly Uint8Array[] = [],
): boolean | 'broken' => {
  const copy = new Y.Doc()
  let changed = false
  try {
    for (const known of [state, ...kept]) Y.applyUpdate(copy, known)
    copy.on('update', () => (changed = true))
    const { parked } = applyUpdate(copy, update)
    return changed || parked
  } catch {
    return 'broken'
  } finally {
    copy.destroy()
  }
}
