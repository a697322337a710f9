import { createServer, type AddressInfo } from 'node:net'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { JoinAnswer } from '#shared/api.ts'
import { addNote, notesOf, readNotes } from '#shared/board.ts'
import type { KindId, NoteId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { readConfig } from '../../server/config.ts'
import { step1Frame, updateFrame } from '../../server/rooms/frames.ts'
import { sentenceOf } from '../../server/sentenceOf.ts'
import { startServer } from '../../server/startServer.ts'
import { spawnServer, startProcess, type ServerProcess } from '../kit/serverProcess.ts'
import { shippedTemplate, smallTemplate } from '../kit/templates.ts'
import { docSays, freshFolder, meOf, notesOfGroup, openVenue, settingsIn, soon } from '../kit/venue.ts'

const folders: ReturnType<typeof freshFolder>[] = []
const servers: ServerProcess[] = []
const folder = () => {
  const made = freshFolder()
  folders.push(made)
  return made.path
}
const started = async (...args: Parameters<typeof startProcess>) => {
  const server = await startProcess(...args)
  servers.push(server)
  return server
}
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.child.kill('SIGKILL')
    await server.ended
  }
  for (const { remove } of folders.splice(0)) remove()
})

const note = (id: string, text: string) => ({
  id: id as NoteId,
  question: null,
  kind: 'idea' as KindId,
  createdAt: 1,
  blocks: parseNoteText(text),
})
const templateFile = (name: string, template: unknown) => {
  const path = join(folder(), name)
  writeFileSync(path, typeof template === 'string' ? template : JSON.stringify(template))
  return path
}

test('E4, L3 kill -9: after a new start everyone is who they were, notes and numbers are there and go on', async () => {
  const dataDir = folder()
  const before = await started(dataDir)
  const anna = await before.venue.join('member', 'Kreisverband 1', 'A')
  const live = await anna.open('group/A')
  for (const at of [1, 2, 3]) addNote(live.doc, note(`n${at}`, `Karte ${at}`))
  await soon('three numbers', async () => (await notesOfGroup(anna, 'A')).length === 3)
  const facts = await notesOfGroup(anna, 'A')
  before.child.kill('SIGKILL')
  expect(await before.ended).toBe('SIGKILL')
  live.leave()

  const after = await started(dataDir)
  expect(after.venue.codes).toEqual(before.venue.codes)
  const again = after.venue.guest(anna satisfies JoinAnswer)
  expect((await meOf(again)).person).toEqual(anna.person)
  expect(await notesOfGroup(again, 'A')).toEqual(facts)
  const there = await again.open('group/A')
  expect(
    readNotes(there.doc)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['n1', 'n2', 'n3'])
  // The first note after the start, whole in one edit, and made by somebody who was there before.
  addNote(there.doc, note('n4', 'Karte 4'))
  const fact = await soon('the next number', async () =>
    (await notesOfGroup(again, 'A')).find(({ id }) => id === 'n4'),
  )
  expect(fact).toMatchObject({ number: 4, author: 'Kreisverband 1' })
  there.leave()
}, 120_000)

test('E4, R1 kill -9 in the middle of typing: what anybody saw is there after the next start', async () => {
  const dataDir = folder()
  const before = await started(dataDir)
  const anna = await before.venue.join('member', 'Kreisverband 1', 'A')
  const ben = await before.venue.join('member', 'Kreisverband 2', 'A')
  const [here, there] = [await anna.open('group/A'), await ben.open('group/A')]
  let typed = 0
  const typing = setInterval(() => addNote(here.doc, note(`n${++typed}`, `Karte ${typed}`)), 1)
  await docSays('forty notes', there, (doc) => notesOf(doc).size >= 40)
  before.child.kill('SIGKILL')
  await before.ended
  clearInterval(typing)
  const seen = [...notesOf(there.doc).keys()]
  here.leave()
  there.leave()
  const after = await started(dataDir)
  const reader = await (await after.venue.join('beamer', 'Wand')).open('group/A')
  expect(seen.filter((id) => !notesOf(reader.doc).has(id))).toEqual([])
  const numbers = (await notesOfGroup(await after.venue.join('beamer', 'Wand'), 'A')).map(
    ({ number }) => number,
  )
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1))
  expect(numbers.length).toBe(notesOf(reader.doc).size)
  reader.leave()
}, 120_000)

