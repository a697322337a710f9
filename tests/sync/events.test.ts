import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote } from '#shared/board.ts'
import type { EventFact, EventsAnswer, TemplateAnswer } from '#shared/day/eventsApi.ts'
import type { NotesAnswer } from '#shared/api.ts'
import { startServer } from '../../server/startServer.ts'
import { readConfig } from '../../server/config.ts'
import { openVenue, settingsIn, soon, Venue, type Guest } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
let staff: Guest
beforeAll(async () => {
  venue = await openVenue()
  staff = await venue.join('staff', 'Bundesverband, Team Fachtag')
})
afterAll(() => venue.close())

const codeIn = (url: string) => new URL(url).searchParams.get('code') ?? ''
const templateOf = async (id: string, who = staff) =>
  (await who.call<TemplateAnswer>('GET', `/events/${id}/template`)).body.template as Record<string, unknown>
const home = () => venue.server.plan.id

/** Another event, and somebody of its staff. */
const another = async (id: string, title = 'Fachtag Pflege') => {
  const { status, body } = await staff.call<EventFact>('POST', `/events/${home()}/copy`, {
    id,
    title,
    date: '2027-03-04',
  })
  expect(status).toBe(200)
  const joined = await venue.call('POST', '/join', {
    code: codeIn(body.staffUrl),
    name: 'Landesverband, Team',
  })
  return { fact: body, staff: venue.guest(joined.body as never) }
}

test('N1 events on one server are strictly apart: people, codes, tickets, cards and documents', async () => {
  const other = await another('pflege')
  expect(other.staff.event).toMatchObject({ id: 'pflege', title: 'Fachtag Pflege', date: '2027-03-04' })
  const links = await other.staff.call<readonly { role: string; code: string }[]>('GET', '/links')
  const code = links.body.find(({ role }) => role === 'member')?.code ?? ''
  expect(code).not.toBe(venue.codes.member)
  const member = venue.guest(
    (await venue.call('POST', '/join', { code, name: 'Kreisverband 12', group: 'A' })).body as never,
  )
  expect(member.event.id).toBe('pflege')
  expect((await venue.call('GET', `/event?code=${code}`)).body).toMatchObject({ id: 'pflege' })
  expect((await venue.call('GET', '/event')).body).toMatchObject({ id: home() })

  const board = await member.open('group/A')
  addNote(board.doc, {
    id: 'only-there' as never,
    question: 'A1' as never,
    kind: 'idea' as never,
    createdAt: 1,
    blocks: [{ type: 'paragraph', spans: [{ text: 'Nur hier' }] }],
  })
  const there = async () => (await member.call<NotesAnswer>('GET', '/groups/A/notes')).body.notes
  await soon('the card', async () => (await there()).length === 1)
  expect((await staff.call<NotesAnswer>('GET', '/groups/A/notes')).body.notes).toEqual([])

  // A ticket of one opens no document of the other, whatever its role.
  const [mine, theirs] = [`${home()}/group/A`, 'pflege/group/A']
  const endOf = async (room: string, ticket: string) =>
    (await venue.socket(`/sync/${room}?ticket=${ticket}`)).ended
  expect(await endOf(theirs, staff.ticket)).toBe(4401)
  expect(await endOf(mine, other.staff.ticket)).toBe(4401)
  expect(await endOf('nowhere/group/A', staff.ticket)).toBe(4404)
  // What was made in an event knows nothing of it, nor of what else was made there.
  const seen = await other.staff.call<EventsAnswer>('GET', '/events')
  expect(seen.body.events.map(({ id }) => id)).toEqual(['pflege'])
  expect((await other.staff.call('GET', `/events/${home()}/template`)).status).toBe(404)
  expect((await other.staff.call('POST', `/events/${home()}/reset`)).status).toBe(404)
})

test('N1 what cannot be read is refused in a sentence, whichever event it is meant for', async () => {
  const broken = await venue.call('POST', '/join', '{"code":')
  expect([broken.status, broken.body.error]).toEqual([400, 'badRequest'])
  for (const path of ['/codes/%zz', '/codes/%E0%A4', '/event?code=%zz'])
    expect((await venue.call('GET', path)).headers.get('content-type'), path).toContain('json')
})

