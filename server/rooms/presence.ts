import type { PresenceUser } from '#shared/wire.ts'
import { presenceFrame, visitPresence, type PresenceEntry } from './frames.ts'
import type { Meters } from './meters.ts'
import type { Session } from './session.ts'

const maxStateLength = 16_384
const colours = 10

/**
 * Who is here and where their caret stands: never stored. A connection speaks for one client only;
 * the stock client's echo of others is dropped; the name is written here, whatever the client claims.
 */
export class RoomPresence {
  readonly #states = new Map<number, { clock: number; json: string; session: Session | null }>()
  readonly #colourOf = new Map<string, number>()
  readonly #changed = new Set<number>()
  readonly #meters: Meters

  constructor(meters: Meters) {
    this.#meters = meters
  }

  /** Takes what a client says of itself; true when there is something to tell the others. */
  receive(session: Session, states: Uint8Array): boolean {
    let echoes = 0
    visitPresence(states, (client, clock, readJson) => {
      if (session.client !== null && session.client !== client) return void echoes++
      const known = this.#states.get(client)
      if (known?.session && known.session !== session && known.session.person.id !== session.person.id)
        return void echoes++
      if (known && clock < known.clock) return
      const json = readJson()
      if (known && clock === known.clock && !(json === 'null' && known.json !== 'null')) return
      const written = json === 'null' ? 'null' : this.#signed(session, json)
      if (written === null || (session.client === null && written === 'null')) return
      session.client = client
      this.#states.set(client, { clock, json: written, session })
      this.#changed.add(client)
    })
    if (echoes > 0) this.#meters.echoes(echoes)
    return this.#changed.size > 0
  }

  leave(session: Session): boolean {
    if (session.client === null) return false
    const known = this.#states.get(session.client)
    if (known?.session !== session || known.json === 'null') return false
    this.#states.set(session.client, { clock: known.clock, json: 'null', session: null })
    this.#changed.add(session.client)
    return true
  }

  /** What changed since the last call, as one frame; null when nothing did. */
  takeChanges(): Uint8Array | null {
    const entries = [...this.#changed].map((client) => this.#entry(client))
    this.#changed.clear()
    for (const { client, json } of entries) if (json === 'null') this.#states.delete(client)
    return entries.length > 0 ? presenceFrame(entries) : null
  }

  /** Everyone, for somebody who has just come. */
  everyone(): Uint8Array {
    return presenceFrame([...this.#states.keys()].map((client) => this.#entry(client)))
  }

  /** Devices that say they hold changes which the server does not have yet. */
  unsaved(): number {
    let count = 0
    for (const { json } of this.#states.values()) {
      // Most states are cursors: those are not read.
      if (!json.includes('"unsaved":')) continue
      const { unsaved } = JSON.parse(json) as { unsaved?: unknown }
      if (typeof unsaved === 'number' && unsaved > 0) count++
    }
    return count
  }

  #entry(client: number): PresenceEntry {
    const { clock, json } = this.#states.get(client) as { clock: number; json: string }
    return { client, clock, json }
  }

  /** The name is written by the server. Most states are cursors without one: those are not written anew. */
  #signed(session: Session, json: string): string | null {
    if (json.length > maxStateLength) return null
    let state: unknown
    try {
      state = JSON.parse(json)
    } catch {
      return null
    }
    if (typeof state !== 'object' || state === null || Array.isArray(state)) return null
    const { id, name, role } = session.person
    const user: PresenceUser = { id, name, role, colour: this.#colour(id) }
    const end = json.lastIndexOf('}')
    if ('user' in state) return JSON.stringify({ ...state, user })
    const comma = Object.keys(state).length > 0 ? ',' : ''
    return `${json.slice(0, end)}${comma}"user":${JSON.stringify(user)}}`
  }

  /** Colours go by the order in which people came, and repeat after ten. */
  #colour(person: string): number {
    const known = this.#colourOf.get(person)
    if (known !== undefined) return known
    const colour = (this.#colourOf.size % colours) + 1
    this.#colourOf.set(person, colour)
    return colour
  }
}
