import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, notesOf } from '#shared/board.ts'
import type { KindId, NoteId, NoteRef } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { pairKey, type OverlapsAnswer } from '#shared/plenum/overlaps.ts'
import { Refusal, type RefusalCode } from '#shared/refusal.ts'
import type { Result } from '#shared/result.ts'
import { readConfig } from '../../server/config.ts'
import { startServer } from '../../server/startServer.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { edgeNotes } from '../kit/sampleDay.ts'
import { freshFolder, plenumOf, settingsIn, soon, Venue, type Guest } from '../kit/venue.ts'

let day: Awaited<ReturnType<typeof openPlenumDay>>
beforeAll(async () => {
  day = await openPlenumDay()
})
afterAll(() => day.close())

const overlapsFor = async (guest: Guest) => (await guest.call<OverlapsAnswer>('GET', '/plenum/overlaps')).body
const pairsIn = ({ overlaps }: OverlapsAnswer): string[] =>
  overlaps.flatMap(({ notes }) =>
    notes.flatMap((one, at) => notes.slice(at + 1).map((other) => pairKey(one, other))),
  )
const isProposed = async (one: NoteRef, other: NoteRef) =>
  pairsIn(await overlapsFor(day.staff)).includes(pairKey(one, other))
const setApart = (guest: Guest, notes: readonly string[], apart = true) =>
  guest.call<OverlapsAnswer>('PUT', '/plenum/overlaps/apart', { notes, apart })

let count = 0
/** Stands on a board, with a number, and is not marked. */
const write = async (group: string, text: string): Promise<NoteRef> => {
  const id = `u${++count}` as NoteId
  const { doc } = day.board(group)
  const fields = { id, question: null, kind: 'idea' as KindId, createdAt: count }
  addNote(doc, { ...fields, blocks: parseNoteText(text) })
  const ref = `${group}/${id}` as NoteRef
  await day.numberOf(ref)
  return ref
}

test('P32 what stands on the boards is compared, marked or not; what was laid away or erased is never named', async () => {
  const a = await day.mark('A', 'Lastenfahrräder gemeinsam anschaffen')
  const b = await write('B', 'Anschaffung von Lastenfahrrädern')
  const c = await write('C', 'Lastenfahrräder für alle anschaffen')
  expect((await overlapsFor(day.staff)).overlaps[0]?.notes).toEqual([a, b, c].sort())

  day.mapOf(b)?.set('trashedAt', 5)
  await soon('B to be gone', async () => !(await isProposed(a, b)))
  expect(await isProposed(a, c)).toBe(true)
  day.mapOf(b)?.set('trashedAt', null)
  await soon('B to be back', () => isProposed(a, b))

  expect((await day.staff.call('DELETE', `/groups/C/notes/${c.split('/')[1]}`)).status).toBe(200)
  expect(JSON.stringify(await overlapsFor(day.staff))).not.toContain(c)
  expect((await setApart(day.staff, [a, c])).body.error).toBe('notFound')

  // A card that stands in another one on its board speaks no more for itself.
  const card = await write('B', 'Etwas völlig anderes')
  day.mapOf(b)?.set('mergedInto', card.split('/')[1])
  await soon('the original to be silent', async () => !(await isProposed(a, b)))
})

test('P33 what was refused stays away for everyone and comes back when it is wanted; twice is once', async () => {
  const a = await day.mark('A', 'Hebammensprechstunde im Stadtteil')
  const d = await day.mark('D', 'Im Stadtteil eine Hebammensprechstunde')
  const b = await write('B', 'Hebammensprechstunde')
  expect(await isProposed(a, d)).toBe(true)
  await setApart(day.moderator, [a, d])
  const { status, body } = await setApart(day.staff, [d, a])
  expect(status).toBe(200)
  expect(pairsIn(body)).not.toContain(pairKey(a, d))
  expect(body.apart.filter(({ notes }) => pairKey(...notes) === pairKey(a, d))).toHaveLength(1)
  // What is like one of them is still proposed with it.
  expect((await isProposed(a, b)) || (await isProposed(d, b))).toBe(true)
  await setApart(day.staff, [a, d], false)
  await setApart(day.staff, [a, d], false)
  expect(await isProposed(a, d)).toBe(true)
  expect((await overlapsFor(day.staff)).apart).toEqual([])
  // Of three each with each.
  expect((await setApart(day.staff, [a, b, d])).body.apart).toHaveLength(3)
  expect((await setApart(day.staff, [a, b, d], false)).body.apart).toEqual([])
})

