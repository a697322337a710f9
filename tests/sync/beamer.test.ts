import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BeamerAnswer } from '#shared/api.ts'
import { openVenue, type Guest } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
let hall: Guest
let staff: Guest
let moderatorA: Guest
let member: Guest
let wall: Guest
beforeAll(async () => {
  venue = await openVenue()
  hall = await venue.join('moderator', 'Moderation Plenum', 'plenum')
  staff = await venue.join('staff', 'Redaktion')
  moderatorA = await venue.join('moderator', 'Moderation A', 'A')
  member = await venue.join('member', 'Kreisverband 12', 'A')
  wall = await venue.join('beamer', 'Leinwand')
})
afterAll(() => venue.close())

const put = (who: Guest, body: unknown) => who.call<BeamerAnswer>('PUT', '/beamer', body)
const read = async (screen: 1 | 2, who: Guest = wall) =>
  (await who.call<BeamerAnswer>('GET', `/beamer?screen=${screen}`)).body
const group = (id: string, more: Record<string, unknown> = {}) => ({
  kind: 'group',
  group: id,
  view: `${id}1`,
  note: null,
  ...more,
})
const welcome = { kind: 'welcome' }

test('Q9 two screens show different things, each with its own page, zoom, clock and message', async () => {
  const shows = [
    welcome,
    { kind: 'today' },
    { kind: 'groups' },
    group('B', { view: 'plenum' }),
    group('C', { note: 'some-note' }),
    { kind: 'question', item: 'impulse-1' },
    { kind: 'questions', item: 'impulse-2' },
    { kind: 'timer', stage: 'plenum' },
    { kind: 'points', stage: 'plenum' },
    { kind: 'points', stage: 'B' },
    { kind: 'message', text: 'Gleich geht es weiter' },
    { kind: 'blank' },
  ]
  await put(hall, { screen: 2, show: welcome })
  for (const show of shows) {
    expect((await put(hall, { screen: 1, show })).body).toMatchObject({ screen: 1, show })
    expect((await read(1)).show).toEqual(show)
    expect((await read(2)).show).toEqual(welcome)
  }
  await put(staff, { screen: 2, show: group('A'), page: 3, zoom: 2, timer: 'A', message: ' Bitte leiser ' })
  const second = { page: 3, zoom: 2, timer: 'A', message: 'Bitte leiser' }
  expect(await read(2)).toMatchObject(second)
  expect(await read(1)).toMatchObject({ page: 0, zoom: 0, timer: null, message: '' })
  // What lies over a show stays when the show changes; pages begin anew.
  await put(staff, { screen: 2, show: { kind: 'today' } })
  expect(await read(2)).toMatchObject({ ...second, page: 0 })
  await put(staff, { screen: 2, timer: null, message: '', zoom: 0 })
  expect(await read(2)).toMatchObject({ timer: null, message: '', zoom: 0, show: { kind: 'today' } })
})

test('Q9 what is not there is not shown, and nothing changes', async () => {
  const before = await read(1)
  for (const [body, error] of [
    [{ show: group('Z') }, 'groupUnknown'],
    [{ show: group('A', { view: 'B1' }) }, 'badRequest'],
    [{ show: { kind: 'result', id: 'never' } }, 'notFound'],
    [{ show: { kind: 'question', item: 'never' } }, 'badRequest'],
    [{ show: { kind: 'timer', stage: 'Z' } }, 'groupUnknown'],
    [{ show: { kind: 'points', stage: 'Z' } }, 'groupUnknown'],
    [{ show: { kind: 'message', text: ' ' } }, 'badRequest'],
    [{ show: { kind: 'message', text: 'x'.repeat(281) } }, 'badRequest'],
    [{ show: { kind: 'cinema' } }, 'badRequest'],
    [{ timer: 'Z' }, 'groupUnknown'],
    [{ zoom: 9 }, 'badRequest'],
    [{ page: -1 }, 'badRequest'],
    [{ screen: 3 }, 'badRequest'],
    [{ queue: [group('Z')] }, 'groupUnknown'],
  ] as const)
    expect([JSON.stringify(body).slice(0, 60), (await put(hall, body)).body.error]).toEqual([
      JSON.stringify(body).slice(0, 60),
      error,
    ])
  expect(await read(1)).toEqual(before)
})

test('Q9 a group’s moderator shows their own group on the second screen, and steers it as long as it stands there', async () => {
  await put(hall, { screen: 2, show: welcome, message: '', timer: null })
  for (const body of [
    { screen: 1, show: group('A') },
    { screen: 2, show: group('B') },
    { screen: 2, show: { kind: 'timer', stage: 'plenum' } },
    { screen: 2, show: { kind: 'points', stage: 'plenum' } },
    { screen: 2, show: { kind: 'points', stage: 'B' } },
    { screen: 2, message: 'Hallo' },
    { screen: 2, page: 1 },
    { screen: 2, show: group('A'), timer: 'B' },
    { screen: 2, show: group('A'), queue: [welcome] },
  ])
    expect([body, (await put(moderatorA, body)).body.error]).toEqual([body, 'forbidden'])
  expect((await put(moderatorA, { screen: 2, show: group('A') })).status).toBe(200)
  expect(
    (await put(moderatorA, { screen: 2, page: 1, zoom: 1, timer: 'A', message: 'Bitte lesen' })).status,
  ).toBe(200)
  for (const kind of ['timer', 'points'])
    expect((await put(moderatorA, { screen: 2, show: { kind, stage: 'A' } })).status).toBe(200)
  await put(hall, { screen: 2, show: group('B') })
  expect((await put(moderatorA, { screen: 2, zoom: 2 })).body.error).toBe('forbidden')
})

test('Q9 members and screens steer nothing; everyone who has joined reads, and only those who steer know what comes next', async () => {
  const queue = [group('B'), { kind: 'groups' }]
  expect((await put(hall, { queue })).status).toBe(200)
  for (const who of [member, wall]) {
    expect((await put(who, { show: welcome })).body.error).toBe('forbidden')
    expect((await put(who, { page: 1 })).body.error).toBe('forbidden')
    expect((await read(1, who)).queue).toEqual([])
  }
  for (const who of [staff, moderatorA]) expect((await read(1, who)).queue).toEqual(queue)
  expect((await venue.call('GET', '/beamer')).status).toBe(401)
})

test('Q9 of two who show the next at once one is first, and the other is told', async () => {
  await put(hall, { show: welcome, queue: [{ kind: 'today' }, { kind: 'groups' }] })
  const { queue, version } = await read(1, hall)
  const next = { show: queue[0], queue: queue.slice(1), version }
  const answers = await Promise.all([put(hall, next), put(staff, next)])
  expect(answers.map(({ body }) => body.error).sort()).toEqual(['outdated', undefined])
  expect(await read(1, hall)).toMatchObject({ show: { kind: 'today' }, queue: [{ kind: 'groups' }] })
})
