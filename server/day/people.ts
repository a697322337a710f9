import type { Person } from '#shared/api.ts'
import { unsentDrafts } from '#shared/day/drafts.ts'
import { nameKey } from '#shared/day/joining.ts'
import type { ExpectedAnswer, ExpectedPerson, PeopleAnswer } from '#shared/day/people.ts'
import { parseName } from '#shared/commands.ts'
import type { GroupId, PersonId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import type { RecordChange } from '../records.ts'
import type { DayPorts } from './day.ts'
import { isIn, type Seating } from './seating.ts'

/** Everyone who is really there: devices at a projector are nobody. */
export const peopleAnswer = ({ records, plan }: DayPorts): PeopleAnswer => {
  const rows = records.all('person').map(([, person]) => person)
  const expected = records.all('expected').map(([id, row]) => ({ ...row, id }))
  return {
    people: rows
      .filter(({ role }) => role !== 'beamer')
      .map(({ id, name, role, seat, level, joinedAt }) => ({
        id,
        name,
        role,
        seat,
        level: level ?? null,
        joinedAt,
      })),
    expected,
    groups: plan.groups.map(({ id }) => ({
      id,
      here: rows.filter((person) => person.role === 'member' && isIn(person, id)).length,
      kept: expected.filter(({ group }) => group === id).length,
    })),
  }
}

/** The person of a row, or a sentence that there is none any more. */
export const personAt = ({ records }: DayPorts, id: string): Person => {
  const person = records.get('person', id)
  if (!person) throw new Refusal('notFound')
  return person
}

type RawList = readonly { readonly name: string; readonly group: string | null }[]

/** A new list of expected people. Who is here already, under a name of their own, sits down where it says. */
export const expect = async (
  ports: DayPorts,
  seating: Seating,
  raw: RawList,
  beyond: boolean,
): Promise<ExpectedAnswer> => {
  const { records, plan, newId } = ports
  const list = raw.map((row) => expectedIn(ports, row))
  const members = records.all('person').flatMap(([, person]) => (person.role === 'member' ? [person] : []))
  const called = Map.groupBy(members, ({ name }) => nameKey(name))
  const coming: ExpectedPerson[] = []
  const moves: { person: Person; seat: { kind: 'group'; group: GroupId } }[] = []
  const listed = new Map(list.map((row) => [nameKey(row.name), row]))
  for (const [key, row] of listed) {
    const [only, another] = called.get(key) ?? []
    if (!only) coming.push(row)
    else if (!another && row.group && !isIn(only, row.group))
      moves.push({ person: only, seat: { kind: 'group', group: row.group } })
  }
  const moving = new Set(moves.map(({ person }) => person.id))
  const after = (group: GroupId) =>
    seating.seated(group, moving) +
    moves.filter(({ seat }) => seat.group === group).length +
    coming.filter((row) => row.group === group).length
  const isOver = ({ id, capacity }: { id: GroupId; capacity: number | null }) =>
    capacity !== null && after(id) > capacity && after(id) > seating.taken(id)
  const over = beyond ? undefined : plan.groups.find(isOver)
  if (over) {
    const open = plan.groups.filter(({ id, capacity }) => capacity === null || after(id) < capacity)
    throw open.length === 0
      ? new Refusal('groupsFull')
      : new Refusal('groupFull', { group: over.id, others: open.map(({ id }) => id).join(', ') })
  }
  const old = records.all('expected')
  const known = new Map(old.map(([id, row]) => [nameKey(row.name), id]))
  const kept = new Set(coming.map(({ name }) => nameKey(name)))
  await seating.seatEach(moves, [
    ...old
      .filter(([, row]) => !kept.has(nameKey(row.name)))
      .map(([id]): RecordChange => ({ table: 'expected', id, value: null })),
    ...coming.map((value): RecordChange => ({
      table: 'expected',
      id: known.get(nameKey(value.name)) ?? newId(),
      value,
    })),
  ])
  return { seated: moves.length, expected: coming.length }
}

const expectedIn = ({ plan }: DayPorts, { name, group }: RawList[number]): ExpectedPerson => {
  const parsed = parseName(name)
  if ('fault' in parsed) throw new Refusal(parsed.fault)
  if (group !== null && !plan.groups.some(({ id }) => id === group)) throw new Refusal('groupUnknown')
  return { name: parsed.name, group: group as GroupId | null }
}

/** Takes somebody out of the list who has left nothing behind: who has, is merged instead. */
export const removePerson = async (ports: DayPorts, person: Person): Promise<void> => {
  const { records, rooms } = ports
  await demandNoDrafts(ports, person)
  if (leftBy(ports, person.id).length > 0) throw new Refusal('personHasWork', { name: person.name })
  await records.commit([{ table: 'person', id: person.id, value: null }])
  rooms.reassess(person.id)
}

/**
 * Two rows of one human become one: everything the double has written belongs to the other, and its devices go on
 * as the other.
 */
export const mergePeople = async (
  ports: DayPorts,
  double: Person,
  into: Person,
  supportOf: SupportOf,
): Promise<Person> => {
  const { records, rooms } = ports
  if (double.id === into.id || double.role !== into.role) throw new Refusal('peopleDiffer')
  await demandNoDrafts(ports, double)
  const left = double.seat?.kind === 'group' ? [double.seat.group] : []
  const former = [...new Set([...(into.formerGroups ?? []), ...(double.formerGroups ?? []), ...left])]
  const merged: Person = {
    ...double,
    ...into,
    seat: into.seat ?? double.seat,
    joinedAt: Math.min(into.joinedAt, double.joinedAt),
    ...(former.length > 0 ? { formerGroups: former } : {}),
  }
  await records.commit([
    ...leftBy(ports, double.id).flatMap((row) => handedOver(ports, row, double.id, into.id)),
    ...supportHandedOver(ports, double.id, into.id, supportOf),
    ...records
      .all('alias')
      .filter(([, alias]) => alias.into === double.id)
      .map(([id]): RecordChange => ({ table: 'alias', id, value: { into: into.id } })),
    { table: 'alias', id: double.id, value: { into: into.id } },
    { table: 'person', id: double.id, value: null },
    { table: 'person', id: into.id, value: merged },
  ])
  rooms.reassess(double.id)
  rooms.reassess(into.id)
  return merged
}

/** What nobody else sees has no other author: it would be lost. */
const demandNoDrafts = async ({ rooms, plan }: DayPorts, { id, name, role }: Person): Promise<void> => {
  if (role !== 'member') return
  const room = await rooms.place({ kind: 'draft', person: id })
  const notes = await room.read((doc) => unsentDrafts(doc, plan))
  if (notes.length > 0) throw new Refusal('personHasDrafts', { name })
}

/** Rows that name this person: as a value that says whose they are, or in their id. */
const leftBy = ({ records }: DayPorts, person: PersonId): Exclude<RecordChange, { value: null }>[] => {
  const owned = (['note', 'comment', 'audienceQuestion', 'proposal', 'late'] as const).flatMap((table) =>
    records.all(table).flatMap(([id, value]) => (value.person === person ? [{ table, id, value }] : [])),
  )
  const keyed = (['ballot', 'done'] as const).flatMap((table) =>
    records.all(table).flatMap(([id, value]) => (id.endsWith(`/${person}`) ? [{ table, id, value }] : [])),
  )
  const leading = records
    .all('phase')
    .flatMap(([id, value]) => (value.rapporteur === person ? [{ table: 'phase' as const, id, value }] : []))
  return [...owned, ...keyed, ...leading] as Exclude<RecordChange, { value: null }>[]
}

/** One human has one ballot, one hand and one voice: where both have one, that of the other stays. */
const handedOver = (
  { records }: DayPorts,
  { table, id, value }: RecordChange,
  from: PersonId,
  to: PersonId,
): RecordChange[] => {
  if (value === null) return []
  if (table === 'phase') return [{ table, id, value: { ...value, rapporteur: to } }]
  if (table === 'ballot' || table === 'done') {
    const own = id.slice(0, -from.length) + to
    const taken = records.get(table, own) ? [] : [{ table, id: own, value } as RecordChange]
    return [{ table, id, value: null }, ...taken]
  }
  return [{ table, id, value: { ...value, person: to } } as RecordChange]
}

/** The row of somebody's support for a question: who it is can be found only by whoever knows them. */
type SupportOf = (question: string, person: PersonId) => string

/** One human supports a question once. */
const supportHandedOver = (
  { records }: DayPorts,
  from: PersonId,
  to: PersonId,
  supportOf: SupportOf,
): RecordChange[] =>
  records.all('audienceQuestion').flatMap(([question]): RecordChange[] => {
    const id = supportOf(question, from)
    const value = records.get('support', id)
    if (!value) return []
    return [
      { table: 'support', id, value: null },
      { table: 'support', id: supportOf(question, to), value },
    ]
  })
