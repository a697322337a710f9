import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventBrief, JoinAnswer, MeAnswer, Person } from '#shared/api.ts'
import { addNote, notesOf } from '#shared/board.ts'
import type { SignsAnswer, TransferAnswer } from '#shared/day/joining.ts'
import type { PeopleAnswer } from '#shared/day/people.ts'
import type { KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import {
  docSays,
  freshFolder,
  meOf,
  notesOfGroup,
  openVenue,
  soon,
  type Guest,
  type Live,
} from '../kit/venue.ts'

type Venue = Awaited<ReturnType<typeof openVenue>>
let venue: Venue
let staff: Guest
const folder = freshFolder()
const small = join(folder.path, 'small.json')

/** The shipped day with rooms that have an end. */
const writeTemplate = (capacities: readonly (number | null)[]) => {
  const shipped = new URL('../../shared/templates/zukunft-wohlfahrt.json', import.meta.url)
  const template = JSON.parse(readFileSync(shipped, 'utf8')) as { groups: { capacity?: number | null }[] }
  template.groups.forEach((group, at) => (group.capacity = capacities[at] ?? null))
  writeFileSync(small, JSON.stringify(template))
}
const openSmall = (capacities: readonly (number | null)[]) => {
  writeTemplate(capacities)
  return openVenue({ EVENT_TEMPLATE: small })
}
beforeAll(async () => {
  venue = await openVenue()
  staff = await venue.join('staff', 'Veranstaltungsteam')
})
afterAll(async () => {
  await venue.close()
  folder.remove()
})

const writeNote = ({ doc }: Live, question: string, text: string) =>
  addNote(doc, {
    id: `n-${question}-${doc.clientID}` as NoteId,
    question: question as QuestionId,
    kind: 'idea' as KindId,
    createdAt: 1,
    blocks: parseNoteText(text),
  })
const join_ = (at: Venue, name: string, group?: string, more: object = {}) =>
  at.call<JoinAnswer>('POST', '/join', { code: at.codes.member, name, group, ...more })
const peopleOf = async (guest: Guest) => (await guest.call<PeopleAnswer>('GET', '/people')).body
const named = ({ people }: PeopleAnswer, name: string) => people.filter((person) => person.name === name)
const seatOf = (person: Pick<Person, 'seat'> | undefined) =>
  person?.seat?.kind === 'group' ? person.seat.group : null

test('T3 52 who join at once to wherever there is room leave four groups even, and are 52 people', async () => {
  const at = await openVenue()
  try {
    const joins = await Promise.all(Array.from({ length: 52 }, (_, i) => join_(at, `Kreisverband ${i}`, '*')))
    expect(joins.map(({ status }) => status)).toEqual(Array(52).fill(200))
    const list = await peopleOf(await at.join('staff', 'Team'))
    expect(list.groups.map(({ here }) => here)).toEqual([13, 13, 13, 13])
    expect(list.people.filter(({ role }) => role === 'member')).toHaveLength(52)
  } finally {
    await at.close()
  }
}, 120_000)

test('T3 of many who want the last places no more get them than fit, and the others are told where there is room', async () => {
  const at = await openSmall([5, 3, null, 1])
  try {
    const joins = await Promise.all(Array.from({ length: 20 }, (_, i) => join_(at, `Kreisverband ${i}`, 'B')))
    expect(joins.filter(({ status }) => status === 200)).toHaveLength(3)
    const refused = joins.filter(({ status }) => status === 409)
    expect(refused).toHaveLength(17)
    expect(new Set(refused.map(({ body }) => body.message))).toEqual(
      new Set(['Die Arbeitsgruppe B ist voll. Platz ist noch in: A, C, D.']),
    )
    const { body: brief } = await at.call<EventBrief>('GET', '/event')
    expect(brief.groups.map(({ free }) => free)).toEqual([5, 0, null, 1])
    // Changing over is counted as well, also both ways at once.
    const guests = await Promise.all(Array.from({ length: 6 }, (_, i) => at.join('member', `OV ${i}`, 'C')))
    const moves = await Promise.all(guests.map((guest) => guest.call('POST', '/me/group', { group: 'D' })))
    expect(moves.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(moves.find(({ status }) => status !== 200)?.body.error).toBe('groupFull')
    // Staff are asked before they put more people into a room than fit.
    const team = await at.join('staff', 'Team')
    const someone = guests[0]?.person.id
    expect((await team.call('POST', `/people/${someone}/seat`, { group: 'B' })).body.error).toBe('groupFull')
    expect((await team.call('POST', `/people/${someone}/seat`, { group: 'B', beyond: true })).status).toBe(
      200,
    )
    expect((await peopleOf(team)).groups.map(({ here }) => here)[1]).toBe(4)
  } finally {
    await at.close()
  }
})

test('T3 staff spread those without a group evenly over the room that is left', async () => {
  const at = await openSmall([null, 3, null, 1])
  try {
    const team = await at.join('staff', 'Team')
    await at.join('member', 'Schon da', 'A')
    const guests = await Promise.all(Array.from({ length: 9 }, (_, i) => at.join('member', `OV ${i}`)))
    const people = guests.map(({ person }) => person.id)
    expect((await team.call('POST', '/people/seats', { people, group: '*' })).status).toBe(200)
    expect((await peopleOf(team)).groups.map(({ here }) => here)).toEqual([3, 3, 3, 1])
  } finally {
    await at.close()
  }
})

test('T3 when every group is full, that is said', async () => {
  const at = await openSmall([1, 1, 1, 1])
  try {
    for (const group of ['A', '*', '*', '*']) expect((await join_(at, 'OV', group)).status).toBe(200)
    for (const group of ['A', '*'])
      expect((await join_(at, 'OV 9', group)).body.message).toMatch(/^Alle Arbeitsgruppen sind voll\./)
    // Later is always possible.
    expect((await join_(at, 'OV 9')).status).toBe(200)
  } finally {
    await at.close()
  }
})

test('T4 a form that is sent again after a lost answer makes no second person, also both at once', async () => {
  const attempt = 'a1b2c3d4e5f6g7h8i9j0'
  const [one, two] = await Promise.all([
    join_(venue, 'Landesverband 7', 'A', { attempt }),
    join_(venue, 'Landesverband 7', 'A', { attempt }),
  ])
  expect(two?.body.person.id).toBe(one?.body.person.id)
  // The answer was lost, the name is corrected: still the same human.
  const fixed = await join_(venue, 'Landesverband 77', 'B', { attempt })
  expect(fixed.body.person).toMatchObject({ id: one?.body.person.id, name: 'Landesverband 77' })
  const list = await peopleOf(staff)
  expect(
    [named(list, 'Landesverband 7'), named(list, 'Landesverband 77')].map(({ length }) => length),
  ).toEqual([0, 1])
  const other = await join_(venue, 'Landesverband 77', 'B', { attempt: 'another-form-of-somebody' })
  expect(other.body.person.id).not.toBe(one?.body.person.id)
})

test('T4 scanning the code of another room moves the same person; "Nicht ich?" makes one more and touches nobody', async () => {
  const first = await join_(venue, 'Kreisverband 31', 'A')
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] as string
  const again = await venue.call<JoinAnswer>(
    'POST',
    '/join',
    { code: venue.codes.member, name: 'Kreisverband 31', group: 'C' },
    { cookie },
  )
  expect(again.body.person).toMatchObject({ id: first.body.person.id, seat: { group: 'C' } })
  // A shared laptop: the cookie is given back before the next one joins.
  const next = await join_(venue, 'Kreisverband 31', 'B')
  expect(next.body.person.id).not.toBe(first.body.person.id)
  expect((await meOf(venue.guest(first.body))).person).toMatchObject({ seat: { group: 'C' } })
})

test('T5 six digits bring the same person to another device; both go on, once only', async () => {
  const phone = await venue.join('member', 'Ortsverein 8', 'D')
  const { body: offer } = await phone.call<TransferAnswer>('POST', '/me/transfer')
  expect(offer.code).toMatch(/^\d{6}$/)
  expect(offer.url).toContain(`/beitreten?umzug=${offer.code}`)
  const taken = await venue.call<JoinAnswer>('POST', '/transfer', { code: offer.code })
  expect(taken.body.person).toEqual(phone.person)
  expect(taken.headers.getSetCookie()[0]).toMatch(/^leitwand=/)
  const laptop = venue.guest(taken.body)
  expect((await meOf(laptop)).person.id).toBe((await meOf(phone)).person.id)
  expect(named(await peopleOf(staff), 'Ortsverein 8')).toHaveLength(1)
  const twice = await venue.call('POST', '/transfer', { code: offer.code })
  expect([twice.status, twice.body.error]).toEqual([403, 'transferUnknown'])
  expect((await venue.call('POST', '/me/transfer')).body.error).toBe('ticketMissing')
  const beamer = await venue.join('beamer', 'Leinwand')
  expect((await beamer.call('POST', '/me/transfer')).body.error).toBe('forbidden')
})

test('T5 guessing transfer codes is limited by address, together with all other codes', async () => {
  const at = await openVenue()
  try {
    const { body: offer } = await (
      await at.join('member', 'OV 1')
    ).call<TransferAnswer>('POST', '/me/transfer')
    const tries: number[] = []
    for (let i = 0; i < 26; i++)
      tries.push(
        (i % 2 ? await at.call('POST', '/transfer', { code: `x${i}` }) : await at.call('GET', `/codes/x${i}`))
          .status,
      )
    expect(tries).toEqual([...Array(25).fill(403), 429])
    expect((await at.call('POST', '/transfer', { code: offer.code })).body.error).toBe('tooManyTries')
  } finally {
    await at.close()
  }
})

test('T6 whoever joins under a name of the list sits where it says, in a place that was kept', async () => {
  const at = await openSmall([2, 1, null, null])
  try {
    const team = await at.join('staff', 'Team')
    const here = await at.join('member', 'Kreisverband 1')
    const list = [
      { name: 'kreisverband  1', group: 'A' },
      { name: 'Kreisverband 2', group: 'B' },
      { name: 'Kreisverband 3', group: null },
    ]
    const { body } = await team.call('PUT', '/people/expected', { list })
    expect(body).toEqual({ seated: 1, expected: 2 })
    expect((await meOf(here)).person.seat).toEqual({ kind: 'group', group: 'A' })
    expect((await join_(at, 'Ortsverein 9', 'B')).body.error).toBe('groupFull')
    const second = await join_(at, 'KREISVERBAND 2', 'C')
    expect(seatOf(second.body.person)).toBe('B')
    expect(seatOf((await join_(at, 'Kreisverband 3', 'C')).body.person)).toBe('C')
    expect((await peopleOf(team)).expected).toEqual([])
    // One place, one person: the next one of this name chooses.
    expect(seatOf((await join_(at, 'Kreisverband 2', 'C')).body.person)).toBe('C')
    const tooMany = { list: ['x', 'y'].map((name) => ({ name, group: 'A' })) }
    expect((await team.call('PUT', '/people/expected', tooMany)).body.error).toBe('groupFull')
    expect((await team.call('PUT', '/people/expected', { ...tooMany, beyond: true })).status).toBe(200)
    expect((await team.call('PUT', '/people/expected', { list: [] })).body).toEqual({
      seated: 0,
      expected: 0,
    })
    expect((await peopleOf(team)).expected).toEqual([])
  } finally {
    await at.close()
  }
})

test('T7 staff seat one or many at once, all or nobody; rights on the board follow at once', async () => {
  const [anna, ben] = await Promise.all([
    venue.join('member', 'Kreisverband 41', 'A'),
    venue.join('member', 'Kreisverband 42'),
  ])
  const board = await anna.open('group/A')
  const people = [anna.person.id, ben.person.id]
  const moved = await staff.call<{ people: Person[] }>('POST', '/people/seats', { people, group: 'B' })
  expect(moved.body.people.map(seatOf)).toEqual(['B', 'B'])
  expect((await meOf(anna)).person).toMatchObject({ seat: { group: 'B' }, formerGroups: ['A'] })
  // What is written in A now is too late there; in B it is taken.
  writeNote(board, 'A1', 'Zu spät')
  const own = await anna.open('group/B')
  writeNote(own, 'B1', 'Angekommen')
  const facts = await soon('the note in B', async () => {
    const notes = await notesOfGroup(anna, 'B')
    return notes.some(({ isMine }) => isMine) && notes
  })
  expect(facts.filter(({ isMine }) => isMine)).toHaveLength(1)
  await board.closed
  expect((await notesOfGroup(anna, 'A')).filter(({ isMine }) => isMine)).toEqual([])
  const nobody = await staff.call('POST', '/people/seats', { people: [...people, 'nobody'], group: 'C' })
  expect(nobody.body.error).toBe('notFound')
  expect(seatOf((await meOf(ben)).person)).toBe('B')
  expect((await staff.call('POST', `/people/${ben.person.id}/seat`, { group: null })).body).toMatchObject({
    seat: null,
  })
  expect((await staff.call('POST', `/people/${ben.person.id}/seat`, { group: 'plenum' })).body.error).toBe(
    'seatNotPlenum',
  )
  expect((await staff.call('POST', `/people/${staff.person.id}/seat`, { group: 'A' })).body.error).toBe(
    'badRequest',
  )
})

// x: is answered · r: is refused
const matrix = `
                           member  moderator  staff  beamer  nobody
GET    /people             r       x          x      r       r
GET    /signs              r       x          x      r       r
POST   /people/seats       r       r          x      r       r
POST   /people/ID/seat     r       r          x      r       r
PUT    /people/expected    r       r          x      r       r
POST   /people/ID/merge    r       r          x      r       r
PATCH  /agenda/lunch       r       r          x      r       r
DELETE /people/ID          r       r          x      r       r
`
const cells = matrix
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/))

