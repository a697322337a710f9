import type { PersonId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Limits } from '../limits.ts'

/** How many connections are open, in all and of each person. Whoever is refused may come back later. */
export class Connections {
  readonly #limits: Pick<Limits, 'connections' | 'connectionsPerPerson'>
  readonly #byPerson = new Map<PersonId, number>()
  #count = 0

  constructor(limits: Pick<Limits, 'connections' | 'connectionsPerPerson'>) {
    this.#limits = limits
  }

  get count(): number {
    return this.#count
  }

  enter(person: PersonId): void {
    const own = this.#byPerson.get(person) ?? 0
    if (this.#count >= this.#limits.connections || own >= this.#limits.connectionsPerPerson)
      throw new Refusal('tooManyConnections')
    this.#count++
    this.#byPerson.set(person, own + 1)
  }

  leave(person: PersonId): void {
    this.#count--
    const own = (this.#byPerson.get(person) ?? 1) - 1
    if (own > 0) this.#byPerson.set(person, own)
    else this.#byPerson.delete(person)
  }
}