test('E4 stopping: what was received is on disk, clients are told to come back, the process ends with 0', async () => {
  const dataDir = folder()
  const server = await started(dataDir)
  const anna = await server.venue.join('member', 'Kreisverband 1', 'A')
  const { socket, frames, ended } = await server.venue.socket(
    `/sync/${anna.event.id}/group/A?ticket=${anna.ticket}`,
  )
  const doc = new Y.Doc()
  addNote(doc, note('n1', 'im letzten Moment'))
  socket.send(updateFrame(Y.encodeStateAsUpdate(doc)))
  // One line is heard in order: what came before a question that is answered was received.
  socket.send(step1Frame(Uint8Array.of(0)))
  await soon('an answer', async () => frames.some((frame) => frame[0] === 0 && frame[1] === 1))
  server.child.kill('SIGTERM')
  expect(await ended).toBe(1012)
  expect(await server.ended).toBe(0)
  const again = await started(dataDir)
  const reader = await again.venue.guest(anna).open('group/A')
  expect([...notesOf(reader.doc).keys()]).toEqual(['n1'])
  reader.leave()
}, 120_000)

test('A12, A8 forged tickets are logged once at either door; logs hold no text, name, code or ticket', async () => {
  const server = await started(folder(), { LOG_LEVEL: 'info' })
  const { venue } = server
  const anna = await venue.join('member', 'Kreisverband Geheim', 'A')
  const live = await anna.open('group/A')
  addNote(live.doc, note('n1', 'Streng vertraulich'))
  await soon('a number', async () => (await notesOfGroup(anna, 'A')).length === 1)
  const forged = `${anna.ticket.slice(0, -4)}AAAA`
  expect((await venue.guest({ ...anna, ticket: forged }).call('GET', '/me')).status).toBe(401)
  expect(await (await venue.socket(`/sync/${anna.event.id}/group/A?ticket=${forged}`)).ended).toBe(4401)
  live.leave()
  const lines = () =>
    server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
  await soon('two lines', async () => lines().length >= 2)
  expect(lines().map((line) => JSON.parse(line) as object)).toMatchObject([
    { refusal: 'ticketForged', msg: 'request refused' },
    { refusal: 'ticketForged', msg: 'connection refused' },
  ])
  for (const secret of ['Geheim', 'vertraulich', anna.ticket, forged, ...Object.values(venue.codes)])
    expect(lines().join('\n')).not.toContain(secret)
}, 120_000)

test('E5 another template starts: one group, English, no levels, another time zone; the same id goes on', async () => {
  const dataDir = folder()
  const template = templateFile('summit.json', smallTemplate())
  const first = await started(dataDir, { EVENT_TEMPLATE: template })
  expect(first.output()).toContain('Harbour Summit is open at http://127.0.0.1:')
  const anna = await first.venue.join('member', 'Kreisverband 1', 'X')
  const me = await meOf(anna)
  expect(me.event).toMatchObject({ id: 'summit', language: 'en', timezone: 'Pacific/Auckland', levels: [] })
  const live = await anna.open('group/X')
  addNote(live.doc, { ...note('n1', 'Harbour'), kind: 'thought' as KindId })
  await soon('a number', async () => (await notesOfGroup(anna, 'X')).length === 1)
  live.leave()
  first.child.kill('SIGTERM')
  await first.ended

  // Started without the template, or with a changed one of the same id: the store's event goes on.
  const changed = templateFile('summit2.json', { ...smallTemplate(), title: 'Another title' })
  for (const settings of [{}, { EVENT_TEMPLATE: changed }]) {
    const again = await started(dataDir, settings as Record<string, string>)
    expect(again.output()).toContain('Harbour Summit is open')
    expect(await notesOfGroup(again.venue.guest(anna), 'X')).toHaveLength(1)
    again.child.kill('SIGTERM')
    await again.ended
  }

  const other = templateFile('other.json', smallTemplate('other'))
  const refused = spawnServer(dataDir, { EVENT_TEMPLATE: other })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toBe(
    `The store holds the event "summit", but ${other} describes "other". ` +
      'Start without EVENT_TEMPLATE to go on, or set another DATA_DIR for the new event.\n',
  )
}, 120_000)