test('N2 an event goes out as JSON and comes in again identical; a copy has its set-up and nothing else', async () => {
  const first = await templateOf(home())
  const copy = await another('kopie', 'Kopie')
  const copied = await templateOf('kopie')
  expect(copied).toEqual({ ...first, id: 'kopie', title: 'Kopie', date: '2027-03-04' })
  const { body: facts } = await staff.call<EventsAnswer>('GET', '/events')
  expect(facts.events.find(({ id }) => id === 'kopie')).toMatchObject({ people: 0, notes: 0, isThis: false })
  expect(copy.fact.isRehearsal).toBe(false)

  const sent = { ...copied, id: 'hinein', unknownField: { kept: ['as', 'it', 'is'] } }
  const made = await staff.call<EventFact>('POST', '/events', { template: JSON.parse(JSON.stringify(sent)) })
  expect(made.status).toBe(200)
  expect(await templateOf('hinein')).toEqual(sent)

  const again = await staff.call('POST', '/events', { template: sent })
  expect([again.status, again.body.error]).toEqual([409, 'eventTaken'])
  // Two clicks, or a call that is sent again, make one event and one set of codes.
  const twice = await Promise.all(
    [1, 2].map(() => staff.call<EventFact>('POST', '/events', { template: { ...sent, id: 'doppelt' } })),
  )
  expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const staffCode = codeIn(twice.find(({ status }) => status === 200)?.body.staffUrl ?? '')
  expect((await venue.call('GET', `/event?code=${staffCode}`)).body).toMatchObject({ id: 'doppelt' })
  const broken = await staff.call('POST', '/events', { template: { ...sent, id: 'kaputt', groups: [] } })
  expect([broken.status, broken.body.error]).toEqual([400, 'templateUnusable'])
  expect(broken.body.params?.['faults']).toContain('groups')
})

test('N3 a rehearsal has made-up people and cards, and one click empties it, in the file as well', async () => {
  // Two clicks make one.
  const clicks = [1, 2].map(() => staff.call<EventFact>('POST', `/events/${home()}/rehearsal`))
  const [{ status, body }, again] = (await Promise.all(clicks)) as [
    Awaited<(typeof clicks)[0]>,
    Awaited<(typeof clicks)[0]>,
  ]
  expect([status, again.body.id]).toEqual([200, body.id])
  expect(body.isRehearsal).toBe(true)
  const factOf = async () =>
    (await staff.call<EventsAnswer>('GET', '/events')).body.events.find(({ id }) => id === body.id)
  const before = await factOf()
  expect(before).toMatchObject({ people: 24, notes: 45 })
  const guest = venue.guest(
    (await venue.call('POST', '/join', { code: codeIn(body.staffUrl), name: 'Landesverband 3' }))
      .body as never,
  )
  const board = await guest.open('group/A')
  const secret = 'Diese Karte verschwindet'
  addNote(board.doc, {
    id: 'gone' as never,
    question: 'A1' as never,
    kind: 'idea' as never,
    createdAt: 1,
    blocks: [{ type: 'paragraph', spans: [{ text: secret }] }],
  })
  await soon('the card', async () => (await factOf())?.notes === 46)
  board.leave()

  // Two clicks empty it, and the made-up people come once.
  const resets = await Promise.all([1, 2].map(() => staff.call('POST', `/events/${body.id}/reset`)))
  expect(resets.map(({ status }) => status)).toEqual([200, 200])
  expect(await factOf()).toMatchObject({ people: 24, notes: 45, staffUrl: body.staffUrl })
  expect((await guest.call('GET', '/me')).status).toBe(401)
  const files = readdirSync(venue.dataDir).filter((name) => name.startsWith('leitwand.sqlite'))
  for (const file of files)
    expect(readFileSync(join(venue.dataDir, file)).includes(Buffer.from(secret)), file).toBe(false)
  // Only rehearsals are emptied.
  const real = await staff.call('POST', `/events/${home()}/reset`)
  expect([real.status, real.body.error]).toEqual([403, 'forbidden'])
}, 120_000)

test('N4 a plan is changed while the event stands; what is in use stays, and who was overtaken is told', async () => {
  const { staff: own } = await another('aendern')
  const seen = await templateOf('aendern', own)
  const put = (template: object, before: object = seen) =>
    own.call('PUT', '/events/aendern/template', { template, seen: before })
  const groups = seen['groups'] as readonly { id: string; title: string }[]
  const renamed = {
    ...seen,
    groups: groups.map((group) => (group.id === 'A' ? { ...group, title: 'Neu' } : group)),
  }
  expect((await put(renamed)).status).toBe(200)
  expect(
    (await own.call<{ event: { groups: { title: string }[] } }>('GET', '/me')).body.event.groups[0]?.title,
  ).toBe('Neu')
  const late = await put({ ...seen, title: 'Zu spät' })
  expect([late.status, late.body.error]).toEqual([409, 'outdated'])
  const other = await put({ ...renamed, id: 'anders' }, renamed)
  expect([other.status, other.body.error]).toEqual([400, 'badRequest'])

  const links = await own.call<readonly { role: string; code: string }[]>('GET', '/links')
  const code = links.body.find(({ role }) => role === 'member')?.code
  await venue.call('POST', '/join', { code, name: 'Kreisverband 1', group: 'B' })
  const without = (id: string) => ({ ...renamed, groups: groups.filter((group) => group.id !== id) })
  const inUse = await put(without('B'), renamed)
  expect([inUse.status, inUse.body.error]).toEqual([409, 'groupInUse'])
  expect((await put(without('D'), renamed)).status).toBe(200)
  expect((await own.call('GET', '/groups/D/notes')).body.error).toBe('groupUnknown')
})

