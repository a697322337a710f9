import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ControlAnswer } from '#shared/day/control.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { PhaseState } from '#shared/day/phaseState.ts'
import type { UserRole } from '#shared/roles.ts'
import { addNote, notesOf } from '#shared/board.ts'
import type { KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { startServer } from '../../server/startServer.ts'
import { readConfig } from '../../server/config.ts'
import { docSays, meOf, openVenue, settingsIn, soon, Venue, type Guest } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
const guests: Record<string, Guest> = {}
const guest = (name: string) => guests[name] as Guest
beforeAll(async () => {
  venue = await openVenue()
  const people: [string, UserRole, string | undefined][] = [
    ['member of A', 'member', 'A'],
    ['other of A', 'member', 'A'],
    ['member of B', 'member', 'B'],
    ['member, no group', 'member', undefined],
    ['moderator of A', 'moderator', 'A'],
    ['moderator Plenum', 'moderator', 'plenum'],
    ['staff', 'staff', undefined],
    ['beamer', 'beamer', undefined],
  ]
  for (const [name, role, group] of people) guests[name] = await venue.join(role, name, group)
})
afterAll(() => venue.close())

const say = (name: string, path: string, body: unknown = {}) =>
  guest(name).call<PhaseState>('POST', path, body)
const start = (stage: string, phase: string, more = {}) =>
  say('staff', `/stages/${stage}/phase`, { phase, ...more })
const dayOf = async (name: string) => (await guest(name).call<DayAnswer>('GET', '/day')).body
const controlOf = async (name: string) => (await guest(name).call<ControlAnswer>('GET', '/control')).body
const note = (text: string, question: string | null) => ({
  id: text.replace(/\W/g, '') as NoteId,
  question: question as QuestionId | null,
  kind: 'idea' as KindId,
  createdAt: 1,
  blocks: parseNoteText(text),
})

// y: may · -: refused with a sentence. "done" is for members of the stage alone.
const rights = `
                   lead A  lead B  lead plenum  done A  done plenum  notices  shift  control
member of A        -       -       -            y       y            -        -      -
member of B        -       -       -            -       y            -        -      -
member, no group   -       -       -            -       y            -        -      -
moderator of A     y       -       -            -       -            y        -      y
moderator Plenum   -       -       y            -       -            y        -      y
staff              y       y       y            -       -            y        y      y
beamer             -       -       -            -       -            -        -      -
`
const cells = rights
  .split('\n')
  .filter((line) => line.trim() !== '')
  .flatMap((row, _at, [head = '']) =>
    row === head
      ? []
      : [...head.matchAll(/\S+( \S+)?/g)].map(({ 0: deed, index }): [string, string, string] => [
          row.slice(0, 19).trim(),
          deed,
          row[index] ?? '',
        ]),
  )

test.each(cells)('F4 %s: %s: %s', async (who, deed, right) => {
  const [verb, stage = ''] = deed.split(' ')
  if (verb === 'done') await start(stage, stage === 'plenum' ? 'plenum-open' : 'arrive')
  type Ask = () => Promise<{ status: number; body: { message?: string } }>
  const asks: Record<string, readonly Ask[]> = {
    lead: [
      () => say(who, `/stages/${stage}/phase`, { phase: stage === 'plenum' ? 'plenum-open' : 'arrive' }),
      () => say(who, `/stages/${stage}/extend`, { minutes: 1 }),
      () => say(who, `/stages/${stage}/members`, { members: 'read' }),
      () => say(who, `/stages/${stage}/rapporteur`, { person: null }),
      () => say(who, `/stages/${stage}/end`),
    ],
    done: [() => say(who, `/stages/${stage}/done`, { done: true })],
    notices: [
      () => say(who, '/notices', { text: 'Hallo', to: 'B' }),
      () => say(who, '/notices', { text: 'Hallo', to: null }),
    ],
    shift: [() => say(who, '/day/shift', { minutes: 5 })],
    control: [() => guest(who).call('GET', '/control')],
  }
  // One after the other: what is sent at once may arrive in any order.
  for (const ask of asks[verb as string] ?? []) {
    const answer = await ask()
    expect(answer.status).toBe(right === 'y' ? 200 : 403)
    if (right !== 'y') expect(answer.body.message).toMatch(/^[A-ZÄÖÜ].*\.$/)
  }
})

test('F4 nobody without a ticket, and no stage that is none', async () => {
  expect((await venue.call('POST', '/stages/A/phase', { phase: 'arrive' })).status).toBe(401)
  expect((await say('staff', '/stages/Z/phase', { phase: 'arrive' })).body.error).toBe('groupUnknown')
  expect((await say('staff', '/stages/A/phase', { phase: 'plenum-open' })).body.error).toBe('notFound')
  for (const body of [{ phase: 7 }, {}, { phase: 'arrive', round: -1 }])
    expect((await say('staff', '/stages/A/phase', body)).body.error).toBe('badRequest')
  expect((await say('staff', '/stages/A/extend', { minutes: 0.5 })).body.error).toBe('badRequest')
})

test('F1 what is meant for a round that is over is refused, and started twice without a round counts once', async () => {
  const round = (await start('C', 'collect')).body.round
  expect((await start('C', 'cluster', { round })).body).toMatchObject({ phase: 'cluster', round: round + 1 })
  for (const [path, body] of [
    ['phase', { phase: 'cluster', round }],
    ['extend', { minutes: 5, round }],
    ['members', { members: 'read', round }],
    ['end', { round }],
  ] as const) {
    const refused = await say('staff', `/stages/C/${path}`, body)
    expect([refused.status, refused.body.error]).toEqual([409, 'outdated'])
  }
  // A double click of a program that does not say what it saw.
  const twice = await Promise.all([start('C', 'formulate'), start('C', 'formulate')])
  expect(twice.map(({ body }) => body.round)).toEqual([round + 2, round + 2])
  // Of two moderators who extend at once one is told.
  const { endsAt } = twice[0].body
  const both = await Promise.all([1, 2].map(() => say('staff', '/stages/C/extend', { minutes: 5, endsAt })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await dayOf('beamer')).phases['C' as never]).toMatchObject({ endsAt: endsAt + 5 * 60_000 })
  await say('staff', '/stages/C/end')
  expect((await say('staff', '/stages/C/extend', { minutes: 5 })).body.error).toBe('noPhase')
  expect((await start('C', 'arrive')).body.round).toBe(round + 3)
})

test('F5 rights change for everyone who is connected as soon as a phase begins, and back', async () => {
  await say('staff', '/stages/A/end')
  const member = await guest('member of A').open('group/A')
  const moderator = await guest('moderator of A').open('group/A')
  addNote(member.doc, note('Vorher', 'A1'))
  await docSays('the note', moderator, (doc) => doc.getMap('notes').has('Vorher'))
  await start('A', 'prioritise')
  addNote(member.doc, note('Zu spät', 'A1'))
  expect(await member.closed).toBe(4403)
  addNote(moderator.doc, note('Moderation', 'A1'))
  const reader = await guest('other of A').open('group/A')
  await docSays('the moderator’s note', reader, (doc) => doc.getMap('notes').has('Moderation'))
  expect(moderator.doc.getMap('notes').has('Zuspt')).toBe(false)
  await say('moderator of A', '/stages/A/members', { members: 'write' })
  addNote(reader.doc, note('Wieder', 'A1'))
  await docSays('the member’s note', moderator, (doc) => doc.getMap('notes').has('Wieder'))
  for (const live of [member, moderator, reader]) live.leave()
})

test('F6 "Fertig" counts current members of the round, once each', async () => {
  const { round } = (await start('A', 'cluster')).body
  const done = (who: string, body: object) => say(who, '/stages/A/done', body)
  await Promise.all([done('member of A', { done: true, round }), done('member of A', { done: true, round })])
  await done('other of A', { done: true })
  expect(await dayOf('moderator of A')).toMatchObject({ done: { A: 2 }, people: { A: 2 }, imDone: [] })
  expect((await dayOf('other of A')).imDone).toEqual(['A'])
  await done('other of A', { done: false })
  const mover = await venue.join('member', 'Wechselt', 'A')
  await mover.call('POST', '/stages/A/done', { done: true })
  expect(await dayOf('staff')).toMatchObject({ done: { A: 2 }, people: { A: 3 } })
  await mover.call('POST', '/me/group', { group: 'B' })
  expect(await dayOf('staff')).toMatchObject({ done: { A: 1 }, people: { A: 2 } })
  await start('A', 'collect', { round })
  expect((await dayOf('staff')).done).toMatchObject({ A: 0 })
  expect((await done('member of A', { done: true, round })).body.error).toBe('outdated')
})

test('F10 the rapporteur is a member of the group, stays through phases, and is named to all', async () => {
  await start('A', 'arrive')
  const name = (who: string) =>
    say('moderator of A', '/stages/A/rapporteur', { person: guest(who).person.id })
  for (const who of ['member of B', 'moderator of A', 'staff'])
    expect((await name(who)).body.error).toBe('notInGroup')
  expect((await name('other of A')).status).toBe(200)
  await start('A', 'wrap-up')
  await say('staff', '/stages/A/end')
  await start('A', 'collect')
  expect((await dayOf('member of B')).rapporteurs).toEqual({ A: 'other of A' })
  const mover = await venue.join('member', 'Geht bald', 'A')
  await say('staff', '/stages/A/rapporteur', { person: mover.person.id })
  await mover.call('POST', '/me/group', { group: 'B' })
  expect((await dayOf('member of B')).rapporteurs).toEqual({})
})

test('F9 messages reach those concerned, newest first, once each', async () => {
  const send = (text: string, to: string | null, key?: string) =>
    say('moderator of A', '/notices', { text, to, ...(key && { key }) })
  await Promise.all([send('An alle <b>', null, 'key-12345678'), send('An alle <b>', null, 'key-12345678')])
  await send('An B', 'B')
  const heard = async (who: string) => (await dayOf(who)).notices.map(({ text }) => text).slice(0, 2)
  expect(await heard('member of B')).toEqual(['An B', 'An alle <b>'])
  expect((await heard('member of A'))[0]).toBe('An alle <b>')
  await send('Etwas anderes unter demselben Schlüssel', null, 'key-12345678')
  expect((await dayOf('member of A')).notices.filter(({ text }) => text === 'An alle <b>')).toHaveLength(1)
  expect((await send(' \u200b ', null)).body.error).toBe('noticeText')
  expect((await send('x'.repeat(301), null)).body.error).toBe('noticeText')
  expect((await send('Hallo', 'Z')).body.error).toBe('groupUnknown')
})

test('F8 the control room counts people, devices and cards of every group, and no contents', async () => {
  await start('B', 'cluster')
  const seen = async () => (await controlOf('moderator Plenum')).groups.find(({ group }) => group === 'B')
  const before = await seen()
  const live = await guest('member of B').open('group/B')
  const moderator = await guest('staff').open('group/B')
  addNote(live.doc, note('Eins', 'B1'))
  addNote(live.doc, note('Zwei', 'B1'))
  addNote(live.doc, note('Ohne Frage', null))
  live.provider.awareness.setLocalStateField('unsaved', 3)
  const after = await soon('the counts', async () => {
    const row = await seen()
    return row && row.unsaved === 1 && row.notes[0]?.count === 2 && row.parked === 1 ? row : null
  })
  expect(after.notes.slice(1).every(({ count }) => count === 0)).toBe(true)
  expect(after.people).toEqual({ seated: before?.people.seated, present: 1 })
  expect(after.isLed).toBe(false)
  // Whoever asks is here.
  const asked = (await controlOf('moderator of A')).groups.find(({ group }) => group === 'A')
  expect(asked?.isLed).toBe(true)
  expect(JSON.stringify(await controlOf('staff'))).not.toContain('Eins')
  notesOf(live.doc).get('Eins')?.set('forPlenum', 'a5')
  await soon('the mark', async () => (await seen())?.marked === 1)
  live.leave()
  await soon('the member to be away', async () => (await seen())?.people.present === 0)
  moderator.leave()
  // Whoever collects hidden is here as well, in a room of their own.
  await start('B', 'collect')
  const own = await guest('member of B').open(`draft/${guest('member of B').person.id}`)
  addNote(own.doc, note('Geheim', 'B1'))
  const hidden = await soon('the draft', async () => {
    const row = await seen()
    return row?.drafts?.notes === 1 ? row : null
  })
  expect([hidden.people.present, hidden.drafts?.writers]).toEqual([1, 1])
  expect(JSON.stringify(hidden)).not.toContain('Geheim')
  own.leave()
})

test('F3 one shift moves every timer that runs by five minutes, once for one wish', async () => {
  await start('A', 'cluster')
  await start('D', 'formulate')
  const timers = async () => {
    const { phases } = await dayOf('staff')
    return ['A', 'D'].map((stage) => phases[stage as never as 'plenum']?.endsAt ?? 0)
  }
  const before = await timers()
  await Promise.all([1, 2].map(() => say('staff', '/day/shift', { minutes: 5, key: 'wish-87654321' })))
  expect(await timers()).toEqual(before.map((at) => at + 5 * 60_000))
  await say('staff', '/day/shift', { minutes: -5 })
  expect(await timers()).toEqual(before)
  // The shipped event's day is long over: its agenda stays as it was.
  expect((await meOf(guest('staff'))).event.agenda[0]?.start).toBe('09:30')
})

test('F2 many commands in random orders, a restart in between: what the rows say is what was answered', async () => {
  const dataDir = venue.dataDir
  let server = venue.server
  let here = new Venue(server.origin, server.links)
  let staff = here.guest(guest('staff'))
  const phases = ['arrive', 'collect', 'cluster', 'prioritise', 'formulate', 'wrap-up']
  const command = fc.oneof(
    fc.record({
      path: fc.constant('phase'),
      body: fc.record({ phase: fc.constantFrom(...phases), isFresh: fc.boolean() }),
    }),
    fc.record({ path: fc.constant('extend'), body: fc.record({ minutes: fc.constantFrom(-5, -1, 1, 5) }) }),
    fc.record({
      path: fc.constant('members'),
      body: fc.record({ members: fc.constantFrom('read', 'write') }),
    }),
    fc.record({ path: fc.constant('end'), body: fc.constant({}) }),
    fc.record({ path: fc.constant('restart'), body: fc.constant({}) }),
  )
  const stateNow = async () =>
    (await staff.call<DayAnswer>('GET', '/day')).body.phases['D' as never] as PhaseState | undefined
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
      let told = await stateNow()
      let rounds = told?.round ?? 0
      for (const { path, body } of commands) {
        if (path === 'restart') {
          await server.close()
          server = await startServer(readConfig(settingsIn(dataDir)))
          here = new Venue(server.origin, server.links)
          staff = here.guest(guest('staff'))
        } else {
          const { isFresh = true, ...rest } = body as { isFresh?: boolean }
          const round = isFresh ? (told?.round ?? 0) : (told?.round ?? 0) + 7
          const { status, body: answer } = await staff.call<PhaseState>('POST', `/stages/D/${path}`, {
            ...rest,
            round,
          })
          const isMeaningful = isFresh && (told !== undefined || path === 'phase' || path === 'end')
          expect(status).toBe(isMeaningful ? 200 : 409)
          if (status === 200 && path === 'phase') {
            expect(answer.round).toBeGreaterThan(rounds)
            rounds = answer.round
          }
          if (status === 200) told = path === 'end' ? undefined : answer
        }
        expect(await stateNow()).toEqual(told)
      }
    }),
    { numRuns: 8 },
  )
  await server.close()
}, 120_000)
