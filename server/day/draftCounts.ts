import type { DraftsAnswer } from '#shared/day/collectAnswers.ts'
import { unsentDrafts } from '#shared/day/drafts.ts'
import type { GroupId, PersonId } from '#shared/ids.ts'
import { runs } from '#shared/roles.ts'
import type { App } from '../app.ts'
import { membersOf } from './membersOf.ts'

type Counts = ReadonlyMap<GroupId, number>
const pauseMs = 250

/** How much is written for oneself: counted here, so that nothing of it has to go anywhere. */
export class DraftCounts {
  readonly #app: Pick<App, 'rooms' | 'records' | 'plan' | 'streams'>
  readonly #known = new Map<PersonId, Promise<Counts>>()
  readonly #told = new Map<PersonId, Counts>()
  readonly #due = new Set<PersonId>()

  constructor(app: Pick<App, 'rooms' | 'records' | 'plan' | 'streams'>) {
    this.#app = app
    app.rooms.onCommitted((place) => {
      if (place.kind !== 'draft') return
      this.#known.delete(place.person)
      this.#soon(place.person)
    })
    // Whoever changes groups takes nothing along: it counts no longer there.
    app.records.onChange((changes) => {
      if (changes.some(({ table, value }) => table === 'person' && value?.role === 'member'))
        for (const { id } of app.plan.groups) this.#tell(id)
    })
  }

  async of(group: GroupId): Promise<DraftsAnswer> {
    const members = membersOf(this.#app.records, group)
    const counts = await Promise.all(members.map(({ id }) => this.#of(id)))
    const notes = counts.map((count) => count.get(group) ?? 0)
    return { writers: notes.filter((count) => count > 0).length, notes: notes.reduce((a, b) => a + b, 0) }
  }

  /** All that one person has on no board. */
  async unsentOf(person: PersonId): Promise<number> {
    return [...(await this.#of(person)).values()].reduce((a, b) => a + b, 0)
  }

  #of(person: PersonId): Promise<Counts> {
    const known = this.#known.get(person) ?? this.#count(person)
    this.#known.set(person, known)
    known.catch(() => this.#known.delete(person))
    return known
  }

  async #count(person: PersonId): Promise<Counts> {
    const { rooms, plan } = this.#app
    const room = await rooms.place({ kind: 'draft', person })
    return room.read((doc) => {
      const counts = new Map<GroupId, number>()
      for (const { group } of unsentDrafts(doc, plan)) counts.set(group, (counts.get(group) ?? 0) + 1)
      return counts
    })
  }

  /** Only a count that changed is told, and only to those who run the group: not when somebody types. */
  #soon(person: PersonId): void {
    if (this.#due.has(person)) return
    this.#due.add(person)
    const look = async () => {
      this.#due.delete(person)
      const was = this.#told.get(person)
      const is = await this.#of(person)
      this.#told.set(person, is)
      for (const { id: group } of this.#app.plan.groups)
        if (was?.get(group) !== is.get(group)) this.#tell(group)
    }
    // A room that closes meanwhile has told everyone to come back.
    setTimeout(() => void look().catch(() => undefined), pauseMs).unref()
  }

  #tell(group: GroupId): void {
    const { streams, records } = this.#app
    streams.tellThose(`drafts/${group}`, (id) => {
      const person = records.get('person', id)
      return person !== undefined && runs(person, group)
    })
  }
}
