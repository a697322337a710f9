import { afterEach, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { startServer } from '../../server/startServer.ts'
import { docSays, freshFolder, settingsIn, Venue, type Guest, type Live } from '../kit/venue.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A server on a folder, again on the same port if it is given one. */
const serve = async (folder: string, port = '0') => {
  const server = await startServer(readConfig(settingsIn(folder, { PORT: port })))
  return { server, venue: new Venue(server.origin, server.links), port: new URL(server.origin).port }
}
const open = async () => {
  const folder = freshFolder()
  ends.push(folder.remove)
  const first = await serve(folder.path)
  let running = first.server
  ends.push(async () => {
    first.venue.leave()
    await running.close()
  })
  const restart = async () => {
    await running.close()
    running = (await serve(folder.path, first.port)).server
  }
  return { venue: first.venue, restart }
}

const synced = ({ provider }: Live, wanted: boolean): Promise<void> =>
  new Promise((done) => {
    if (provider.synced === wanted) return done()
    const hear = (now: boolean) => {
      if (now !== wanted) return
      provider.off('sync', hear)
      done()
    }
    provider.on('sync', hear)
  })

type Seen = { user?: { id: string; name: string; role: string }; note?: string }
/** Waits until somebody's presence looks as wanted to a client. */
const sees = (
  { provider: { awareness } }: Live,
  client: number,
  wanted: (state: Seen | undefined) => boolean,
) =>
  new Promise<void>((done) => {
    const look = () => {
      if (!wanted(awareness.getStates().get(client) as Seen | undefined)) return
      awareness.off('change', look)
      done()
    }
    awareness.on('change', look)
    look()
  })

test('A16 stock y-websocket 3: a restart of the server is slept over, and what was written meanwhile arrives', async () => {
  const { venue, restart } = await open()
  const [anna, ben] = [await venue.join('member', 'Anna', 'A'), await venue.join('member', 'Ben', 'A')]
  const [here, there] = [await anna.open('group/A'), await ben.open('group/A')]
  await Promise.all([synced(here, true), synced(there, true)])
  here.doc.getMap('probe').set('before', 1)
  await docSays('what came before', there, (doc) => doc.getMap('probe').has('before'))
  const cut = [synced(here, false), synced(there, false)]
  const restarted = restart()
  await Promise.all(cut)
  here.doc.getMap('probe').set('while it was away', 1)
  there.doc.getMap('probe').set('there as well', 1)
  await restarted
  await Promise.all([synced(here, true), synced(there, true)])
  for (const live of [here, there]) await docSays('everything', live, (doc) => doc.getMap('probe').size === 3)
  // Stock clients know no reason to stay away.
  expect([here, there].every(({ provider }) => provider.shouldConnect && provider.wsconnected)).toBe(true)
})

test('A16 stock y-websocket 3: presence both ways, with the name that the server knows, until one leaves', async () => {
  const { venue, restart } = await open()
  const [anna, ben] = [await venue.join('member', 'Anna', 'A'), await venue.join('member', 'Ben', 'A')]
  const [here, there] = [await anna.open('group/A'), await ben.open('group/A')]
  const isOf =
    ({ person }: Guest, note: string) =>
    (state: Seen | undefined) =>
      state?.note === note && state.user?.id === person.id && state.user.name === person.name
  here.provider.awareness.setLocalState({ note: 'n1', user: { name: 'Jemand anderes' } })
  there.provider.awareness.setLocalStateField('note', 'n2')
  await sees(there, here.doc.clientID, isOf(anna, 'n1'))
  await sees(here, there.doc.clientID, isOf(ben, 'n2'))
  // After a restart the stock client takes others for news when they next say something, at the latest after 15 s.
  const cut = [synced(here, false), synced(there, false)]
  await restart()
  await Promise.all(cut)
  await Promise.all([synced(here, true), synced(there, true)])
  here.provider.awareness.setLocalStateField('note', 'n3')
  there.provider.awareness.setLocalStateField('note', 'n4')
  await sees(there, here.doc.clientID, isOf(anna, 'n3'))
  await sees(here, there.doc.clientID, isOf(ben, 'n4'))
  there.leave()
  await sees(here, there.doc.clientID, (state) => state === undefined)
})

test('A16 stock y-websocket 3: who is refused stays away by itself, whatever the reason', async () => {
  const { venue } = await open()
  const [anna, wall] = [await venue.join('member', 'Anna', 'A'), await venue.join('beamer', 'Wand')]
  const unknown = await anna.open('group/Z')
  const forged = await venue.open(`${anna.event.id}/group/A`, 'forged')
  const reading = await wall.open('group/A')
  reading.doc.getMap('probe').set('without right', 1)
  const codes = await Promise.all([unknown, forged, reading].map(({ closed }) => closed))
  expect(codes).toEqual([4404, 4401, 4403])
  for (const { provider } of [unknown, forged, reading])
    expect([provider.shouldConnect, provider.wsconnected, provider.synced]).toEqual([false, false, false])
})