test('P33 what was merged or called related disappears, and is proposed again when it is dissolved', async () => {
  const a = await day.mark('A', 'Patenschaften für Auszubildende')
  const b = await day.mark('B', 'Patenschaften mit Auszubildenden')
  const c = await write('C', 'Patenschaft für jeden Auszubildenden')
  expect(await isProposed(a, b)).toBe(true)
  const result = await day.make(a, b)
  expect(await isProposed(a, b)).toBe(false)
  expect((await isProposed(a, c)) || (await isProposed(b, c))).toBe(true)
  await day.patch(result.id, { links: [c] })
  expect(await isProposed(a, c)).toBe(false)
  await day.moderator.call('POST', `/plenum/results/${result.id}/dissolve`)
  expect(await isProposed(a, b)).toBe(true)
})

test('P35 a result is made of cards without a mark as well: they come along, their boards stay as they are, and so after undoing', async () => {
  const a = await day.mark('A', 'Schwimmkurse für Frauen')
  const d = await write('D', 'Schwimmkurs nur für **Frauen**')
  const e = await write('C', 'Frauen lernen schwimmen')
  const boards = () => ['A', 'C', 'D'].map((group) => JSON.stringify(notesOf(day.board(group).doc).toJSON()))
  const before = boards()
  const { status, body: made } = await day.staff.call<Result>('POST', '/plenum/results', {
    sources: [a, d],
    links: [e],
  })
  expect([status, made.sources, made.links]).toEqual([200, [a, d], [e]])
  await soon('the cited cards in the Plenum', async () =>
    [a, d, e].every((ref) => day.gatheredNotes().some((note) => note.ref === ref)),
  )
  await soon('the wording', async () => day.wordingOf(made).length > 0)
  expect(plainText(day.wordingOf(made))).toContain('Schwimmkurs nur für Frauen')
  expect(day.gatheredNotes().find(({ ref }) => ref === d)).toMatchObject({ order: null, withdrawn: false })
  await day.staff.call('POST', `/plenum/results/${made.id}/dissolve`)
  await soon('the cards to go home', async () =>
    [d, e].every((ref) => !day.gatheredNotes().some((note) => note.ref === ref)),
  )
  expect(day.gatheredNotes().some(({ ref }) => ref === a)).toBe(true)
  expect(boards()).toEqual(before)
  // Not out of what lies in the tray, nor what nobody wrote.
  day.mapOf(d)?.set('trashedAt', 5)
  await soon('D in the tray', async () => !JSON.stringify(await overlapsFor(day.staff)).includes(d))
  for (const body of [{ sources: [d] }, { sources: [a], links: ['D/never'] }, { sources: ['Z/u1'] }])
    expect((await day.staff.call('POST', '/plenum/results', body)).body.error).toBe('notFound')
})

