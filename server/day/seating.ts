import { isDeepStrictEqual } from 'node:util'
import type { Person } from '#shared/api.ts'
import { anyGroup } from '#shared/day/anyGroup.ts'
import { emptiest, freeIn, nameKey } from '#shared/day/joining.ts'
import type { GroupId, LevelId, PersonId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Seat, UserRole } from '#shared/roles.ts'
import { groupOf } from '#shared/template.ts'
import type { RecordChange } from '../records.ts'
import type { DayPorts } from './day.ts'

/** Somebody at the door. `wanted`: a group, the Plenum, anywhere, or (null) nowhere yet. */
export type Newcomer = {
  readonly id: PersonId
  readonly name: string
  readonly role: UserRole
  readonly level: LevelId | null
  readonly wanted: string | null
  /** The same human as the rows know them already. */
  readonly before: Person | null
}
type Moved = { readonly person: Person; readonly seat: Seat }

export const isIn = ({ seat }: Person, group: GroupId): boolean =>
  seat?.kind === 'group' && seat.group === group

/**
 * Who sits where. Looking for room and taking it is one step without a wait in between: what is on its way to the disk
 * is counted as if it were there, so that of many who come at once never more get in than fit.
 */
export class Seating {
  readonly #ports: DayPorts
  readonly #coming = new Map<PersonId, GroupId>()
  /** Rows of expected people whose person is on the way. */
  readonly #claimed = new Set<string>()

  constructor(ports: DayPorts) {
    this.#ports = ports
  }