test.each(cells)('T7 %s %s: member %s, moderator %s, staff %s, beamer %s, nobody %s', async (...cell) => {
  const [method, path, ...rights] = cell as [string, string, ...string[]]
  for (const [at, role] of (['member', 'moderator', 'staff', 'beamer', null] as const).entries()) {
    const target = await venue.join('member', 'Ziel', 'A')
    const into = await venue.join('member', 'Ziel', 'A')
    const bodies: Record<string, object> = {
      '/people/seats': { people: [target.person.id], group: 'B' },
      '/people/ID/seat': { group: 'B' },
      '/people/expected': { list: [] },
      '/people/ID/merge': { into: into.person.id },
      '/agenda/lunch': { title: `Mittagessen für ${role}` },
    }
    const guest = role && (await venue.join(role, 'Jemand', role === 'moderator' ? 'A' : undefined))
    const asked = path.replace('ID', target.person.id)
    const { status } = await (guest ?? venue).call(method, asked, bodies[path])
    expect([role, status]).toEqual([role, rights[at] === 'x' ? 200 : role ? 403 : 401])
    if (rights[at] === 'r') expect((await meOf(target)).person).toEqual(target.person)
  }
})

test('T8 two rows of one human become one: what both wrote stays theirs, both devices go on', async () => {
  const [phone, laptop] = await Promise.all([
    venue.join('member', 'Kreisverband 51', 'C'),
    venue.join('member', 'Kreisverband 51'),
  ])
  const board = await phone.open('group/C')
  writeNote(board, 'C1', 'Vom Telefon')
  await soon('the note', async () => (await notesOfGroup(phone, 'C')).find(({ isMine }) => isMine))
  const gone = await staff.call('DELETE', `/people/${phone.person.id}`)
  expect(gone.body.message).toMatch(/^Kreisverband 51 hat schon etwas geschrieben\./)
  const { body } = await staff.call<Person>('POST', `/people/${phone.person.id}/merge`, {
    into: laptop.person.id,
  })
  expect(body).toMatchObject({ id: laptop.person.id, seat: { group: 'C' } })
  for (const device of [phone, laptop]) {
    expect((await meOf(device)).person.id).toBe(laptop.person.id)
    expect((await notesOfGroup(device, 'C')).filter(({ isMine }) => isMine)).toHaveLength(1)
  }
  expect(named(await peopleOf(staff), 'Kreisverband 51')).toHaveLength(1)
  const moderator = await venue.join('moderator', 'Moderation', 'A')
  const odd = await staff.call('POST', `/people/${moderator.person.id}/merge`, { into: laptop.person.id })
  expect(odd.body.error).toBe('peopleDiffer')
  const self = await staff.call('POST', `/people/${laptop.person.id}/merge`, { into: laptop.person.id })
  expect(self.body.error).toBe('peopleDiffer')
})

