import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { writeBundle, type LineItem } from '#shared/lineBundle.ts'
import { maxFrameBytes, maxLines } from '#shared/wire.ts'
import { RoomSocket } from '../../client/sync/roomSocket.ts'
import { updateFrame } from '../../server/rooms/frames.ts'
import { EventReader } from '../kit/eventReader.ts'
import { openHttpPage, postBytes } from '../kit/httpPage.ts'
import { docSays, openVenue, soon, type Guest, type Live } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
let anna: Guest
beforeAll(async () => {
  venue = await openVenue()
  anna = await venue.join('member', 'Kreisverband 1', 'A')
})
afterAll(() => venue.close())

const bearer = ({ ticket }: Guest) => ({ authorization: `Bearer ${ticket}` })
const roomOf = (guest: Guest, tail: string) => `${guest.event.id}/${tail}`
const openLine = (line: number, room: string): LineItem => ({ kind: 'open', line, room, wantsAcks: true })
const say = (line: number, frame: Uint8Array): LineItem => ({ kind: 'frame', line, frame })
/** An edit of its own, as a frame. */
const edit = (key: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('probe').set(key, true)
  return updateFrame(Y.encodeStateAsUpdate(doc))
}

/** A stream whose bundles are written by hand. */
const openStream = async (guest: Guest, at = venue) => {
  const events = new EventReader(`${at.origin}/api/stream`, guest.ticket)
  const id = await new Promise<string>((done) => events.addEventListener('hello', ({ data }) => done(data)))
  const frames: string[] = []
  const closed: string[] = []
  events.addEventListener('line', ({ data }) => {
    const [line, ...all] = data.split(' ')
    for (const frame of all)
      frames.push(`${line}: ${[...Buffer.from(frame, 'base64').subarray(0, 3)].join(' ')}`)
  })
  events.addEventListener('closed', ({ data }) => closed.push(data))
  const post = (first: number, items: LineItem[], headers = bearer(guest) as Record<string, string>) =>
    postBytes(at.origin, id, writeBundle({ first, items }), headers)
  return { id, events, frames, closed, post }
}

