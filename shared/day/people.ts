import type { GroupId, LevelId, PersonId } from '../ids.ts'
import type { Seat, UserRole } from '../roles.ts'
import { parseName } from '../personName.ts'
import type { Group } from '../template.ts'
import { nameKey } from './joining.ts'

/** Somebody on the list who has not come yet. */
export type ExpectedPerson = { readonly name: string; readonly group: GroupId | null }
export type PersonOnList = {
  readonly id: PersonId
  readonly name: string
  readonly role: UserRole
  readonly seat: Seat
  readonly level: LevelId | null
  readonly joinedAt: number
}
/** GET /api/people: everyone who is really there, and who is expected. */
export type PeopleAnswer = {
  readonly people: readonly PersonOnList[]
  readonly expected: readonly (ExpectedPerson & { readonly id: string })[]
  /** Members who sit there, and places that are kept for those who are expected. */
  readonly groups: readonly { readonly id: GroupId; readonly here: number; readonly kept: number }[]
}
/** PUT /api/people/expected: who was here already and has been seated. */
export type ExpectedAnswer = { readonly seated: number; readonly expected: number }

export type ListFault = {
  /** Counted from 1. */
  readonly line: number
  readonly text: string
  readonly why: 'nameEmpty' | 'nameTooLong' | 'groupUnknown' | 'twice'
}
export type ParsedList = { readonly people: readonly ExpectedPerson[]; readonly faults: readonly ListFault[] }

/** One a line: `Name; Gruppe`, or two columns of a table. The group may be its letter, "AG B" or its title, or missing. */
export const parsePeopleList = (text: string, groups: readonly Pick<Group, 'id' | 'title'>[]): ParsedList => {
  const people: ExpectedPerson[] = []
  const faults: ListFault[] = []
  const seen = new Set<string>()
  for (const [at, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    if (raw.trim() === '') continue
    const fault = (why: ListFault['why']) => faults.push({ line: at + 1, text: raw.trim(), why })
    // Empty columns at the end.
    const row = raw.replace(/[\s;]+$/, '')
    const cut = row.includes('\t') ? row.indexOf('\t') : row.lastIndexOf(';')
    const parsed = parseName(unquoted(cut < 0 ? row : row.slice(0, cut)))
    if ('fault' in parsed) {
      fault(parsed.fault)
      continue
    }
    const wanted = cut < 0 ? '' : unquoted(row.slice(cut + 1))
    const found = wanted === '' ? null : groupNamed(wanted, groups)
    if (found === undefined) fault('groupUnknown')
    else if (seen.has(nameKey(parsed.name))) fault('twice')
    else {
      seen.add(nameKey(parsed.name))
      people.push({ name: parsed.name, group: found })
    }
  }
  return { people, faults }
}

/** Tables put text with commas into quotation marks. */
const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')
    .trim()

const groupNamed = (words: string, groups: readonly Pick<Group, 'id' | 'title'>[]): GroupId | undefined => {
  const wanted = nameKey(words)
  const letter = wanted.replace(/^(ag|arbeitsgruppe|gruppe|group)\b[\s.:-]*/, '')
  const isNamed = ({ id, title }: Pick<Group, 'id' | 'title'>) =>
    [
      nameKey(id),
      nameKey(title),
      `${nameKey(id)}: ${nameKey(title)}`,
      `${nameKey(id)} ${nameKey(title)}`,
    ].some((name) => name === wanted || name === letter)
  return groups.find(isNamed)?.id
}
