import { expect, test } from 'vitest'
import type { GroupId, PersonId } from '#shared/ids.ts'
import type { Place } from '#shared/place.ts'
import { can, may, openDay, runs, steers, type Deed, type Holder } from '#shared/roles.ts'

const seat = (group: string) => ({ kind: 'group', group: group as GroupId }) as const
const holder = (role: Holder['role'], seat: Holder['seat']): Holder => ({ id: 'me' as PersonId, role, seat })
const holders: Record<string, Holder> = {
  'member of A': holder('member', seat('A')),
  'member, no group': holder('member', null),
  'moderator of A': holder('moderator', seat('A')),
  'moderator Plenum': holder('moderator', { kind: 'plenum' }),
  staff: holder('staff', null),
  beamer: holder('beamer', null),
}
const places: Record<string, Place> = {
  'own draft': { kind: 'draft', person: 'me' as PersonId },
  'other draft': { kind: 'draft', person: 'you' as PersonId },
  'group A': { kind: 'group', group: 'A' as GroupId },
  'group B': { kind: 'group', group: 'B' as GroupId },
  gathered: { kind: 'gathered' },
  plenum: { kind: 'plenum' },
  approach: { kind: 'approach' },
}

// w: reads and writes · r: reads · –: neither · f: writes until the Plenum is frozen, then reads
const documents = `
                   own draft  other draft  group A  group B  gathered  plenum  approach
member of A        w          –            w        r        r         r       –
member, no group   w          –            r        r        r         r       –
moderator of A     r          –            w        r        r         r       –
moderator Plenum   r          –            r        r        r         f       –
staff              r          –            w        w        r         f       w
beamer             r          –            r        r        r         r       –
`

// x: may give the command
const commands = `
                   chooseGroup  shapePlenum  finalise  steerBeamer  seeLinks  seeJoinCode  export  seeLate  eraseNotes  seeControl  notify  shapeAgenda  seatPeople  setUp  ask  orderQuestions  prepare  discuss  propose  readMinutes
member of A        x            –            –         –            –         x            –       –        –           –           –       –            –           –      x    –               –        x        x        –
member, no group   x            –            –         –            –         x            –       –        –           –           –       –            –           –      x    –               –        x        x        –
moderator of A     x            –            –         x            –         x            –       x        x           x           x       –            –           –      x    x               x        x        x        x
moderator Plenum   x            x            x         x            –         x            –       x        x           x           x       –            –           –      x    x               x        x        x        x
staff              –            x            x         x            x         x            x       x        x           x           x       x            x           x      x    x               x        x        x        x
beamer             –            –            –         –            –         x            –       –        –           –           –       –            –           –      –    –               –        –        –        –
`

/** Columns are as wide as their heads; names may hold single spaces. */
const cellsOf = (table: string): [row: string, column: string, cell: string][] => {
  const [head, ...rows] = table.split('\n').filter((line) => line.trim() !== '')
  const columns = [...(head as string).matchAll(/\S+(?: \S+)*/g)].map(
    (match) => [match[0], match.index] as const,
  )
  return rows.flatMap((row) =>
    columns.map(([column, at]): [string, string, string] => [
      row.slice(0, 19).trim(),
      column,
      row[at] as string,
    ]),
  )
}

test.each(cellsOf(documents))('A2 %s in %s: %s', (who, where, rights) => {
  const [me, place] = [holders[who] as Holder, places[where] as Place]
  const rightsWhen = (plenumFrozen: boolean) => {
    const day = { ...openDay, plenumFrozen }
    if (can(me, day, 'write', place)) return can(me, day, 'read', place) ? 'w' : 'only write'
    return can(me, day, 'read', place) ? 'r' : '–'
  }
  expect([rightsWhen(false), rightsWhen(true)]).toEqual(rights === 'f' ? ['w', 'r'] : [rights, rights])
})

test.each(cellsOf(commands))('A3 %s gives the command %s: %s', (who, deed, right) => {
  expect(may(holders[who] as Holder, deed as Deed) ? 'x' : '–').toBe(right)
})

test('A2 a phase takes the board of a group from its members, never from those who lead it', () => {
  const closed = { ...openDay, membersMayWrite: (group: GroupId) => group !== 'A' }
  const writes = Object.entries(holders).filter(([, who]) =>
    can(who, closed, 'write', { kind: 'group', group: 'A' as GroupId }),
  )
  expect(writes.map(([name]) => name)).toEqual(['moderator of A', 'staff'])
  const member = holder('member', seat('B'))
  expect(can(member, closed, 'write', { kind: 'group', group: 'B' as GroupId })).toBe(true)
  expect(can(member, openDay, 'write', { kind: 'group', group: 'B' as GroupId })).toBe(true)
})

test('A3 groups are led by their moderators and staff, the Plenum by its own', () => {
  const leads = (where: GroupId | 'plenum') =>
    Object.entries(holders).flatMap(([name, who]) => (runs(who, where) ? [name] : []))
  expect(leads('A' as GroupId)).toEqual(['moderator of A', 'staff'])
  expect(leads('B' as GroupId)).toEqual(['staff'])
  expect(leads('plenum')).toEqual(['moderator Plenum', 'staff'])
})

// Who may put a show about everyone, about A and about B on the first and on the second screen.
const screens = `
                   1 all  1 A  1 B  2 all  2 A  2 B
member of A        –      –    –    –      –    –
member, no group   –      –    –    –      –    –
moderator of A     –      –    –    –      x    –
moderator Plenum   x      x    x    x      x    x
staff              x      x    x    x      x    x
beamer             –      –    –    –      –    –
`

test.each(cellsOf(screens))('Q9 %s steers screen %s: %s', (who, what, right) => {
  const [screen, about] = what.split(' ')
  const group = about === 'all' ? null : (about as GroupId)
  expect(steers(holders[who] as Holder, screen === '1' ? 1 : 2, group) ? 'x' : '–').toBe(right)
})

test('A2, A3 the tables are complete', () => {
  expect(cellsOf(documents)).toHaveLength(Object.keys(holders).length * Object.keys(places).length)
  expect(new Set(cellsOf(commands).map(([who]) => who))).toEqual(new Set(Object.keys(holders)))
  expect(new Set(cellsOf(commands).map(([, deed]) => deed)).size).toBe(20)
})
