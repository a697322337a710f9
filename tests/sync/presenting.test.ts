import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BeamerAnswer } from '#shared/api.ts'
import type { NoteRef } from '#shared/ids.ts'
import type { MinutesAnswer } from '#shared/plenum/minutesAnswer.ts'
import type { PresentingAnswer } from '#shared/plenum/presentingAnswer.ts'
import type { Result } from '#shared/result.ts'
import { readConfig } from '../../server/config.ts'
import { startServer } from '../../server/startServer.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { freshFolder, settingsIn, soon, Venue, type Guest } from '../kit/venue.ts'

let day: Awaited<ReturnType<typeof openPlenumDay>>
const people: Record<string, Guest> = {}
let notes: NoteRef[]
let result: Result
beforeAll(async () => {
  day = await openPlenumDay()
  people['member'] = await day.join('member', 'Kreisverband 1', 'A')
  people['member without a group'] = await day.join('member', 'Kreisverband 2')
  people['moderator A'] = await day.join('moderator', 'Moderation A', 'A')
  people['plenum'] = day.moderator
  people['staff'] = day.staff
  people['beamer'] = await day.join('beamer', 'Beamer')
  notes = [await day.mark('A', 'Erste'), await day.mark('A', 'Zweite'), await day.mark('B', 'Dritte')]
  result = await day.make(notes[1] as NoteRef, notes[2] as NoteRef)
})
afterAll(() => day.close())

const who = (name: string) => people[name] as Guest
const read = async (guest: Guest = who('member')) =>
  (await guest.call<PresentingAnswer>('GET', '/plenum/presenting')).body
const lead = (body: unknown, guest: Guest = day.moderator) =>
  guest.call<PresentingAnswer>('PUT', '/plenum/presenting', body)
const mark = (guest: Guest, target: string, on = true) =>
  guest.call<PresentingAnswer>('PUT', '/plenum/discuss', { target, on })
const wall = async () => (await who('beamer').call<BeamerAnswer>('GET', '/beamer')).body
const group = (id: string, note: string | null = null) => ({ kind: 'group', group: id, note })

test('P40 who leads, who marks and who reads: everybody, at every command', async () => {
  const answers: Record<string, unknown[]> = {}
  for (const [name, guest] of Object.entries(people)) {
    const said = async (method: string, path: string, body?: unknown) =>
      (await guest.call(method, path, body)).body.error ?? 'done'
    answers[name] = [
      await said('GET', '/plenum/presenting'),
      await said('PUT', '/plenum/presenting', { now: group('A') }),
      await said('PUT', '/plenum/discuss', { target: notes[0], on: true }),
      await said('PUT', '/plenum/discuss', { target: notes[0], on: false }),
    ]
  }
  const marks = ['done', 'forbidden', 'done', 'done']
  const leads = ['done', 'done', 'done', 'done']
  expect(answers).toEqual({
    member: marks,
    'member without a group': marks,
    'moderator A': marks,
    plenum: leads,
    staff: leads,
    beamer: ['done', 'forbidden', 'forbidden', 'forbidden'],
  })
  for (const path of ['/plenum/presenting', '/plenum/discuss'])
    expect((await day.call('PUT', path, {})).body.error).toBe('ticketMissing')
  expect((await day.call('GET', '/plenum/presenting')).body.error).toBe('ticketMissing')
})

test('P41 leading changes the row, the screen and the minutes together, and is read by everyone', async () => {
  const { body } = await lead({ now: group('B'), beamer: true })
  expect(body.now).toEqual(group('B'))
  expect(body.order).toEqual(['A', 'B', 'C', 'D'])
  expect((await read()).now).toEqual(group('B'))
  expect(await wall()).toMatchObject({ show: { ...group('B'), view: 'plenum' }, page: 0 })
  await lead({ now: group('B', notes[2] as string), beamer: true })
  expect((await wall()).show).toEqual({ ...group('B', 'n3'), view: 'plenum' })
  await lead({ now: { kind: 'result', id: result.id }, beamer: true })
  expect((await wall()).show).toEqual({ kind: 'result', id: result.id })
  // Without the screen: it shows what it showed. Later it is brought there by the same door.
  await lead({ now: group('A') })
  expect((await wall()).show).toEqual({ kind: 'result', id: result.id })
  await lead({ beamer: true })
  expect((await wall()).show).toEqual({ ...group('A'), view: 'plenum' })
  expect((await lead({ order: ['D', 'B'] })).body.order).toEqual(['D', 'B', 'A', 'C'])
  const free = await lead({ now: null })
  expect(free.body).toMatchObject({ now: null, timer: null })
})

