import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addCluster, addNote, bodyOf, notesOf, type NewNote } from '#shared/board.ts'
import type { FirstLook, LookAnswer } from '#shared/firstLook.ts'
import type { ClusterId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { lookAtBoard } from '#shared/lookAtBoard.ts'
import { plainText, writeBlocks } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Refusal } from '#shared/refusal.ts'
import type { UserRole } from '#shared/roles.ts'
import { draftOf, reveal, startPhase, writeNote } from '../kit/collectingDay.ts'
import { closeVote, openVote, writeCards } from '../kit/pointsDay.ts'
import { docSays, notesOfGroup, openVenue, soon, type Guest, type Live } from '../kit/venue.ts'

// As it is, but counted: others read boards as well.
vi.mock('#shared/lookAtBoard.ts', { spy: true })

let venue: Awaited<ReturnType<typeof openVenue>>
let watching: Live
const people: Record<string, Guest> = {}
const who = (name: string) => people[name] as Guest
beforeAll(async () => {
  venue = await openVenue()
  const roles: readonly [string, UserRole, string?][] = [
    ['member A', 'member', 'A'],
    ['member B', 'member', 'B'],
    ['member', 'member'],
    ['moderator A', 'moderator', 'A'],
    ['moderator B', 'moderator', 'B'],
    ['plenum', 'moderator', 'plenum'],
    ['staff', 'staff'],
    ['beamer', 'beamer'],
  ]
  for (const [name, role, group] of roles) people[name] = await venue.join(role, name, group)
  await writeCards(who('moderator A'), 'A', 3)
  watching = await who('beamer').open('group/A')
})
afterAll(() => venue.close())

const answerOf = async (group = 'A', guest = who('beamer')) =>
  (await guest.call<LookAnswer>('GET', `/groups/${group}/look`)).body.look
const lookOf = async (group = 'A') => (await answerOf(group)) as FirstLook
const write = ({ doc }: Live, id: string, text: string, fields: Partial<NewNote> = {}) =>
  addNote(doc, {
    id: id as NoteId,
    question: 'A1' as QuestionId,
    kind: 'idea' as KindId,
    createdAt: 100,
    blocks: parseNoteText(text),
    ...fields,
  })
/** Whoever looks on sees it: it is committed. */
const isSeen = (id: string) => docSays(id, watching, (doc) => notesOf(doc).has(id))

test('B82 who may read a board gets its first look, all the same bytes; nobody else gets anything', async () => {
  const bytes = new Set<string>()
  for (const [name, guest] of Object.entries(people))
    for (const group of ['A', 'B', 'Z', '..%2FA', '__proto__']) {
      const notes = await guest.call('GET', `/groups/${group}/notes`)
      const look = await guest.call<LookAnswer>('GET', `/groups/${group}/look`)
      expect([name, group, look.status, look.body.error]).toEqual([
        name,
        group,
        notes.status,
        notes.body.error,
      ])
      expect(look.body.error).toBe(group === 'A' || group === 'B' ? undefined : 'groupUnknown')
      if (group === 'A') bytes.add(JSON.stringify(look.body))
    }
  expect(bytes.size).toBe(1)
  for (const headers of [{}, { authorization: 'Bearer forged' }]) {
    const refused = await venue.call<LookAnswer>('GET', '/groups/A/look', undefined, headers)
    expect([refused.status, refused.body.look]).toEqual([401, undefined])
  }
  const nobody = [...bytes].join()
  for (const { person } of Object.values(people)) expect(nobody).not.toContain(person.id)
  const { zones, parked, cards } = await lookOf()
  expect(zones[0]).toEqual({ question: 'A1', clusters: [], loose: ['card1', 'card2', 'card3'], count: 3 })
  expect([zones.length > 1, parked]).toEqual([true, []])
  expect(cards[1]).toEqual({
    id: 'card2',
    number: 'A-02',
    kind: 'idea',
    levels: [],
    blocks: parseNoteText('Karte 2'),
    at: null,
    column: null,
    isMarked: false,
    merged: 0,
  })
})

test('B82 whoever cannot unpack the answer gets the same as plain JSON', async () => {
  const ask = async (encoding: string) => {
    const { request } = await import('node:http')
    return new Promise<{ encoding: string | undefined; bytes: Buffer }>((done, failed) => {
      const headers = { authorization: `Bearer ${who('member').ticket}`, 'accept-encoding': encoding }
      request(`${venue.origin}/api/groups/A/look`, { headers }, async (response) => {
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk as Buffer)
        done({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(chunks) })
      })
        .on('error', failed)
        .end()
    })
  }
  const [packed, plain] = [await ask('gzip, br'), await ask('identity')]
  expect([packed.encoding, plain.encoding]).toEqual(['gzip', undefined])
  expect(gunzipSync(packed.bytes)).toEqual(plain.bytes)
  expect((JSON.parse(plain.bytes.toString()) as LookAnswer).look?.cards).toHaveLength(3)
})

test('B82 whatever changes on a board is in the next answer: texts, places, sheets, marks, numbers', async () => {
  const live = await who('moderator A').open('group/A')
  await answerOf()
  const made = write(live, 'next', 'Noch etwas')
  await isSeen('next')
  expect((await lookOf()).zones[0]?.loose).toContain('next')
  expect((await lookOf()).cards.find(({ id }) => id === 'next')?.number).toBe('A-04')
  const changes: (() => void)[] = [
    () => writeBlocks(bodyOf(made) as never, parseNoteText('davor')),
    () => made.set('at', { x: 3, y: 4 }),
    () => made.set('column', 1),
    () => made.set('forPlenum', 'a'),
    () => addCluster(live.doc, { id: 'sheet' as ClusterId, title: 'Blatt', question: 'A1' as QuestionId }),
    () => made.set('cluster', 'sheet'),
    () => made.set('kind', 'parking-lot'),
    () => made.set('trashedAt', 1),
  ]
  const seen = new Set([JSON.stringify(await lookOf())])
  for (const change of changes) {
    const isHere = new Promise<void>((done) => watching.doc.once('update', () => done()))
    change()
    await isHere
    seen.add(JSON.stringify(await lookOf()))
  }
  expect(seen.size).toBe(changes.length + 1)
  expect((await lookOf()).cards.map(({ id }) => id)).toEqual(['card1', 'card2', 'card3'])
  live.leave()
})