  /** Places of a group that are taken by members, or kept for those who are expected. */
  taken(group: GroupId, but: ReadonlySet<PersonId> = new Set()): number {
    let count = this.seated(group, but)
    for (const [id, row] of this.#ports.records.all('expected'))
      if (row.group === group && !this.#claimed.has(id)) count++
    return count
  }

  /** Members who sit there, or are about to. */
  seated(group: GroupId, but: ReadonlySet<PersonId>): number {
    const { records } = this.#ports
    let count = 0
    for (const [, person] of records.all('person'))
      if (person.role === 'member' && isIn(person, group) && !but.has(person.id)) count++
    for (const [id, coming] of this.#coming) {
      const row = records.get('person', id)
      if (coming === group && !but.has(id) && !(row && isIn(row, group))) count++
    }
    return count
  }

  /** Places left, or null for any number. */
  free(group: GroupId): number | null {
    const found = groupOf(this.#ports.plan, group)
    return found ? freeIn(found, (id) => this.taken(id)) : 0
  }

  /** Lets somebody in. Whoever is on the list lands where the list says. */
  async enter({ id, name, role, level, wanted, before }: Newcomer): Promise<Person> {
    const claim = role === 'member' && !before ? this.#expectedAs(name) : null
    const seat = claim?.group
      ? ({ kind: 'group', group: claim.group } as const)
      : this.#seatAtDoor(role, wanted, before)
    const joinedAt = before?.joinedAt ?? this.#ports.now()
    const known = level ?? before?.level
    const row = { ...before, id, name, role, joinedAt, ...(known ? { level: known } : {}) }
    const person = movedTo({ ...row, seat: before?.seat ?? null }, seat)
    if (isDeepStrictEqual(before, person)) return before as Person
    const changes: RecordChange[] = [{ table: 'person', id, value: person }]
    if (claim) {
      this.#claimed.add(claim.id)
      changes.push({ table: 'expected', id: claim.id, value: null })
    }
    try {
      await this.#commit([{ person, seat }], changes)
    } finally {
      if (claim) this.#claimed.delete(claim.id)
    }
    return person
  }

  /** One's own choice of another place. */
  async choose(person: Person, wanted: string): Promise<Person> {
    const [moved] = await this.#move([{ person, seat: this.seatFor(person, wanted) }])
    return moved as Person
  }

  /** Staff's choice for many at once: all of them, or nobody. `beyond`: also where there is no room. */
  seatAll(people: readonly Person[], wanted: string | null, beyond: boolean): Promise<Person[]> {
    const ids = new Set(people.map(({ id }) => id))
    const placed = new Map<GroupId, number>()
    const takenIn = (group: GroupId) => this.taken(group, ids) + (placed.get(group) ?? 0)
    const moves = people.map((person): Moved => {
      const seat = this.#seatAmong(person, wanted, beyond, takenIn)
      if (person.role === 'member' && seat?.kind === 'group')
        placed.set(seat.group, (placed.get(seat.group) ?? 0) + 1)
      return { person, seat }
    })
    return this.#move(moves)
  }

  /** What the list says, for those who are here already; rows that belong to it go along. */
  seatEach(moves: readonly Moved[], more: readonly RecordChange[]): Promise<Person[]> {
    return this.#move(moves, more)
  }

  /** The seat somebody may have, where there is room. */
  seatFor(person: Pick<Person, 'id' | 'role'>, wanted: string): Seat {
    const but = new Set([person.id])
    return this.#seatAmong(person, wanted, false, (group) => this.taken(group, but))
  }

  #expectedAs(name: string): { id: string; group: GroupId | null } | null {
    const key = nameKey(name)
    const found = this.#ports.records
      .all('expected')
      .find(([id, row]) => !this.#claimed.has(id) && nameKey(row.name) === key)
    return found ? { id: found[0], group: found[1].group } : null
  }

  #seatAtDoor(role: UserRole, wanted: string | null, before: Person | null): Seat {
    if (before?.seat && (wanted === null || wanted === anyGroup)) return before.seat
    if (wanted !== null) return this.seatFor({ id: before?.id ?? ('' as PersonId), role }, wanted)
    // Members may choose later; a moderator without a place could do nothing.
    if (role === 'moderator') throw new Refusal('seatMissing')
    return null
  }

  #seatAmong(
    { role }: Pick<Person, 'role'>,
    wanted: string | null,
    beyond: boolean,
    takenIn: (group: GroupId) => number,
  ): Seat {
    const { plan } = this.#ports
    if (wanted === null) {
      if (role === 'moderator') throw new Refusal('seatMissing')
      return null
    }
    if (wanted === 'plenum') {
      if (role === 'member') throw new Refusal('seatNotPlenum')
      return role === 'moderator' ? { kind: 'plenum' } : null
    }
    const group = wanted === anyGroup ? emptiest(plan.groups, takenIn) : groupOf(plan, wanted as GroupId)?.id
    if (group === null) throw new Refusal('groupsFull')
    const found = group && groupOf(plan, group)
    if (!found) throw new Refusal('groupUnknown')
    if (role === 'moderator') return { kind: 'group', group: found.id }
    if (role !== 'member') return null
    if (!beyond && freeIn(found, takenIn) === 0) {
      const others = plan.groups.filter((other) => freeIn(other, takenIn) !== 0)
      if (others.length === 0) throw new Refusal('groupsFull')
      throw new Refusal('groupFull', { group: found.id, others: others.map(({ id }) => id).join(', ') })
    }
    return { kind: 'group', group: found.id }
  }

  async #move(moves: readonly Moved[], more: readonly RecordChange[] = []): Promise<Person[]> {
    const moved = moves.map(({ person, seat }) => ({ before: person, person: movedTo(person, seat), seat }))
    const changed = moved.filter(({ before, person }) => !isDeepStrictEqual(before, person))
    const rows = changed.map(({ person }): RecordChange => ({
      table: 'person',
      id: person.id,
      value: person,
    }))
    if (rows.length + more.length > 0) await this.#commit(changed, [...rows, ...more])
    return moved.map(({ person }) => person)
  }

  async #commit(moves: readonly Moved[], changes: readonly RecordChange[]): Promise<void> {
    const members = moves.filter(({ person }) => person.role === 'member')
    for (const { person, seat } of members)
      if (seat?.kind === 'group') this.#coming.set(person.id, seat.group)
    try {
      await this.#ports.records.commit(changes)
    } finally {
      for (const { person } of members) this.#coming.delete(person.id)
    }
    for (const { person } of moves) this.#ports.rooms.reassess(person.id)
  }
}

/** The group that is left stays known: late edits to it are kept, not refused. */
const movedTo = (person: Person, seat: Seat): Person => {
  const left =
    person.seat?.kind === 'group' && !isDeepStrictEqual(person.seat, seat) ? [person.seat.group] : []
  const former = [...new Set([...(person.formerGroups ?? []), ...left])]
  return { ...person, seat, ...(former.length > 0 ? { formerGroups: former } : {}) }
}