test('P41 the minutes hold one line for each group and result, as it was called, and none for a card', async () => {
  const lines = async () => {
    const { body } = await day.staff.call<MinutesAnswer>('GET', '/plenum/minutes')
    return body.lines.filter(({ fact }) => fact.kind === 'presented')
  }
  await lead({ now: null })
  const before = (await lines()).length
  await lead({ now: group('A') })
  await lead({ now: group('A', notes[0] as string) })
  await lead({ now: group('A') })
  await lead({ now: { kind: 'result', id: result.id } })
  await lead({ now: { kind: 'result', id: result.id } })
  const told = (await lines()).slice(before)
  expect(told.map(({ fact, name }) => [fact, name])).toEqual([
    [{ kind: 'presented', presented: group('A') }, expect.stringMatching(/^A Grundsätze/)],
    [{ kind: 'presented', presented: { kind: 'result', id: result.id } }, 'M1 Zweite'],
  ])
})

test('P41 of two moderators at once one is first, and the other is told; nothing of the second is done', async () => {
  const { version } = await read()
  const before = await wall()
  const answers = await Promise.all([
    lead({ now: group('C'), version, beamer: true }),
    lead({ now: group('D'), version, beamer: true }, day.staff),
  ])
  const refused = answers.find(({ status }) => status !== 200)
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(refused?.body).toMatchObject({ error: 'outdated', message: expect.stringMatching(/\w+ \w+/) })
  const after = await read()
  expect(after.version).toBe(version + 1)
  expect((await wall()).show).toEqual({ ...after.now, view: 'plenum' })
  expect((await wall()).version).toBe(before.version + 1)
})

test('P41 bad input and what is not there are refused, and nobody is led there', async () => {
  const before = await read()
  const screen = await wall()
  const refused: [unknown, string][] = [
    [{ now: group('Z') }, 'groupUnknown'],
    [{ now: group('A', 'A/nobody') }, 'notFound'],
    [{ now: group('A', notes[2] as string) }, 'notFound'],
    [{ now: { kind: 'result', id: 'nothing' } }, 'notFound'],
    [{ now: { kind: 'block', group: 'Z' } }, 'groupUnknown'],
    [{ now: { kind: 'dance' } }, 'badRequest'],
    [{ now: group('../A') }, 'badRequest'],
    [{ order: ['A', 'Z'] }, 'groupUnknown'],
    [{ timer: { do: 'start', group: 'Z' } }, 'groupUnknown'],
    [{ timer: { do: 'start', group: 'A', minutes: 0.5 } }, 'badRequest'],
    [{ timer: { do: 'extend', minutes: 1e9 } }, 'badRequest'],
    [{ timer: 'start' }, 'badRequest'],
  ]
  for (const [body, error] of refused)
    expect([(await lead({ beamer: true, ...(body as object) })).body.error, body]).toEqual([error, body])
  expect(await read()).toEqual(before)
  expect(await wall()).toEqual(screen)
})

test('P42 the clock begins with a group, goes on with its notes, is extended, and ends with the group', async () => {
  await lead({ now: null })
  const minute = 60_000
  const from = Date.now()
  const begun = (await lead({ now: group('A') })).body
  expect(begun.minutes).toBe(4)
  expect(begun.timer?.group).toBe('A')
  expect((begun.timer?.endsAt ?? 0) - from).toBeGreaterThanOrEqual(4 * minute)
  const next = (await lead({ now: group('A', notes[0] as string) })).body
  expect(next.timer).toEqual(begun.timer)
  const longer = (await lead({ timer: { do: 'extend', minutes: 1 } })).body
  expect(longer.timer?.endsAt).toBe((begun.timer?.endsAt ?? 0) + minute)
  const over = (await lead({ timer: { do: 'extend', minutes: -30 } })).body
  expect(over.timer?.endsAt).toBeGreaterThanOrEqual(from)
  expect(over.now).toEqual(group('A', notes[0] as string))
  expect((await lead({ timer: { do: 'stop' } })).body.timer).toBe(null)
  const again = (await lead({ timer: { do: 'start', group: 'A', minutes: 2 } })).body
  expect(again.timer?.group).toBe('A')
  expect((await lead({ now: group('B') })).body.timer?.group).toBe('B')
  expect((await lead({ now: { kind: 'closing' } })).body.timer).toBe(null)
})