test('B82 a plan with other Teilfragen is in the next answer', async () => {
  const { event } = who('staff')
  const path = `/events/${event.id}/template`
  type Template = { readonly groups: readonly { id: string; questions: readonly { id: string }[] }[] }
  const seen = (await who('staff').call<{ template: Template }>('GET', path)).body.template
  const before = (await lookOf('B')).zones.length
  const groups = seen.groups.map((group) =>
    group.id === 'B' ? { ...group, questions: group.questions.slice(1) } : group,
  )
  const template = { ...seen, groups }
  expect((await who('staff').call('PUT', path, { template, seen })).status).toBe(200)
  expect((await lookOf('B')).zones).toHaveLength(before - 1)
  await who('staff').call('PUT', path, { template: seen, seen: template })
  expect((await lookOf('B')).zones).toHaveLength(before)
})

test('B82 erased words are gone from the next answer, also those of a card that notes were put together into', async () => {
  const live = await who('moderator A').open('group/A')
  live.doc.transact(() => {
    write(live, 'secret', 'Klinikum-Dornroeschen-4711')
    notesOf(live.doc).get('card1')?.set('mergedInto', 'secret')
  })
  await isSeen('secret')
  const numbered = async () =>
    (await notesOfGroup(who('staff'), 'A')).some(({ id, number }) => id === 'secret' && number > 0)
  await soon('a number', numbered)
  const { cards } = await lookOf()
  expect(cards.find(({ id }) => id === 'secret')).toMatchObject({ merged: 1 })
  expect(cards.some(({ id }) => id === 'card1')).toBe(false)
  const asked: Promise<unknown>[] = []
  const asking = setInterval(() => asked.push(answerOf().catch(() => undefined)), 1)
  const erased = await who('moderator A').call('DELETE', '/groups/A/notes/secret')
  const after = await lookOf()
  clearInterval(asking)
  // Whoever asks on would be counted in the next test.
  await Promise.all(asked)
  expect(erased.status).toBe(200)
  expect(JSON.stringify(after)).not.toContain('Dornroeschen')
  expect(after.cards.map(({ id }) => id)).toEqual(['card1', 'card2', 'card3'])
  live.leave()
})

test('B82 a hundred who ask at once share one reading, and it is kept until something changes', async () => {
  const ask = () => Promise.all(Array.from({ length: 100 }, () => answerOf()))
  const live = await who('moderator A').open('group/A')
  write(live, 'hundred', 'Viele fragen')
  await isSeen('hundred')
  vi.mocked(lookAtBoard).mockClear()
  const answers = await ask()
  expect(answers.every((look) => look?.cards.some(({ id }) => id === 'hundred'))).toBe(true)
  expect(lookAtBoard).toHaveBeenCalledTimes(1)
  await ask()
  // What happens elsewhere does not count.
  const other = await who('moderator B').open('group/B')
  write(other, 'elsewhere', 'Woanders', { question: 'B1' as QuestionId })
  await soon('the other board', async () => (await lookOf('B')).cards.length === 1)
  vi.mocked(lookAtBoard).mockClear()
  await ask()
  expect(lookAtBoard).not.toHaveBeenCalled()
  live.leave()
  other.leave()
})

test('B82 a reading that failed is not kept', async () => {
  const live = await who('moderator A').open('group/A')
  write(live, 'failing', 'Der Speicher ist weg')
  await isSeen('failing')
  vi.mocked(lookAtBoard).mockImplementationOnce(() => {
    throw new Refusal('storeDown')
  })
  const path = '/groups/A/look'
  expect((await who('member').call('GET', path)).body.error).toBe('storeDown')
  expect((await who('member').call('GET', path)).status).toBe(200)
  live.leave()
})

test('B83 while cards are hidden there is no first look of the board, and then the revealed cards are on it', async () => {
  const [moderator, member] = [who('moderator B'), who('member B')]
  expect(await answerOf('B')).not.toBeNull()
  expect((await startPhase(moderator, 'B', 'collect')).status).toBe(200)
  const draft = await draftOf(member)
  writeNote(draft.doc, 'hidden', 'Noch verdeckt', { group: 'B' })
  for (const guest of Object.values(people)) expect(await answerOf('B', guest)).toBeNull()
  expect(await answerOf('A')).not.toBeNull()
  const count = async () => (await moderator.call<{ notes: number }>('GET', '/groups/B/drafts')).body.notes
  await soon('the hidden card', async () => (await count()) === 1)
  expect((await reveal(moderator, 'B')).status).toBe(200)
  const { cards } = await lookOf('B')
  expect(cards.map(({ blocks }) => plainText(blocks).trim())).toContain('Noch verdeckt')
  draft.leave()
})

test('B83 while points are given there is no first look of that board, and then there is', async () => {
  const vote = await openVote(who('moderator A'))
  for (const guest of Object.values(people)) expect(await answerOf('A', guest)).toBeNull()
  expect(await answerOf('B')).not.toBeNull()
  await closeVote(who('moderator A'), vote)
  expect(await answerOf('A')).not.toBeNull()
})
