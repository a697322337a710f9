import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommentFact, NotesAnswer } from '#shared/api.ts'
import { addNote, notesOf } from '#shared/board.ts'
import { addComment, commentKey, readComments } from '#shared/comments.ts'
import type { CommentId, KindId, NoteId, PersonId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { docSays, openVenue, soon, type Guest, type Live } from '../kit/venue.ts'

let venue: Awaited<ReturnType<typeof openVenue>>
let anna: Guest
let ben: Guest
let staff: Guest
let annas: Live
let bens: Live
beforeAll(async () => {
  venue = await openVenue({ LIMIT_TAIL_ROWS: '3' })
  anna = await venue.join('member', 'Kreisverband 1', 'A')
  ben = await venue.join('member', 'Kreisverband 2', 'A')
  staff = await venue.join('staff', 'Redaktion')
  annas = await anna.open('group/A')
  bens = await ben.open('group/A')
})
afterAll(() => venue.close())

const write = async (id: string, text: string): Promise<NoteId> => {
  const note = id as NoteId
  addNote(annas.doc, {
    id: note,
    question: null,
    kind: 'idea' as KindId,
    createdAt: 1,
    blocks: parseNoteText(text),
  })
  await docSays(`note ${id}`, bens, (doc) => notesOf(doc).has(id))
  return note
}
const say = ({ doc }: Live, note: NoteId, id: string, text: string) =>
  addComment(doc, { id: id as CommentId, note, text, createdAt: 1 })
const factsFor = async (guest: Guest): Promise<readonly CommentFact[]> =>
  (await guest.call<NotesAnswer>('GET', '/groups/A/notes')).body.comments
const factOf = (guest: Guest, note: NoteId, id: string, author?: string): Promise<CommentFact> =>
  soon(`the author of ${id}`, async () =>
    (await factsFor(guest)).find(
      (fact) => fact.note === note && fact.id === id && (author === undefined || fact.author === author),
    ),
  )
const holding = (word: string) =>
  readdirSync(venue.dataDir).filter((file) => readFileSync(join(venue.dataDir, file)).includes(word))

test('B40 who wrote a comment is the server’s to say, whatever a client puts beside it', async () => {
  const note = await write('n1', 'Eine Karte')
  say(annas, note, 'c1', 'Wer genau?')
  notesOf(bens.doc)
    .get(note)
    ?.set(commentKey('c2' as CommentId), {
      text: 'Ich bin es nicht.',
      createdAt: 2,
      author: 'Kreisverband 1',
      person: anna.person.id,
    })
  expect(await factOf(anna, note, 'c1')).toEqual({ id: 'c1', note, author: 'Kreisverband 1', isMine: true })
  expect(await factOf(ben, note, 'c1')).toMatchObject({ isMine: false })
  expect(await factOf(anna, note, 'c2')).toMatchObject({ author: 'Kreisverband 2', isMine: false })
  expect(JSON.stringify(await factsFor(anna))).not.toContain(ben.person.id satisfies PersonId)
})

test('B40 what somebody writes over a comment of others is not theirs any more; another note’s id is another comment', async () => {
  const note = await write('n2', 'Noch eine Karte')
  const other = await write('n3', 'Und noch eine')
  say(annas, note, 'mine', 'Das habe ich gesagt.')
  await factOf(ben, note, 'mine', 'Kreisverband 1')
  await docSays('the comment', bens, (doc) => readComments(doc).has(note))
  say(bens, note, 'mine', 'Das hat sie nie gesagt.')
  say(bens, other, 'mine', 'Und das auch nicht.')
  await factOf(ben, note, 'mine', 'Kreisverband 2')
  expect(await factOf(anna, other, 'mine')).toMatchObject({ author: 'Kreisverband 2', isMine: false })
  notesOf(bens.doc)
    .get(note)
    ?.delete(commentKey('mine' as CommentId))
  await soon('no author without a comment', async () =>
    (await factsFor(anna)).every((fact) => fact.note !== note),
  )
})

test('B40 a comment that comes along with its note has an author; one of a stranger’s shape has none', async () => {
  annas.doc.transact(() => {
    const note = addNote(annas.doc, {
      id: 'n4' as NoteId,
      question: null,
      kind: 'idea' as KindId,
      createdAt: 1,
    })
    note.set(commentKey('c4' as CommentId), { text: 'Gleich dazu.', createdAt: 1 })
    note.set(commentKey('odd' as CommentId), { text: 7 })
  })
  expect(await factOf(ben, 'n4' as NoteId, 'c4')).toMatchObject({ author: 'Kreisverband 1' })
  expect((await factsFor(ben)).some(({ id }) => id === 'odd')).toBe(false)
})

test('B40 readers see comments and cannot write any', async () => {
  const note = await write('n5', 'Für alle')
  say(annas, note, 'c5', 'Alle lesen das.')
  await factOf(anna, note, 'c5')
  const reader = await venue.join('beamer', 'Leinwand')
  const read = await reader.open('group/A')
  expect(
    readComments(read.doc)
      .get(note)
      ?.map(({ text }) => text),
  ).toEqual(['Alle lesen das.'])
  expect((await factsFor(reader)).some(({ id, author }) => id === 'c5' && author === 'Kreisverband 1')).toBe(
    true,
  )
  say(read, note, 'foreign', 'Ich darf das nicht.')
  await read.closed
  say(annas, note, 'c6', 'Danach.')
  await factOf(anna, note, 'c6')
  expect((await factsFor(anna)).some(({ id }) => id === 'foreign')).toBe(false)
  expect(holding('Ich darf das nicht.')).toEqual([])
})

test('B40 what was said about an erased note is in no file, neither before nor after', async () => {
  const note = await write('n6', 'Wird gelöscht')
  const kept = await write('n7', 'Bleibt')
  say(annas, note, 'c7', 'Dornenhecke-4711')
  say(annas, kept, 'c8', 'Rosenbeet-4712')
  await factOf(anna, note, 'c7')
  await factOf(anna, kept, 'c8')
  await soon('both on disk', async () => holding('Dornenhecke-4711').length > 0)
  bens.provider.disconnect()
  say(bens, note, 'late', 'Turmzimmer-4713')
  say(bens, kept, 'c9', 'Spindel-4714')
  expect((await staff.call('DELETE', `/groups/A/notes/${note}`)).status).toBe(200)
  expect(holding('Dornenhecke-4711')).toEqual([])
  expect(holding('Rosenbeet-4712')).not.toEqual([])
  expect((await factsFor(anna)).some((fact) => fact.note === note)).toBe(false)
  bens.provider.connect()
  await factOf(anna, kept, 'c9', 'Kreisverband 2')
  expect(holding('Spindel-4714')).not.toEqual([])
  expect(holding('Turmzimmer-4713')).toEqual([])
})
