import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CodeAnswer, EventBrief, JoinAnswer, JoinLink, MeAnswer } from '#shared/api.ts'
import type { UserRole } from '#shared/roles.ts'
import { meOf, openVenue } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
beforeAll(async () => {
  venue = await openVenue()
})
afterAll(() => venue.close())

const post = (body: unknown, headers?: Record<string, string>) =>
  venue.call<JoinAnswer>('POST', '/join', body, headers)
const cookieOf = (headers: Headers) => headers.getSetCookie()[0] ?? ''

test('A5 the join page knows the event without a ticket, and nothing else', async () => {
  const { status, body } = await venue.call<EventBrief>('GET', '/event')
  expect(status).toBe(200)
  expect(body.groups.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D'])
  expect(Object.keys(body).sort()).toEqual(
    ['date', 'end', 'groups', 'id', 'language', 'levels', 'start', 'subtitle', 'timezone', 'title'].sort(),
  )
  for (const path of [
    '/me',
    '/plenum',
    '/groups/A/notes',
    '/links',
    '/beamer',
    '/stream',
    '/export/results.md',
  ]) {
    const { status, body } = await venue.call('GET', path)
    expect([path, status, body.error]).toEqual([path, 401, 'ticketMissing'])
  }
  const { body: nothing } = await venue.call('GET', '/no/such')
  expect(nothing.error).toBe('notFound')
})

test('A5 a code tells its role; people type spaces, dashes and capitals', async () => {
  for (const [role, code] of Object.entries(venue.codes)) {
    const { body } = await venue.call<CodeAnswer>('GET', `/codes/${code}`)
    expect(body.role).toBe(role)
  }
  const { member, staff } = venue.codes
  const typed = `${member.slice(0, 3)} ${member.slice(3, 5)}-${member.slice(5)} `
  expect((await venue.call<CodeAnswer>('GET', `/codes/${encodeURIComponent(typed)}`)).body.role).toBe(
    'member',
  )
  expect((await post({ code: staff.toUpperCase(), name: 'Redaktion' })).body.person.role).toBe('staff')
})

test.each<[UserRole, string | undefined, unknown]>([
  ['member', 'A', { kind: 'group', group: 'A' }],
  ['member', undefined, null],
  ['member', '', null],
  ['moderator', 'B', { kind: 'group', group: 'B' }],
  ['moderator', 'plenum', { kind: 'plenum' }],
  ['staff', undefined, null],
  ['staff', 'A', null],
  ['beamer', undefined, null],
])('A5 a %s joins with group %j and sits at %j', async (role, group, seat) => {
  const { status, body, headers } = await post({
    code: venue.codes[role],
    name: ' Kreis\u00adverband 1 ',
    group,
  })
  expect(status).toBe(200)
  expect(body.person).toMatchObject({ role, seat, name: 'Kreis\u00adverband 1' })
  expect(cookieOf(headers)).toMatch(/^leitwand=[\w.-]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
  const me = await meOf(venue.guest(body))
  expect(me.person).toEqual(body.person)
  expect(me.event.groups).toHaveLength(4)
})

test('A5 a beamer needs no name', async () => {
  expect((await post({ code: venue.codes.beamer })).body.person.name).toBe('Beamer')
  expect((await post({ code: venue.codes.beamer, name: '' })).body.person.name).toBe('Beamer')
})

test.each<[string, object, number, string]>([
  ['a wrong code', { code: '000000x', name: 'A', group: 'A' }, 403, 'codeUnknown'],
  ['an empty code', { code: '', name: 'A' }, 403, 'codeUnknown'],
  ['no code', { name: 'A' }, 400, 'badRequest'],
  ['a code that is a list', { code: ['1'], name: 'A' }, 400, 'badRequest'],
  ['a code of 10,000 signs', { code: '1'.repeat(10_000), name: 'A' }, 400, 'badRequest'],
  ['no name', { role: 'member' }, 400, 'nameEmpty'],
  ['an empty name', { role: 'member', name: '' }, 400, 'nameEmpty'],
  ['an invisible name', { role: 'member', name: ' \u200b\u2060\u00ad' }, 400, 'nameEmpty'],
  ['a name that is a number', { role: 'member', name: 7 }, 400, 'nameEmpty'],
  ['a name of 300 signs', { role: 'member', name: 'x'.repeat(300) }, 400, 'nameTooLong'],
  ['a name of 121 emoji', { role: 'member', name: '😀'.repeat(121) }, 400, 'nameTooLong'],
  ['an unknown group', { role: 'member', name: 'A', group: 'Z' }, 400, 'groupUnknown'],
  ['another spelling of a group', { role: 'member', name: 'A', group: 'a' }, 400, 'groupUnknown'],
  ['a path as group', { role: 'member', name: 'A', group: '../plenum' }, 400, 'groupUnknown'],
  ['a member for the Plenum', { role: 'member', name: 'A', group: 'plenum' }, 403, 'seatNotPlenum'],
  ['a moderator without a seat', { role: 'moderator', name: 'A' }, 400, 'seatMissing'],
  ['a group that is an object', { role: 'member', name: 'A', group: {} }, 400, 'badRequest'],
])('A6 %s is refused in a sentence', async (_, { role, ...rest }: { role?: UserRole }, status, error) => {
  const answer = await post({ ...(role ? { code: venue.codes[role] } : {}), ...rest })
  expect([answer.status, answer.body.error]).toEqual([status, error])
  expect(answer.body.message).toMatch(/^[A-ZÄÖÜ].*\.$/)
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('A6 what is no JSON, or too much of it, is refused', async () => {
  const bad = await post('{"code":')
  expect([bad.status, bad.body.error]).toEqual([400, 'badRequest'])
  const big = await post({ code: '1', name: 'x'.repeat(3_000_000) })
  expect([big.status, big.body.error]).toEqual([413, 'tooLarge'])
  const form = await venue.call('POST', '/join', 'code=1&name=A', { 'content-type': 'text/plain' })
  expect([form.status, form.body.error]).toEqual([400, 'badRequest'])
  const odd = await venue.call('GET', '/codes/%E0%A4%A')
  expect([odd.status, odd.body.error]).toEqual([400, 'badRequest'])
})

const edge = JSON.parse(readFileSync(new URL('../data/edge-notes.json', import.meta.url), 'utf8')) as {
  participants: { id: string; name: string; expect: string }[]
}
test.each(edge.participants.map(({ id, name }) => [id, name]))(
  'A6 the name of %s (%j) is taken on one line, or refused in a sentence',
  async (_, name) => {
    const { status, body } = await post({ code: venue.codes.member, name, group: 'A' })
    if (status !== 200) return expect(['nameEmpty', 'nameTooLong']).toContain(body.error)
    const clean = body.person.name
    expect(clean).not.toMatch(/[\u0000-\u001f\u2028]/)
    expect(clean.replace(/\s/g, '')).toBe(name.replace(/[\s\u0000-\u001f]/g, '').toWellFormed())
    expect((await meOf(venue.guest(body))).person.name).toBe(clean)
  },
)

test('A5 the same form sent again from the same browser makes no second person', async () => {
  const form = { code: venue.codes.member, name: 'Ortsverein 3', group: 'C' }
  const first = await post(form)
  const cookie = cookieOf(first.headers).split(';')[0] as string
  const again = await post(form, { cookie })
  expect(again.body.person).toEqual(first.body.person)
  const bySeat = await post({ ...form, group: '' }, { cookie })
  expect(bySeat.body.person.id).toBe(first.body.person.id)
  const { body: me } = await venue.call<MeAnswer>('GET', '/me', undefined, { cookie })
  expect(me.person.id).toBe(first.body.person.id)
  // Somebody else at the same device, or another browser, is somebody else.
  expect((await post({ ...form, name: 'Ortsverein 4' }, { cookie })).body.person.id).not.toBe(
    first.body.person.id,
  )
  expect((await post(form)).body.person.id).not.toBe(first.body.person.id)
  expect((await post({ ...form, code: venue.codes.staff }, { cookie })).body.person.role).toBe('staff')
})

test('A5 one may change the group; members never sit in the Plenum, others have no seat to change', async () => {
  const anna = await venue.join('member', 'Kreisverband 1', 'A')
  expect((await anna.call('POST', '/me/group', { group: 'B' })).body).toMatchObject({
    seat: { kind: 'group', group: 'B' },
  })
  expect((await meOf(anna)).person.seat).toEqual({ kind: 'group', group: 'B' })
  for (const [group, error] of [
    ['Z', 'groupUnknown'],
    ['plenum', 'seatNotPlenum'],
    [7, 'badRequest'],
  ])
    expect((await anna.call('POST', '/me/group', { group })).body.error).toBe(error)
  expect((await meOf(anna)).person.seat).toEqual({ kind: 'group', group: 'B' })
  const moderator = await venue.join('moderator', 'Mod', 'A')
  expect((await moderator.call('POST', '/me/group', { group: 'plenum' })).body).toMatchObject({
    seat: { kind: 'plenum' },
  })
  for (const role of ['staff', 'beamer'] as const) {
    const other = await venue.join(role, 'Jemand')
    const { status, body } = await other.call('POST', '/me/group', { group: 'A' })
    expect([status, body.error]).toEqual([403, 'forbidden'])
  }
})

test('A5, Q21 staff see the links of all roles, everyone else the members’ one', async () => {
  for (const role of ['member', 'moderator', 'staff', 'beamer'] as const) {
    const guest = await venue.join(role, 'Jemand', role === 'moderator' ? 'plenum' : undefined)
    const { body } = await guest.call<JoinLink[]>('GET', '/links')
    const roles = role === 'staff' ? ['member', 'moderator', 'staff', 'beamer', 'beamer'] : ['member']
    expect(body.map((link) => link.role)).toEqual(roles)
    expect(body.map(({ screen }) => screen)).toEqual(role === 'staff' ? [null, null, null, 1, 2] : [null])
    for (const { url, code, qr, screen } of body) {
      expect(url).toBe(`${venue.server.url}/beitreten?code=${code}${screen === 2 ? '&leinwand=2' : ''}`)
      expect(qr).toContain('<svg')
    }
  }
})

test('A9 a page of another origin cannot act with somebody’s cookie', async () => {
  const { headers } = await post({ code: venue.codes.member, name: 'Kreisverband 1', group: 'A' })
  const cookie = cookieOf(headers).split(';')[0] as string
  const move = (origin: string | undefined) =>
    venue.call('POST', '/me/group', { group: 'B' }, { cookie, ...(origin ? { origin } : {}) })
  expect((await move('https://evil.example')).body.error).toBe('foreignOrigin')
  expect((await move('null')).body.error).toBe('foreignOrigin')
  expect((await move(venue.origin)).status).toBe(200)
  expect((await move(undefined)).status).toBe(200)
})

test('A7 wrong codes are limited to 25 a minute from one address, right ones are not', async () => {
  // A venue of its own: the limit counts by address, and all tests share one.
  const other = await openVenue()
  try {
    const name = (at: number) => `Kreisverband ${at}`
    const joins = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        other.call('POST', '/join', { code: other.codes.member, name: name(at), group: 'A' }),
      ),
    )
    expect(joins.map(({ status }) => status)).toEqual(Array(60).fill(200))
    const statuses: number[] = []
    for (let at = 0; at < 27; at++)
      statuses.push(
        (
          await other.call(
            at % 2 ? 'GET' : 'POST',
            at % 2 ? '/codes/1' : '/join',
            at % 2 ? undefined : { code: 'x', name: 'A' },
          )
        ).status,
      )
    expect(statuses).toEqual([...Array(25).fill(403), 429, 429])
    const { status, body } = await other.call('POST', '/join', { code: other.codes.member, name: 'A' })
    expect([status, body.error]).toEqual([429, 'tooManyTries'])
    // Who runs the day has a code beyond guessing and is not locked out by a prankster on the same Wi-Fi.
    expect((await other.join('staff', 'Team')).person.role).toBe('staff')
  } finally {
    await other.close()
  }
})

test('A5 leaving takes the cookie away', async () => {
  const { headers } = await venue.call('POST', '/leave')
  expect(cookieOf(headers)).toMatch(/^leitwand=; Max-Age=0/)
})
