import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { readConfig } from '../../server/config.ts'
import { Records } from '../../server/records.ts'
import { startServer } from '../../server/startServer.ts'
import { bodyOf, notesOf, readNotes, type NoteMap } from '#shared/board.ts'
import { draftOf, reveal, startPhase, textOf, textsIn, writeNote, writeOn } from '../kit/collectingDay.ts'
import { rowsOnDisk, timesOnDisk } from '../kit/tracesOnDisk.ts'
import { docSays, freshFolder, notesOfGroup, openVenue, settingsIn, soon, type Guest } from '../kit/venue.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const end of ends.splice(0).toReversed()) await end()
})

/** Three members of A have written two cards each, hidden. */
const collected = async () => {
  const venue = await openVenue()
  ends.push(() => venue.close())
  const moderator = await venue.join('moderator', 'Moderation A', 'A')
  const people: Guest[] = []
  for (let n = 1; n <= 3; n++) people.push(await venue.join('member', `Kreisverband ${n}`, 'A'))
  await startPhase(moderator, 'A', 'collect')
  for (const [n, one] of people.entries()) {
    const { doc, leave } = await draftOf(one)
    for (const card of [1, 2]) writeNote(doc, `own${n}x${card}`, `Gedanke${n}x${card}`, { at: n * 10 + card })
    await soon('the draft on disk', async () => (await one.call('GET', '/drafts')).body['unsent'] === 2)
    leave()
  }
  return { venue, moderator, people }
}
const texts = [0, 1, 2].flatMap((n) => [1, 2].map((card) => `Gedanke${n}x${card}`)).sort()

/** Nothing of what was revealed stands where its author's name or draft does. */
const expectNoTrace = (dataDir: string, people: readonly Guest[], notes: readonly string[]) => {
  const rows = rowsOnDisk(dataDir)
  const ofDrafts = rows.filter(({ room }) => room.includes('/draft/'))
  expect(new Set(ofDrafts.map(({ room }) => room)).size).toBeGreaterThanOrEqual(people.length)
  for (const { room, text } of ofDrafts)
    for (const word of [...texts, ...notes]) expect(text, room).not.toContain(word)
  for (const { room, text } of rows.filter((row) => !ofDrafts.includes(row)))
    for (const { person } of people)
      if (text.includes(person.id)) for (const note of notes) expect(text, room).not.toContain(note)
  // What is deleted is overwritten: a text stands in the files as often as on the board that is kept.
  for (const word of texts)
    expect(timesOnDisk(dataDir, word), word).toBe(
      rows
        .filter(({ text }) => text.includes(word))
        .reduce((all, { text }) => all + text.split(word).length - 1, 0),
    )
}

test('C30 after a reveal without names no file of the store leads from a person to a card', async () => {
  const { venue, moderator, people } = await collected()
  expect((await reveal(moderator, 'A', false)).body).toEqual({ notes: 6 })
  const facts = await notesOfGroup(moderator, 'A')
  expect(facts).toHaveLength(6)
  const board = await moderator.open('group/A')
  expect(textsIn(board)).toEqual(texts)
  expect(readNotes(board.doc).every(({ id }) => !id.startsWith('own'))).toBe(true)
  // Not even when, to which Teilfrage or as what kind it was written.
  for (const one of people) {
    const { doc } = await draftOf(one)
    const left = [...notesOf(doc).values()].map((note) => [...note.keys()].sort())
    expect(left).toEqual([1, 2].map(() => ['body', 'group', 'sent']))
  }
  venue.leave()
  await venue.server.close()
  expectNoTrace(
    venue.dataDir,
    people,
    facts.map(({ id }) => id),
  )
})