test('E6 what cannot be started is told in a sentence, without a stack, with exit code 1', async () => {
  const taken = createServer()
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
  const port = String((taken.address() as AddressInfo).port)
  const running = folder()
  const other = await startServer(readConfig(settingsIn(running)))
  const noFolder = templateFile('a-file', 'not a folder')
  const odd = folder()
  mkdirSync(join(odd, 'leitwand.sqlite'))
  const damaged = folder()
  writeFileSync(join(damaged, 'secret'), 'abc\n')
  const cases: [Record<string, string>, string | RegExp][] = [
    [{ PORT: port }, `Port ${port} is taken. Set PORT to another one.`],
    [{ PORT: 'eighty' }, /^PORT cannot be used: .+\.$/],
    [{ PORT: '70000' }, /^PORT cannot be used: .+\.$/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL cannot be used: .+\.$/],
    [{ PUBLIC_URL: 'example.org' }, /^PUBLIC_URL cannot be used: .+\.$/],
    [{ EVENT_TEMPLATE: '/no/such.json' }, '/no/such.json cannot be read. Check EVENT_TEMPLATE.'],
    [{ EVENT_TEMPLATE: templateFile('text.json', '{"id":') }, /^\S+text\.json is no JSON: .+$/],
    [
      { EVENT_TEMPLATE: templateFile('bad.json', { ...smallTemplate(), groups: [], date: 'x' }) },
      /^\S+bad\.json is no usable template:\n {2}date: must be .+\.\n {2}groups: must hold at least one group\.$/,
    ],
    [
      { DATA_DIR: running },
      /^\S+leitwand\.sqlite is in use by another server\. Stop that one, or choose another DATA_DIR\.$/,
    ],
    [{ DATA_DIR: odd }, /^\S+leitwand\.sqlite cannot be opened: .+\.$/],
    [{ DATA_DIR: damaged }, /^\S+secret is damaged\. .+$/],
    [{ DATA_DIR: noFolder }, /^DATA_DIR .+$/],
    [{ DATA_DIR: '/proc/no/such' }, /^DATA_DIR cannot be used: .+\.$/],
    [{ HOST: '203.0.113.7' }, 'HOST cannot be used: this machine has no such address.'],
  ]
  for (const [settings, sentence] of cases) {
    const start = async () => startServer(readConfig(settingsIn(folder(), settings)))
    const said = await start().then(() => 'started', sentenceOf)
    if (typeof sentence === 'string') expect(said).toBe(sentence)
    else expect(said).toMatch(sentence)
  }
  const { ended, output } = spawnServer(folder(), { PORT: port })
  expect([await ended, output()]).toEqual([1, `Port ${port} is taken. Set PORT to another one.\n`])
  taken.close()
  await other.close()
}, 120_000)

test('E6 secret, store and links are readable by their owner only', async () => {
  const dataDir = join(folder(), 'new')
  await (await startServer(readConfig(settingsIn(dataDir)))).close()
  expect(statSync(dataDir).mode & 0o077).toBe(0)
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  // Also in a folder that others may read, and while the server runs.
  const open = join(folder(), 'open')
  mkdirSync(open, { mode: 0o755 })
  const running = await startServer(readConfig(settingsIn(open)))
  for (const name of readdirSync(open))
    expect([name, statSync(join(open, name)).mode & 0o077]).toEqual([name, 0])
  expect(readdirSync(open)).toContain('leitwand.sqlite-wal')
  await running.close()
})

test('E7 the event stream says what has changed, to everyone, and to each that it concerns them', async () => {
  const venue = await openVenue({ EVENT_TEMPLATE: templateFile('shipped.json', shippedTemplate()) })
  const anna = await venue.join('member', 'Kreisverband 1', 'A')
  const moderator = await venue.join('moderator', 'Moderation', 'plenum')
  const end = new AbortController()
  const listen = async (ticket: string) => {
    const said: string[] = []
    const response = await fetch(`${venue.origin}/api/stream?ticket=${ticket}`, { signal: end.signal })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const read = async () => {
      for await (const chunk of response.body as ReadableStream<Uint8Array>)
        said.push(
          ...new TextDecoder()
            .decode(chunk)
            .split('\n')
            .flatMap((line) => /^data: (.+)$/.exec(line)?.[1] ?? []),
        )
    }
    read().catch(() => undefined)
    return said
  }
  const [hers, theirs] = [await listen(anna.ticket), await listen(moderator.ticket)]
  const live = await anna.open('group/A')
  addNote(live.doc, note('n1', 'Karte'))
  await soon('notes/A', async () => theirs.includes('notes/A'))
  await anna.call('POST', '/me/group', { group: 'B' })
  await soon('me', async () => hers.includes('me'))
  await moderator.call('PUT', '/beamer', { show: { kind: 'welcome' } })
  await moderator.call('POST', '/plenum/finalise')
  const topics = ['notes/A', 'people', 'beamer', 'minutes', 'plenum']
  await soon('the rest', async () =>
    [hers, theirs].every((said) => topics.every((one) => said.includes(one))),
  )
  expect(theirs).not.toContain('me')
  expect(new Set(hers)).toEqual(new Set([...topics, 'me']))
  expect(new Set(theirs)).toEqual(new Set(topics))
  end.abort()
  await venue.close()
})