test('N4 a Teilfrage with cards on it is not dropped', async () => {
  const { staff: own } = await another('teilfragen')
  const seen = await templateOf('teilfragen', own)
  const groups = seen['groups'] as readonly { id: string; questions: readonly { id: string }[] }[]
  const board = await own.open('group/A')
  addNote(board.doc, {
    id: 'kept' as never,
    question: 'A2' as never,
    kind: 'idea' as never,
    createdAt: 1,
    blocks: [{ type: 'paragraph', spans: [{ text: 'Bleibt' }] }],
  })
  type Listed = { readonly notes: readonly unknown[] }
  const notes = async () => (await own.call<Listed>('GET', '/groups/A/notes')).body.notes
  await soon('the card', async () => (await notes()).length === 1)
  board.leave()
  const without = (question: string) =>
    own.call('PUT', '/events/teilfragen/template', {
      template: {
        ...seen,
        groups: groups.map((group) => ({
          ...group,
          questions: group.questions.filter(({ id }) => id !== question),
        })),
      },
      seen,
    })
  const refused = await without('A2')
  expect([refused.status, refused.body.error]).toEqual([409, 'questionInUse'])
  expect((await without('A3')).status).toBe(200)
})

test('N4 neither a phase that runs nor a talk that was asked about is dropped', async () => {
  const { staff: own } = await another('behalten')
  type Listed = Readonly<Record<'phases' | 'agenda', readonly { id: string; hasQuestions?: boolean }[]>>
  const seen = (await templateOf('behalten', own)) as Listed
  const without = (list: keyof Listed, id: string) =>
    own.call('PUT', '/events/behalten/template', {
      template: { ...seen, [list]: seen[list].filter((one) => one.id !== id) },
      seen,
    })
  await own.call('POST', '/stages/A/phase', { phase: 'collect' })
  const talk = seen.agenda.find(({ hasQuestions }) => hasQuestions)?.id ?? ''
  const asked = await own.call<{ id: string }>('POST', '/questions', { item: talk, text: 'Wie geht das?' })
  const phase = await without('phases', 'collect')
  expect([phase.status, phase.body.error, phase.body.params]).toEqual([
    409,
    'phaseInUse',
    { phase: 'Sammeln' },
  ])
  const item = await without('agenda', talk)
  expect([item.status, item.body.error]).toEqual([409, 'talkInUse'])
  expect(await templateOf('behalten', own)).toEqual(seen)
  // Over and taken back, both may go.
  await own.call('POST', '/stages/A/end', {})
  await own.call('DELETE', `/questions/${asked.body.id}`, {})
  expect((await without('phases', 'collect')).status).toBe(200)
})

test('N5 only staff set up events', async () => {
  for (const role of ['member', 'moderator', 'beamer'] as const) {
    const guest = await venue.join(role, `Gast ${role}`, role === 'moderator' ? 'A' : undefined)
    for (const [method, path, body] of [
      ['GET', '/events'],
      ['POST', '/events', { template: {} }],
      ['POST', `/events/${home()}/copy`, { id: 'x', title: 'x', date: '2027-01-01' }],
      ['GET', `/events/${home()}/template`],
      ['PUT', `/events/${home()}/template`, { template: {}, seen: {} }],
      ['POST', `/events/${home()}/rehearsal`],
      ['POST', `/events/${home()}/reset`],
    ] as const) {
      const answer = await guest.call(method, path, body)
      expect([role, method, path, answer.status]).toEqual([role, method, path, 403])
    }
  }
})

test('N6 after a new start all events are there, the first one first', async () => {
  const settings = settingsIn(venue.dataDir)
  const facts = (await staff.call<EventsAnswer>('GET', '/events')).body.events
  venue.leave()
  await venue.server.close()
  const server = await startServer(readConfig(settings))
  try {
    const again = new Venue(server.origin, server.links)
    expect(server.plan.id).toBe('zukunft-wohlfahrt')
    const same = await again.call<EventsAnswer>('GET', '/events', undefined, {
      authorization: `Bearer ${staff.ticket}`,
    })
    const plain = (events: readonly EventFact[]) =>
      events.map(({ id, people, notes }) => ({ id, people, notes }))
    expect(plain(same.body.events)).toEqual(plain(facts))
  } finally {
    await server.close()
  }
})
