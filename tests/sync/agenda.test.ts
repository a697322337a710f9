import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AgendaItem } from '#shared/template.ts'
import { freshFolder, meOf, openVenue, soon, type Guest } from '../kit/venue.ts'
import { startProcess } from '../kit/serverProcess.ts'
import { EventReader } from '../kit/eventReader.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
let staff: Guest
beforeAll(async () => {
  venue = await openVenue()
  staff = await venue.join('staff', 'Veranstaltungsteam')
})
afterAll(() => venue.close())

const agendaOf = async (guest: Guest) => (await meOf(guest)).event.agenda
const itemOf = async (guest: Guest, id: string) =>
  (await agendaOf(guest)).find((item) => item.id === id) as AgendaItem
const edit = (id: string, change: object) => staff.call('PATCH', `/agenda/${id}`, change)

test('T2 titles, speakers and times change for everyone; what follows moves along; nothing else of the plan is touched', async () => {
  const member = await venue.join('member', 'Kreisverband 1')
  const before = (await meOf(member)).event
  const change = { title: ' Neuer  Titel ', speaker: null, end: '11:10', moveFollowing: true }
  expect((await edit('impulse-1', change)).status).toBe(200)
  const { agenda, phases, end, ...after } = (await meOf(member)).event
  expect(agenda.find(({ id }) => id === 'impulse-1')).toMatchObject({
    title: 'Neuer Titel',
    speaker: null,
    organisation: 'Schwedisches Rotes Kreuz',
    start: '10:10',
    end: '11:10',
  })
  expect(agenda.slice(3).map(({ start }) => start)).toEqual([
    '11:10',
    '12:00',
    '12:10',
    '13:10',
    '14:55',
    '15:25',
  ])
  expect([phases[0]?.start, end]).toEqual(['13:10', '16:10'])
  const { agenda: _, phases: __, end: ___, ...rest } = before
  const untouched = { ...rest, plenumPhases: after.plenumPhases }
  expect(after).toEqual(untouched)
})

test('T2 what is sent again counts once; who edits what somebody else has changed meanwhile is told', async () => {
  const seen = await itemOf(staff, 'coffee')
  const by = { start: seen.start, end: seen.end }
  const mine = { title: 'Kaffee und Kuchen', seen }
  const [one, two] = await Promise.all([edit('coffee', mine), edit('coffee', mine)])
  expect([one?.status, two?.status]).toEqual([200, 200])
  const late = await edit('coffee', { title: 'Teepause', seen })
  expect([late.status, late.body.error]).toEqual([409, 'outdated'])
  expect(await itemOf(staff, 'coffee')).toMatchObject({ title: 'Kaffee und Kuchen', ...by })
  const next = await itemOf(staff, 'coffee')
  expect((await edit('coffee', { title: 'Teepause', seen: next })).status).toBe(200)
})

const wrong: [string, string, object, string, RegExp][] = [
  ['an end before the start', 'lunch', { end: '12:00', start: '12:30' }, 'agendaEnd', /Ende muss nach/],
  ['an overlap', 'opening', { end: '10:30' }, 'agendaOverlap', /überschneidet sich mit „.+“ \(\d\d:\d\d bis/],
  ['another place', 'arrival', { start: '20:00', end: '21:00' }, 'agendaOrder', /andere Stelle/],
  ['past midnight', 'plenum', { start: '23:50' }, 'agendaDay', /23:59/],
  ['no time', 'lunch', { start: '25:00' }, 'badRequest', /./],
  ['no title', 'lunch', { title: ' \u200b ' }, 'badRequest', /./],
  ['an unknown item', 'nothing', { title: 'x' }, 'notFound', /./],
]
test.each(wrong)(
  'T2 %s is refused in a sentence and changes nothing',
  async (_, id, change, error, sentence) => {
    const before = await agendaOf(staff)
    const { body } = await edit(id, change)
    expect(body.error).toBe(error)
    expect(body.message).toMatch(sentence)
    expect(await agendaOf(staff)).toEqual(before)
  },
)

test('T2 every open page hears of a change', async () => {
  const member = await venue.join('member', 'Kreisverband 2')
  const stream = new EventReader(`${venue.origin}/api/stream`, member.ticket)
  const topics: string[] = []
  stream.addEventListener('message', ({ data }) => void topics.push(data))
  const isOpen = new Promise<void>((done) => stream.addEventListener('hello', () => done()))
  await isOpen
  await edit('arrival', { title: 'Ankommen' })
  await soon('the topics', async () => topics.includes('event') && topics.includes('me'))
  stream.close()
})

test('T2 a changed programme outlives a killed server', async () => {
  const folder = freshFolder()
  const first = await startProcess(folder.path)
  const team = await first.venue.join('staff', 'Team')
  await team.call('PATCH', '/agenda/lunch', { start: '12:10', moveFollowing: true })
  first.child.kill('SIGKILL')
  await first.ended
  const again = await startProcess(folder.path)
  const { event } = await meOf(again.venue.guest(team))
  expect(event.agenda.find(({ id }) => id === 'lunch')).toMatchObject({ start: '12:10', end: '13:10' })
  expect(event.agenda.find(({ id }) => id === 'groupwork')).toMatchObject({ start: '13:10' })
  again.child.kill('SIGKILL')
  await again.ended
  folder.remove()
}, 120_000)