test('C31 killed between a reveal without names and its wiping, the next start wipes', async () => {
  const { venue, moderator, people } = await collected()
  const folder = freshFolder()
  ends.push(folder.remove)
  const killed = join(folder.path, 'killed')
  // The files are taken away at the moment when everything is committed and nothing is wiped yet.
  vi.spyOn(Records.prototype, 'rewrite').mockImplementation(async () => {
    cpSync(venue.dataDir, killed, { recursive: true })
    throw new Error('killed')
  })
  const { status, body } = await reveal(moderator, 'A', false)
  expect([status, body.error]).toEqual([503, 'storeDown'])
  vi.restoreAllMocks()
  const notes = (await notesOfGroup(moderator, 'A')).map(({ id }) => id)
  expect(notes).toHaveLength(6)
  expect(() => expectNoTrace(killed, people, notes)).toThrow()
  // Asked for again, it is wiped where it was revealed, too.
  expect((await reveal(moderator, 'A', false)).body).toEqual({ notes: 0 })

  const server = await startServer(readConfig({ ...settingsIn(killed) }))
  await server.close()
  expectNoTrace(killed, people, notes)
})

test('C32 what was written on without network while it was revealed without names waits for its author', async () => {
  const { moderator, people } = await collected()
  const one = people[0] as Guest
  const draft = await draftOf(one)
  await docSays('the draft', draft, () => textsIn(draft).length === 2)
  draft.provider.disconnect()
  writeOn(draft.doc, 'own0x1', 'und weiter')
  writeNote(draft.doc, 'offline', 'Im Zug geschrieben', { at: 99 })
  await reveal(moderator, 'A', false)
  draft.provider.connect()
  await soon('the offline work', async () => (await one.call('GET', '/drafts')).body['unsent'] === 2)
  const again = await draftOf(one)
  // The rest of it stands on the board already, and belongs to nobody there.
  await docSays('what is left', again, () => textsIn(again).includes('Im Zug geschrieben'))
  expect(textsIn(again)).toEqual(['Im Zug geschrieben', 'und weiter'])
  const sent = await one.call('POST', '/drafts/send', { notes: ['own0x1', 'offline'] })
  expect(sent.body).toEqual({ sent: 2, late: 0 })
  const board = await moderator.open('group/A')
  await docSays('what was sent', board, () => textsIn(board).length === 8)
  expect(textsIn(board)).toEqual([...texts, 'Im Zug geschrieben', 'und weiter'].sort())
})

test('C32 letters typed in the middle of a paragraph while it was revealed without names stand together', async () => {
  const { moderator, people } = await collected()
  const one = people[0] as Guest
  const draft = await draftOf(one)
  await docSays('the draft', draft, () => textsIn(draft).length === 2)
  const secret = 'https://example.org/geheim'
  writeNote(draft.doc, 'shaped', `Vorher [fett](${secret}) nachher\n- Spiegelpunkt`, { at: 50 })
  const body = bodyOf(notesOf(draft.doc).get('shaped') as NoteMap) as Y.XmlFragment
  const paragraph = body.get(0) as Y.XmlElement
  const text = paragraph.get(0) as Y.XmlText
  text.format(0, 4, { link: { href: secret } })
  paragraph.insert(1, [new Y.XmlElement('hardBreak')])
  await soon('the card', async () => (await one.call('GET', '/drafts')).body['unsent'] === 3)
  draft.provider.disconnect()
  // One letter after the other, in the text that is being revealed.
  for (const [at, letter] of [...'weiter'].entries()) text.insert(6 + at, letter)
  await reveal(moderator, 'A', false)
  draft.provider.connect()
  await soon('the offline work', async () => (await one.call('GET', '/drafts')).body['unsent'] === 1)
  const again = await draftOf(one)
  await docSays('what is left', again, () => textsIn(again).length > 0)
  expect(textsIn(again)).toEqual(['weiter'])
  // No word, link or break of it is left, wherever it stood.
  const left = JSON.stringify(notesOf(again.doc).toJSON())
  for (const word of ['Vorher', 'geheim', 'Spiegel', 'hardBreak', 'link']) expect(left).not.toContain(word)
  expect((await one.call('POST', '/drafts/send', { notes: ['shaped'] })).body).toEqual({ sent: 1, late: 0 })
  const board = await moderator.open('group/A')
  await docSays('what was sent', board, () => textsIn(board).includes('weiter'))
  const sent = readNotes(board.doc).find((note) => textOf(note) === 'weiter')
  expect(sent?.blocks).toEqual([{ type: 'paragraph', spans: [{ text: 'weiter' }] }])
  expect(sent?.createdAt).toBeGreaterThan(1000)
})