test('P34 who looks, refuses and merges: everybody, at every door; bad input changes nothing', async () => {
  const a = await day.mark('A', 'Werkzeugverleih im Quartier')
  const b = await day.mark('B', 'Quartierswerkzeug verleihen')
  const sameGroup = await write('A', 'Werkzeugverleih')
  const people: Record<string, Guest> = {
    member: await day.join('member', 'Kreisverband 1', 'A'),
    'member, no group': await day.join('member', 'Kreisverband 2'),
    'moderator A': await day.join('moderator', 'Moderation A', 'A'),
    plenum: day.moderator,
    staff: day.staff,
    beamer: await day.join('beamer', 'Beamer'),
  }
  const answers: Record<string, string[]> = {}
  for (const [name, guest] of Object.entries(people)) {
    const said = async (method: string, path: string, body?: unknown) => {
      const answer = await guest.call(method, path, body)
      expect(answer.status).toBe(answer.body.error ? new Refusal(answer.body.error as RefusalCode).http : 200)
      return answer.body.error ?? 'done'
    }
    answers[name] = [
      await said('GET', '/plenum/overlaps'),
      await said('PUT', '/plenum/overlaps/apart', { notes: [a, b], apart: true }),
      await said('PUT', '/plenum/overlaps/apart', { notes: [a, b], apart: false }),
    ]
  }
  expect(answers).toEqual({
    member: ['forbidden', 'forbidden', 'forbidden'],
    'member, no group': ['forbidden', 'forbidden', 'forbidden'],
    'moderator A': ['done', 'forbidden', 'forbidden'],
    plenum: ['done', 'done', 'done'],
    staff: ['done', 'done', 'done'],
    beamer: ['forbidden', 'forbidden', 'forbidden'],
  })
  expect((await day.call('GET', '/plenum/overlaps')).body.error).toBe('ticketMissing')
  for (const [body, error] of [
    [{ notes: [a], apart: true }, 'badRequest'],
    [{ notes: [a, a], apart: true }, 'badRequest'],
    [{ notes: [a, sameGroup], apart: true }, 'badRequest'],
    [{ notes: [a, b] }, 'badRequest'],
    [{ notes: ['../A', b], apart: true }, 'badRequest'],
    [{ notes: [a, 'B/never'], apart: true }, 'notFound'],
    [{ notes: Array.from({ length: 11 }, (_, at) => `A/n${at}`), apart: true }, 'badRequest'],
  ] as const)
    expect((await day.staff.call('PUT', '/plenum/overlaps/apart', body)).body.error).toBe(error)
  expect((await overlapsFor(day.staff)).apart).toEqual([])
})

test('P32 nasty texts are compared like any other', async () => {
  for (const { text } of edgeNotes) {
    const fields = { question: null, kind: 'idea' as KindId, createdAt: ++count, blocks: parseNoteText(text) }
    for (const group of ['A', 'B']) addNote(day.board(group).doc, { ...fields, id: `edge${count}` as NoteId })
  }
  const answer = await soon('the nasty pairs', async () => {
    const { status, body } = await day.staff.call<OverlapsAnswer>('GET', '/plenum/overlaps')
    expect(status).toBe(200)
    return body.overlaps.some(({ notes }) => notes.some((ref) => ref.includes('edge'))) && body
  })
  for (const { notes } of answer.overlaps) expect(new Set(notes.map((ref) => ref[0])).size).toBe(notes.length)
})

test('P33 refused pairs are there after a restart; P34 a frozen Plenum is prepared no more, but still looked at', async () => {
  const folder = freshFolder()
  const first = await startServer(readConfig(settingsIn(folder.path)))
  const before = new Venue(first.origin, first.links)
  const staff = await before.join('staff', 'Redaktion')
  const refs = await Promise.all(
    ['A', 'B'].map(async (group) => {
      const board = await staff.open(`group/${group}`)
      const fields = { id: 'n1' as NoteId, question: null, kind: 'idea' as KindId, createdAt: 1 }
      addNote(board.doc, { ...fields, blocks: parseNoteText('Ein Garten hinter dem Haus') })
      return `${group}/n1` as NoteRef
    }),
  )
  await soon('the proposal', async () => (await overlapsFor(staff)).overlaps.length > 0)
  expect((await setApart(staff, refs)).status).toBe(200)
  before.leave()
  await first.close()

  const second = await startServer(readConfig(settingsIn(folder.path)))
  const venue = new Venue(second.origin, second.links)
  const again = await venue.join('staff', 'Redaktion')
  expect(await overlapsFor(again)).toMatchObject({ overlaps: [], apart: [{ notes: refs }] })
  expect((await again.call('POST', '/plenum/finalise', {})).status).toBe(200)
  expect((await setApart(again, refs, false)).body.error).toBe('plenumFrozen')
  expect((await overlapsFor(again)).apart).toHaveLength(1)
  expect((await plenumOf(again)).plenum.state).toBe('frozen')
  venue.leave()
  await second.close()
  folder.remove()
})
