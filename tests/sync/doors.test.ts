import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlenumAnswer } from '#shared/api.ts'
import { callAt, doorNames, type Caller, type DoorName } from '../kit/doors.ts'
import { openVenue, soon, type Guest } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
beforeAll(async () => {
  venue = await openVenue()
})
afterAll(() => venue.close())

const at = (door: DoorName, guest: Guest, tail: string, options: { ack?: boolean } = {}): Promise<Caller> =>
  callAt(door, venue.origin, guest.ticket, `${guest.event.id}/${tail}`, options)
/** Everyone's probe, once it says so many things. */
const said = (caller: Caller) => [...caller.doc.getMap('probe').keys()].sort()

test.each(doorNames)('A13 %s: step 1 and step 2, then an edit goes to all and is stored', async (door) => {
  const group = door === 'socket' ? 'A' : 'B'
  const anna = await at(door, await venue.join('member', 'Kreisverband 1', group), `group/${group}`)
  const ben = await at(door, await venue.join('member', 'Kreisverband 2', group), `group/${group}`)
  // What one holds already is told with step 2, and stored as well.
  for (const caller of [anna, ben]) await caller.hears('stored 1')
  expect([anna.heard, ben.heard]).toEqual([
    ['step 1', 'step 2', 'stored 1'],
    ['step 1', 'step 2', 'stored 1'],
  ])
  anna.edits((doc) => doc.getMap('probe').set('eins', 1))
  await anna.hears('stored 2')
  await ben.hears('update')
  expect(anna.heard.slice(3)).toEqual(['update', 'stored 2'])
  expect(ben.heard.slice(3)).toEqual(['update'])
  ben.edits((doc) => doc.getMap('probe').set('zwei', 2))
  await ben.hears('stored 2')
  await anna.hears('update', 2)
  expect([said(anna), said(ben)]).toEqual([
    ['eins', 'zwei'],
    ['eins', 'zwei'],
  ])
  const carl = await at(door, await venue.join('staff', 'Redaktion'), `group/${group}`, { ack: false })
  await carl.hears('step 2')
  expect(said(carl)).toEqual(['eins', 'zwei'])
  carl.edits((doc) => doc.getMap('probe').set('drei', 3))
  await carl.hears('update')
  expect(carl.heard.some((words) => words.startsWith('stored'))).toBe(false)
  for (const caller of [anna, ben, carl]) caller.leaves()
})

test.each(doorNames)(
  'A13 %s: a reader who writes is refused, and sent away if nothing can be told',
  async (door) => {
    const guest = await venue.join('member', 'Kreisverband 3', 'A')
    const reader = await at(door, guest, 'group/C')
    await reader.hears('step 2')
    reader.edits((doc) => doc.getMap('probe').set('fremd', 1))
    await reader.hears('refused 1 readOnly')
    reader.edits((doc) => doc.getMap('probe').set('fremd', 2))
    await reader.hears('refused 2 readOnly')
    const stock = await at(door, guest, 'group/C', { ack: false })
    stock.edits((doc) => doc.getMap('probe').set('fremd', 3))
    expect(await stock.closed).toBe('4403 readOnly')
    const staff = await at(door, await venue.join('staff', 'Redaktion'), 'group/C')
    await staff.hears('step 2')
    expect(said(staff)).toEqual([])
    for (const caller of [reader, staff]) caller.leaves()
  },
)

test.each(doorNames)('A13 %s: what comes after a freeze is late, kept, and refused', async (door) => {
  const guest = await venue.join('moderator', 'Moderation', 'plenum')
  const lead = await at(door, guest, 'plenum')
  await lead.hears('stored 1')
  lead.edits((doc) => doc.getMap('probe').set(`${door} vorher`, 1))
  await lead.hears('stored 2')
  const latecomers = async () => (await guest.call<PlenumAnswer>('GET', '/plenum')).body.latecomers
  const before = await latecomers()
  expect((await guest.call('POST', '/plenum/finalise')).status).toBe(200)
  lead.edits((doc) => doc.getMap('probe').set(`${door} nachher`, 1))
  await lead.hears('refused 3 readOnly')
  expect(await latecomers()).toBe(before + 1)
  const again = await at(door, guest, 'plenum')
  await again.hears('step 2')
  expect(said(again)).toContain(`${door} vorher`)
  expect(said(again)).not.toContain(`${door} nachher`)
  expect((await guest.call('POST', '/plenum/reopen')).status).toBe(200)
  for (const caller of [lead, again]) caller.leaves()
})

test.each(doorNames)('A13 %s: who has no business is sent away with the same code', async (door) => {
  const guest = await venue.join('member', 'Kreisverband 4', 'A')
  const stranger = { ...guest, ticket: `${guest.ticket.slice(0, -4)}AAAA` }
  const cases: [Guest, string, string][] = [
    [guest, 'group/Z', '4404 roomUnknown'],
    [guest, 'records', '4404 roomUnknown'],
    [guest, 'approach', '4403 forbidden'],
    [guest, 'draft/nobody', '4404 roomUnknown'],
    [stranger, 'group/A', '4401 ticketForged'],
  ]
  for (const [who, tail, word] of cases) {
    const caller = await at(door, who, tail)
    expect([tail, await caller.closed]).toEqual([tail, word])
    caller.leaves()
  }
})

test.each(doorNames)('A13 %s: garbage ends its line, and nobody else’s', async (door) => {
  const guest = await venue.join('member', 'Kreisverband 5', 'A')
  const other = await at(door, await venue.join('member', 'Kreisverband 6', 'A'), 'group/A')
  await other.hears('step 2')
  for (const frame of [Uint8Array.of(0, 2, 4, 1, 2, 3, 4), Uint8Array.of(77, 1, 2), new Uint8Array()]) {
    const caller = await at(door, guest, 'group/A')
    await caller.hears('step 2')
    caller.says(frame)
    expect(await caller.closed).toBe('4400 badFrame')
    caller.leaves()
  }
  other.edits((doc) => doc.getMap('probe').set(`${door} weiter`, 1))
  await soon('the other goes on', async () => other.heard.some((words) => words === 'stored 2'))
  other.leaves()
})

test.each(doorNames)(
  'A13 %s: presence comes with the server’s name and goes with a broken line',
  async (door) => {
    const anna = await at(door, await venue.join('member', 'Kreisverband 7', 'D'), 'group/D')
    const ben = await at(door, await venue.join('member', 'Kreisverband 8', 'D'), 'group/D')
    await ben.hears('step 2')
    anna.shows({ user: { name: 'jemand anderes' }, note: null })
    await soon('her presence', async () => ben.presences.includes(1))
    const before = ben.presences.length
    anna.breaks()
    await soon('her going', async () => ben.presences.slice(before).includes(1))
    ben.leaves()
  },
)