test('T8 cards that nobody else sees yet are never lost with a double: merging waits until they are sent', async () => {
  const [double, other] = await Promise.all([
    venue.join('member', 'Kreisverband 71', 'D'),
    venue.join('member', 'Kreisverband 71', 'D'),
  ])
  const draft = await double.open(`draft/${double.person.id}`)
  writeNote(draft, 'D1', 'Noch für mich')
  const merge = () => staff.call('POST', `/people/${double.person.id}/merge`, { into: other.person.id })
  // The server has it as soon as a second reader gets it.
  const again = await double.open(`draft/${double.person.id}`)
  await docSays('the draft', again, (doc) => doc.getMap('notes').size === 1)
  expect((await merge()).body.error).toBe('personHasDrafts')
  expect((await staff.call('DELETE', `/people/${double.person.id}`)).body.error).toBe('personHasDrafts')
  notesOf(draft.doc).delete(`n-D1-${draft.doc.clientID}`)
  await docSays('the empty draft', again, (doc) => doc.getMap('notes').size === 0)
  expect((await merge()).status).toBe(200)
})

test('T8 who never came is taken off the list, and may come again; nobody takes away themselves', async () => {
  const guest = await venue.join('member', 'Kreisverband 61', 'C')
  expect((await staff.call('DELETE', `/people/${guest.person.id}`)).status).toBe(200)
  const { body, status } = await guest.call<MeAnswer>('GET', '/me')
  expect([status, body.error]).toEqual([401, 'ticketForged'])
  expect(named(await peopleOf(staff), 'Kreisverband 61')).toEqual([])
  expect((await venue.join('member', 'Kreisverband 61', 'C')).person.id).not.toBe(guest.person.id)
  expect((await staff.call('DELETE', `/people/${staff.person.id}`)).body.error).toBe('forbidden')
})

test('T9 every room has a sign of its own, and a level is kept only where the plan asks for it', async () => {
  const { body } = await staff.call<SignsAnswer>('GET', '/signs')
  expect(body.code).toBe(venue.codes.member)
  expect(body.groups.map(({ url }) => new URL(url).searchParams.get('gruppe'))).toEqual(['A', 'B', 'C', 'D'])
  for (const { qr } of body.groups) expect(qr).toContain('<svg')
  expect((await join_(venue, 'OV', 'A', { level: 'district' })).body.person.level).toBe('district')
  expect((await join_(venue, 'OV', 'A', { level: 'nonsense' })).body.person.level).toBeUndefined()
})