/** A stock provider over the HTTP door. */
const openLive = async (guest: Guest, tail: string, losesAnswers = () => false) => {
  const page = await openHttpPage(venue.origin, guest.ticket)
  page.losesAnswers = losesAnswers
  class PageSocket extends RoomSocket {
    constructor(url: string) {
      super(url, page.ports)
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(
    `${venue.origin.replace('http', 'ws')}/sync`,
    roomOf(guest, tail),
    doc,
    { disableBc: true, params: { ack: '1' }, WebSocketPolyfill: PageSocket as unknown as typeof WebSocket },
  )
  await new Promise((done) => provider.on('sync', done))
  const leave = () => {
    provider.destroy()
    page.close()
  }
  return { doc, provider, page, leave } as unknown as Live & { page: typeof page }
}

test('A13 a stock provider speaks over the HTTP door with one over a socket', async () => {
  const here = await openLive(anna, 'group/A')
  const there = await anna.open('group/A')
  here.doc.getMap('probe').set('über HTTP', true)
  await docSays('the edit', there, (doc) => doc.getMap('probe').has('über HTTP'))
  there.doc.getMap('probe').set('über den Socket', true)
  await docSays('the answer', here, (doc) => doc.getMap('probe').has('über den Socket'))
  there.provider.awareness.setLocalStateField('note', 'n1')
  await soon('her presence', async () =>
    [...here.provider.awareness.getStates().values()].some((state) => state['note'] === 'n1'),
  )
  here.leave()
  there.leave()
})

test('A14 a bundle that is sent again counts once, and none may be left out', async () => {
  const { post, frames, events } = await openStream(anna)
  const items = [openLine(1, roomOf(anna, 'group/A')), say(1, edit('a')), say(1, edit('b'))]
  expect((await post(1, items)).body).toEqual({ taken: 3 })
  expect((await post(1, items)).body).toEqual({ taken: 3 })
  // The second half of it is new.
  expect((await post(3, [say(1, edit('b')), say(1, edit('c'))])).body).toEqual({ taken: 4 })
  await soon('three acknowledgements', async () => frames.includes('1: 2 90 3'))
  expect(await post(6, [say(1, edit('d'))])).toMatchObject({ status: 400, body: { error: 'badRequest' } })
  expect((await post(5, [say(1, edit('d'))])).body).toEqual({ taken: 5 })
  await soon('the fourth', async () => frames.includes('1: 2 90 4'))
  expect(frames.some((frame) => frame === '1: 2 90 5')).toBe(false)
  events.close()
})

test('A14 while every other answer is lost, nothing is doubled and the order is kept', async () => {
  const stored: number[] = []
  let answers = 0
  let lost = 0
  const here = await openLive(anna, 'group/A', () => {
    const isLost = answers++ % 2 === 1
    if (isLost) lost++
    return isLost
  })
  const there = await anna.open('group/A')
  here.provider.messageHandlers[2] = (_encoder, decoder) => {
    if (decoder.arr[decoder.pos] === 90) stored.push(decoder.arr[decoder.pos + 1] ?? 0)
  }
  const order: unknown[] = []
  there.doc.getArray('order').observe(({ changes }) => {
    for (const { insert } of changes.delta) order.push(...((insert ?? []) as unknown[]))
  })
  for (let at = 1; at <= 8; at++) {
    here.doc.getArray('order').push([at])
    await docSays(`edit ${at}`, there, (doc) => doc.getArray('order').length === at)
  }
  expect(lost).toBeGreaterThan(2)
  expect(order).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  // Step 2 and eight edits: a frame that counted twice would make it more.
  await soon('the last acknowledgement', async () => stored.at(-1) === 9)
  here.leave()
  there.leave()
})

test('A14 a stream is written by the person who opened it, while it is open, from our own pages', async () => {
  const ben = await venue.join('member', 'Kreisverband 2', 'A')
  const { id, post, events } = await openStream(anna)
  const items = [openLine(1, roomOf(anna, 'group/A'))]
  const asked = async (headers: Record<string, string>, stream = id) => {
    const { status, body } = await postBytes(venue.origin, stream, writeBundle({ first: 1, items }), headers)
    return [status, body.error ?? body.taken]
  }
  expect(await asked(bearer(ben))).toEqual([404, 'notFound'])
  expect(await asked(bearer(ben), 'nobody')).toEqual([404, 'notFound'])
  expect(await asked({})).toEqual([401, 'ticketMissing'])
  expect(await asked({ authorization: 'Bearer forged' })).toEqual([401, 'ticketForged'])
  const cookie = `leitwand=${anna.ticket}`
  expect(await asked({ cookie, origin: 'https://evil.example' })).toEqual([403, 'foreignOrigin'])
  expect(await asked({ cookie, origin: venue.origin })).toEqual([200, 1])
  events.close()
  await soon('the end of the stream', async () => (await post(2, [])).status === 404)
})

test('A11, A14 what is no bundle, too large or too much is refused, and the stream goes on', async () => {
  const { id, post, events, closed, frames } = await openStream(anna)
  const bytes = (body: Uint8Array<ArrayBuffer>, headers = {}) =>
    postBytes(venue.origin, id, body, { ...bearer(anna), ...headers })
  for (const body of [
    new Uint8Array([1, 9]),
    new Uint8Array([1, 1, 1, 200, 1, 5]),
    new TextEncoder().encode('{"a":1}'),
    new Uint8Array(),
  ])
    expect((await bytes(body)).body.error).toBe('badRequest')
  expect((await bytes(new Uint8Array([1]), { 'content-type': 'text/plain' })).body.error).toBe('badRequest')
  const huge = await bytes(new Uint8Array(maxFrameBytes + 200_000))
  expect(huge).toMatchObject({ status: 413, body: { error: 'tooLarge' } })

  const room = roomOf(anna, 'group/A')
  await post(1, [openLine(1, room), say(1, new Uint8Array(maxFrameBytes + 1))])
  await soon('its end', async () => closed.includes('1 4413 tooLarge'))
  await post(3, [openLine(2, roomOf(anna, 'group/../plenum'))])
  await soon('its end', async () => closed.includes('2 4404 roomUnknown'))
  await post(
    4,
    Array.from({ length: maxLines + 1 }, (_, at) => openLine(3 + at, room)),
  )
  await soon('one too many', async () => closed.includes(`${3 + maxLines} 4503 tooManyConnections`))
  await soon('the first of them', async () => frames.some((frame) => frame.startsWith('3: ')))
  // A line of a number that was used is none.
  expect((await post(5 + maxLines, [openLine(3, room)])).status).toBe(400)
  events.close()
})

test('A13 a page that hangs is cut off, and a server that stops tells every line', async () => {
  // Longer than a machine stands still: whoever answers must not be taken for one that hangs.
  const quick = await openVenue({ LIMIT_PING_MS: '2500' })
  const guest = await quick.join('member', 'Kreisverband 1', 'A')
  const idle = await openStream(guest, quick)
  await idle.post(1, [openLine(1, roomOf(guest, 'group/A'))])
  await idle.events.ended
  // One that answers stays.
  const page = await openHttpPage(quick.origin, guest.ticket)
  const words: string[] = []
  page.ports.lines.open(roomOf(guest, 'group/A'), true, {
    opened: () => words.push('opened'),
    heard: () => undefined,
    closed: (code, reason) => words.push(`closed ${code} ${reason}`),
  })
  // Others that come after it and hang are cut off meanwhile, one after the other.
  for (let later = 0; later < 2; later++) {
    const hanging = await openStream(guest, quick)
    await hanging.post(1, [openLine(1, roomOf(guest, 'group/A'))])
    await hanging.events.ended
  }
  expect(words).toEqual(['opened'])
  await quick.close()
  await page.events.ended
  expect(words).toEqual(['opened', 'closed 1012 shuttingDown'])
}, 60_000)

test('A13 who sends too much is read more slowly: it comes later, nothing is refused or left out', async () => {
  const slow = await openVenue({ LIMIT_FRAMES_PER_SECOND: '10' })
  const guest = await slow.join('member', 'Kreisverband 1', 'A')
  const { post, closed, events } = await openStream(guest, slow)
  const keys = Array.from({ length: 605 }, (_, at) => `k${at}`)
  const start = performance.now()
  await post(1, [openLine(1, roomOf(guest, 'group/A')), ...keys.map((key) => say(1, edit(key)))])
  expect(performance.now() - start).toBeGreaterThan(50)
  await post(607, [say(1, edit('last'))])
  const reader = await (await slow.join('staff', 'Redaktion')).open('group/A')
  await docSays('all that was sent', reader, (doc) => doc.getMap('probe').size === 606)
  expect(closed).toEqual([])
  events.close()
  await slow.close()
})

test('A13 a page that takes nothing is sent away and cut off; whoever writes goes on', async () => {
  const strict = await openVenue({ LIMIT_BEHIND_BYTES: '20000', LIMIT_BEHIND_MS: '4000' })
  const guest = await strict.join('member', 'Kreisverband 1', 'A')
  const { post, events, closed } = await openStream(guest, strict)
  await post(1, [openLine(1, roomOf(guest, 'group/A'))])
  events.stall()
  const writer = await guest.open('group/A')
  const page = await strict.join('staff', 'Redaktion')
  for (let at = 0; at < 100; at++) {
    writer.doc.getMap('probe').set('groß', `${at}`.repeat(100_000))
    await new Promise((done) => setTimeout(done, 20))
  }
  await soon('nobody is behind', async () =>
    (await (await fetch(`${strict.origin}/metrics`)).text()).includes('leitwand_connections 1\n'),
  )
  await soon('the end of its stream', async () => (await post(2, [])).status === 404)
  const reader = await page.open('group/A')
  const last = writer.doc.getMap('probe').get('groß')
  await docSays('the last of it', reader, (doc) => doc.getMap('probe').get('groß') === last)
  expect(closed).toEqual([])
  await strict.close()
}, 60_000)