test('P43 a mark counts once a person, can be taken back, and leads to nobody', async () => {
  const [note, source] = notes as [NoteRef, NoteRef]
  const [one, two] = [who('member'), who('member without a group')]
  await Promise.all([mark(one, note), mark(one, note), mark(two, note)])
  await mark(one, note)
  expect(await read(one)).toMatchObject({ discuss: { [note]: 2 }, mine: [note] })
  expect((await read(who('moderator A'))).mine).toEqual([])
  expect((await mark(two, note, false)).body).toMatchObject({ discuss: { [note]: 1 }, mine: [] })
  await mark(two, note, false)
  expect((await read(two)).discuss).toEqual({ [note]: 1 })
  await Promise.all([mark(one, result.id), mark(two, source)])
  const said = JSON.stringify(await Promise.all(Object.values(people).map((guest) => read(guest))))
  for (const guest of Object.values(people)) expect(said).not.toContain(guest.person.id)
  const files = readdirSync(day.dataDir).filter((name) => name.startsWith('leitwand.sqlite'))
  const bytes = files.map((name) => readFileSync(join(day.dataDir, name), 'latin1')).join('')
  const marks = new Set(bytes.match(new RegExp(`(${note}|${source}|${result.id})/[\\w-]{32}`, 'g')))
  expect(marks.size).toBeGreaterThanOrEqual(4)
  // The same person has another mark at every target.
  expect(new Set([...marks].map((id) => id.slice(-32))).size).toBe(marks.size)
  for (const guest of Object.values(people))
    for (const target of [note, source, result.id])
      expect(bytes).not.toContain(`${target}/${guest.person.id}`)
  // Taken back from a result, it is taken back from its notes.
  expect((await mark(two, result.id, false)).body).toMatchObject({ mine: [], discuss: { [result.id]: 1 } })
  expect((await read()).discuss).not.toHaveProperty([source])
  await mark(one, result.id, false)
  await mark(one, note, false)
  expect((await read()).discuss).toEqual({})
})

test('P43 only what the Plenum can see is marked; bad input is refused with a word', async () => {
  const member = who('member')
  const refused = async (body: unknown) => (await member.call('PUT', '/plenum/discuss', body)).body.error
  expect(await refused({ target: 'A/nobody', on: true })).toBe('notFound')
  expect(await refused({ target: 'nothing', on: true })).toBe('notFound')
  for (const target of ['__proto__', 'constructor'])
    expect(await refused({ target, on: true })).toBe('notFound')
  for (const target of ['../A', 'A/n1/x', '', 5, null])
    expect(await refused({ target, on: true })).toBe('badRequest')
  expect(await refused({ target: notes[0], on: 'yes' })).toBe('badRequest')
  expect((await read()).discuss).toEqual({})
})

test('P43 two rows of one human that are put together have one voice', async () => {
  const [first, double] = [
    await day.join('member', 'Ortsverein 7', 'A'),
    await day.join('member', 'Ortsverein 7 b', 'A'),
  ]
  const note = notes[0] as NoteRef
  await mark(double, note)
  await day.staff.call('POST', `/people/${double.person.id}/merge`, { into: first.person.id })
  expect((await read(first)).mine).toEqual([note])
  await mark(first, note)
  expect((await read()).discuss).toEqual({ [note]: 1 })
  expect((await mark(double, note, false)).body.discuss).toEqual({})
})

test('P40 in a frozen Plenum nothing is marked, and the moderators still lead', async () => {
  const closed = await openPlenumDay()
  const ref = await closed.mark('A', 'Erste')
  const member = await closed.join('member', 'Kreisverband 1', 'A')
  await mark(member, ref)
  await closed.moderator.call('POST', '/plenum/finalise')
  expect((await mark(member, ref, false)).body.error).toBe('plenumFrozen')
  const { status, body } = await lead({ now: { kind: 'closing' } }, closed.moderator)
  expect([status, body.now]).toEqual([200, { kind: 'closing' }])
  expect((await read(member)).discuss).toEqual({ [ref]: 1 })
  await closed.close()
})

test('P47 after a restart in the middle everyone is where they were: place, clock, order and marks', async () => {
  const folder = freshFolder()
  const first = await startServer(readConfig(settingsIn(folder.path)))
  const venue = new Venue(first.origin, first.links)
  const staff = await venue.join('staff', 'Redaktion')
  const member = await venue.join('member', 'Kreisverband 1', 'A')
  const board = await staff.open('group/A')
  const { addNote } = await import('#shared/board.ts')
  addNote(board.doc, {
    id: 'n1' as never,
    question: null,
    kind: 'measure' as never,
    createdAt: 1,
    blocks: [{ type: 'paragraph', spans: [{ text: 'Erste' }] }],
  }).set('forPlenum', 'k1')
  await soon('the card', async () => (await mark(member, 'A/n1')).status === 200)
  await lead({ now: group('A', 'A/n1'), order: ['C', 'A'] }, staff)
  const before = await read(member)
  expect(before.timer?.group).toBe('A')
  venue.leave()
  await first.close()
  const second = await startServer(readConfig(settingsIn(folder.path)))
  const again = new Venue(second.origin, second.links)
  expect(await read(again.guest(member))).toEqual(before)
  expect(before).toMatchObject({ discuss: { 'A/n1': 1 }, mine: ['A/n1'], now: group('A', 'A/n1') })
  await second.close()
  folder.remove()
})
