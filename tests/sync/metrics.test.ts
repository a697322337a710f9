import { afterAll, beforeAll, expect, test } from 'vitest'
import { docSays, openVenue, type Guest } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
let staff: Guest
beforeAll(async () => {
  venue = await openVenue({ TRUST_PROXY: '1' })
  staff = await venue.join('staff', 'Redaktion')
})
afterAll(() => venue.close())

const ask = async (headers: Record<string, string> = {}) => {
  const response = await fetch(`${venue.origin}/metrics`, { headers })
  return { status: response.status, text: await response.text() }
}
const valueOf = (text: string, line: string): number =>
  Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.split(' ')
      .at(-1),
  )

test('E10 metrics count what happens, and name nobody', async () => {
  const live = await staff.open('group/A')
  const other = await staff.open('group/A')
  live.doc.getMap('probe').set('secret text', 'Klinikum')
  await docSays('the edit', other, (doc) => doc.getMap('probe').has('secret text'))
  const { ended } = await venue.socket('/sync/nowhere?ticket=forged')
  await ended
  const { status, text } = await ask()
  expect(status).toBe(200)
  expect(valueOf(text, 'leitwand_connections')).toBe(2)
  expect(valueOf(text, 'leitwand_rooms{state="live"}')).toBeGreaterThanOrEqual(1)
  expect(valueOf(text, 'leitwand_seconds{what="commit",quantile="0.99"}')).toBeGreaterThan(0)
  expect(valueOf(text, 'leitwand_seconds{what="turn",quantile="0.5"}')).toBeGreaterThan(0)
  expect(valueOf(text, 'leitwand_refusals_total{code="ticketForged"}')).toBe(1)
  expect(valueOf(text, 'leitwand_can_save')).toBe(1)
  expect(valueOf(text, 'leitwand_held_bytes')).toBe(0)
  for (const name of [
    'leitwand_nodejs_eventloop_lag_p99_seconds',
    'leitwand_behind',
    'leitwand_presence_echoes_dropped_total',
  ])
    expect(text).toContain(name)
  for (const word of ['Klinikum', 'Redaktion', staff.ticket, ...Object.values(venue.codes)])
    expect(text).not.toContain(word)
})

test('E10 metrics are for this machine and for staff', async () => {
  const far = { 'x-forwarded-for': '203.0.113.7' }
  const member = await venue.join('member', 'Kreisverband 12', 'A')
  expect((await ask(far)).status).toBe(401)
  expect((await ask({ ...far, authorization: `Bearer ${member.ticket}` })).status).toBe(403)
  expect((await ask({ ...far, authorization: `Bearer ${staff.ticket}` })).status).toBe(200)
})
