import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoteRef } from '#shared/ids.ts'
import { cleanText, hasVisibleText, plainText } from '#shared/note.ts'
import type { CardsAnswer, FatesAnswer } from '#shared/plenum/cardsAnswer.ts'
import type { MinutesAnswer } from '#shared/plenum/minutesAnswer.ts'
import type { OpenAnswer } from '#shared/plenum/openThings.ts'
import { Refusal, type RefusalCode } from '#shared/refusal.ts'
import { decidedText, type Result } from '#shared/result.ts'
import { addNote } from '#shared/board.ts'
import type { KindId, NoteId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { notesOfGroup, plenumOf, soon, type Guest } from '../kit/venue.ts'

const { notes: edges } = JSON.parse(
  readFileSync(new URL('../data/edge-notes.json', import.meta.url), 'utf8'),
) as { notes: { case: string; text: string }[] }

let day: Awaited<ReturnType<typeof openPlenumDay>>
const people: Record<string, Guest> = {}
let loose: NoteRef
let taken: NoteRef
beforeAll(async () => {
  day = await openPlenumDay()
  people['member A'] = await day.join('member', 'Kreisverband 1', 'A')
  people['member'] = await day.join('member', 'Kreisverband 3')
  people['moderator A'] = await day.join('moderator', 'Moderation A', 'A')
  people['plenum'] = day.moderator
  people['staff'] = day.staff
  people['beamer'] = await day.join('beamer', 'Beamer')
  loose = await day.mark('A', 'Beratung per Video')
  taken = await day.mark('A', 'Brückenfonds')
  await day.make(taken)
})
afterAll(() => day.close())
const who = (name: string) => people[name] as Guest
const say = (ref: NoteRef, body: unknown, guest = day.moderator) =>
  guest.call<{ fate: unknown }>('PUT', `/plenum/fates/${ref}`, body)
const fateOf = async (ref: NoteRef) => {
  const { cards } = (await day.staff.call<FatesAnswer>('GET', '/groups/A/fates')).body
  return cards.find((card) => `A/${card.note}` === ref)
}
const minutes = async () => (await day.staff.call<MinutesAnswer>('GET', '/plenum/minutes')).body

test('P71, P72, P76 who may read and say what: everybody, at every door', async () => {
  const answers: Record<string, string[]> = {}
  for (const [name, guest] of Object.entries(people)) {
    const said = async (method: string, path: string, body?: unknown) => {
      const answer = await guest.call(method, path, body)
      expect(answer.status, path).toBe(
        answer.body.error ? new Refusal(answer.body.error as RefusalCode).http : 200,
      )
      return answer.body.error ?? 'done'
    }
    answers[name] = [
      await said('PUT', `/plenum/fates/${loose}`, { kind: null }),
      await said('GET', '/groups/A/fates'),
      await said('GET', '/cards'),
      await said('GET', '/export/my-notes.md'),
      await said('GET', '/plenum/minutes'),
      await said('PUT', '/plenum/minutes', { title: '' }),
      await said('PUT', '/plenum/minutes/nothing', { remark: '' }),
      await said('GET', '/export/minutes.md'),
      await said('GET', '/plenum/open'),
      await said('GET', '/plenum/finalised/abcdefgh'),
      await said('GET', '/plenum/versions/now'),
      await said('GET', '/export/changes.md?from=9'),
    ]
  }
  const no = 'forbidden'
  const reads = ['done', 'done', 'done']
  expect(answers).toEqual({
    'member A': [no, ...reads, 'minutesClosed', no, no, no, no, no, 'done', no],
    member: [no, ...reads, 'minutesClosed', no, no, no, no, no, 'done', no],
    'moderator A': [no, ...reads, 'done', no, no, no, no, no, 'done', no],
    plenum: ['done', ...reads, 'done', 'done', 'notFound', no, 'done', 'done', 'done', no],
    staff: ['done', ...reads, 'done', 'done', 'notFound', 'done', 'done', 'done', 'done', 'notFound'],
    beamer: [no, ...reads, 'minutesClosed', no, no, no, no, no, 'done', no],
  })
  for (const path of ['/cards', '/groups/A/fates', '/plenum/minutes', '/plenum/open', '/export/my-notes.md'])
    expect((await day.call('GET', path)).body.error, path).toBe('ticketMissing')
})

test('P71 a loose card is deferred, parked or declined, said twice it is one, and taken back it is open again', async () => {
  expect((await fateOf(loose))?.fate.kind).toBe('open')
  const before = (await minutes()).lines.length
  await say(loose, { kind: 'deferred' })
  await say(loose, { kind: 'deferred' })
  expect((await fateOf(loose))?.fate.kind).toBe('deferred')
  await say(loose, { kind: 'parked', addressee: { levels: ['national'], text: 'eigener Termin' } })
  expect((await fateOf(loose))?.fate).toMatchObject({
    kind: 'parked',
    addressee: { levels: ['national'], text: 'eigener Termin' },
  })
  await say(loose, { kind: 'declined', reason: '  Steht schon in L1  ' })
  expect((await fateOf(loose))?.fate).toMatchObject({ kind: 'declined', reason: 'Steht schon in L1' })
  expect((await plenumOf(day.staff)).fates.map(({ note, kind }) => [note, kind])).toEqual([
    [loose, 'declined'],
  ])
  await say(loose, { kind: null })
  await say(loose, { kind: null })
  expect((await fateOf(loose))?.fate.kind).toBe('open')
  const lines = (await minutes()).lines.slice(before)
  expect(lines.map(({ fact, name, text }) => [fact.kind === 'fate' && fact.as, name, text])).toEqual(
    ['deferred', 'parked', 'declined', null].map((as) => [as, 'A-01', 'Beratung per Video']),
  )
})

test('P71 what stands in a result, is unknown, has no reason or no known level is refused in words', async () => {
  const refused = async (ref: string, body: unknown) => (await say(ref as NoteRef, body)).body
  expect(await refused(taken, { kind: 'deferred' })).toMatchObject({
    error: 'noteTaken',
    params: { note: 'A-02' },
  })
  expect((await refused(loose, { kind: 'declined', reason: ' \u200B' })).error).toBe('reasonMissing')
  expect((await refused(loose, { kind: 'declined' })).error).toBe('reasonMissing')
  expect((await refused('A/nobody', { kind: 'deferred' })).error).toBe('notFound')
  expect((await refused('Z/n1', { kind: 'deferred' })).error).toBe('groupUnknown')
  expect((await refused(loose, { kind: 'adopted' })).error).toBe('badRequest')
  const to = { levels: ['galaxy'], text: null }
  expect((await refused(loose, { kind: 'parked', addressee: to })).error).toBe('badRequest')
  expect((await plenumOf(day.staff)).fates).toEqual([])
})

test('P71 a parked card stands in the Themenspeicher of the document; the list and what was said go together', async () => {
  await say(loose, { kind: 'parked' })
  const exported = async () =>
    (
      await fetch(`${day.origin}/api/export/results.md`, {
        headers: { authorization: `Bearer ${day.staff.ticket}` },
      })
    ).text()
  expect(await exported()).toMatch(/\| A-01 \| Beratung per Video \| – \|/)
  const parkingLot = [{ note: loose, topic: 'Video', addressee: { levels: [], text: 'Vorstand' } }]
  expect((await day.moderator.call('PUT', '/plenum/closing', { parkingLot })).status).toBe(200)
  expect((await fateOf(loose))?.fate.addressee).toEqual({ levels: [], text: 'Vorstand' })
  expect((await exported()).match(/\| A-01 \|/g)).toHaveLength(1)
  await say(loose, { kind: null })
  expect((await fateOf(loose))?.fate.kind).toBe('open')
  expect((await plenumOf(day.staff)).plenum.parkingLot).toEqual([])
})

test('P72 own cards of all groups come with their fates, the others of the group without names; erased is a gap', async () => {
  const member = who('member A')
  const board = await member.open('group/A')
  addNote(board.doc, {
    id: 'own' as NoteId,
    question: null,
    kind: 'idea' as KindId,
    createdAt: 9,
    blocks: parseNoteText('Das habe ich geschrieben'),
  })
  await soon('its number', async () =>
    (await notesOfGroup(day.staff, 'A')).find(({ id }) => (id as string) === 'own'),
  )
  const cards = async (guest: Guest) => (await guest.call<CardsAnswer>('GET', '/cards')).body
  const { own, others, group } = await cards(member)
  expect(group).toBe('A')
  expect(own.map(({ number, isMine, fate }) => [number, isMine, fate.kind])).toEqual([
    ['A-03', true, 'unmarked'],
  ])
  expect(others.map(({ number, isMine, fate }) => [number, isMine, fate.kind])).toEqual([
    ['A-01', false, 'open'],
    ['A-02', false, 'open'],
  ])
  expect(JSON.stringify(others)).not.toContain('Redaktion')
  expect((await cards(who('member'))).own).toEqual([])
  expect((await cards(who('member'))).others).toEqual([])
  const text = await (
    await fetch(`${day.origin}/api/export/my-notes.md`, {
      headers: { authorization: `Bearer ${member.ticket}` },
    })
  ).text()
  expect(text).toContain('Das habe ich geschrieben')
  expect(text).toContain('In der Gruppe geblieben')
  expect(text).not.toContain('Brückenfonds')

  expect((await who('moderator A').call('DELETE', '/groups/A/notes/own')).status).toBe(200)
  const after = await cards(who('member A'))
  expect(after.own).toEqual([])
  expect(after.others.find(({ number }) => number === 'A-03')).toMatchObject({ isErased: true, blocks: [] })
})

test('P71, P76 nasty texts as a reason, a title and remarks stand as they were typed, or are refused', async () => {
  const line = (await minutes()).lines[0]?.id ?? ''
  const folded = (text: string) => cleanText(text).trim()
  const oneLine = (text: string) => folded(text).replace(/\s+/g, ' ').trim()
  for (const { case: name, text } of edges) {
    const fate = await say(loose, { kind: 'declined', reason: text })
    if (fate.status === 200) expect(fate.body.fate, name).toMatchObject({ reason: folded(text) })
    else
      expect([name, fate.body.error]).toEqual([
        name,
        hasVisibleText(text) && text.length > 2000 ? 'badRequest' : 'reasonMissing',
      ])
    const title = await day.moderator.call<MinutesAnswer>('PUT', '/plenum/minutes', { title: text })
    if (title.status === 200) expect(oneLine(title.body.title), name).toBe(oneLine(text))
    else expect([name, text.length > 300], name).toEqual([name, true])
    const remark = await day.moderator.call<MinutesAnswer>('PUT', `/plenum/minutes/${line}`, { remark: text })
    if (remark.status === 200) expect(remark.body.lines[0]?.remark, name).toBe(folded(text))
    else expect([name, text.length > 5000], name).toEqual([name, true])
  }
  await day.moderator.call('PUT', '/plenum/minutes', { title: '' })
  await say(loose, { kind: null })
}, 120_000)

test('P22, P73 everything that is open is told, by name; what became of each leaves the list', async () => {
  const open = async () => (await day.moderator.call<OpenAnswer>('GET', '/plenum/open')).body
  const names = ({ lists }: OpenAnswer) =>
    Object.fromEntries(lists.map(({ kind, things }) => [kind, things.map(({ name }) => name)]))
  expect(names(await open())).toMatchObject({ undecided: ['M1'], loose: ['A-01'] })
  await say(loose, { kind: 'parked' })
  expect(names(await open())).toMatchObject({ undecided: ['M1'], parked: ['A-01'] })
  await say(loose, { kind: 'parked', addressee: { levels: [], text: 'Vorstand' } })
  const [result] = (await plenumOf(day.staff)).results
  if (result) await day.decide(result, { counts: { agree: 3 } })
  expect(names(await open())).toEqual({})
  await day.patch(result?.id ?? '', { title: 'Brückenfonds für alle' })
  expect(names(await open())).toEqual({ changed: ['M1'] })
  expect((await open()).blocked).toBe(false)
})

test('P73 objections and proposals that are open are told; a running question refuses the end, and is told first', async () => {
  const [result] = (await plenumOf(day.staff)).results
  const at = `/plenum/results/${result?.id}`
  const remark = await day.moderator.call<{ id: string }>('POST', `${at}/remarks`, {
    option: 'objection',
    text: 'Wer zahlt das?',
  })
  expect(remark.status).toBe(200)
  const base = plainText(result ? day.wordingOf(result) : [])
  const proposal = { id: 'proposal1', base, from: 0, to: 0, text: 'Ein ', reason: '' }
  expect((await who('member A').call('POST', `${at}/proposals`, proposal)).status).toBe(200)
  const text = decidedText(result as Result, day.wordingOf(result as Result))
  const asked = await day.moderator.call<{ consent: { id: string } }>('POST', '/plenum/consents', {
    results: [{ id: result?.id, text }],
  })
  expect(asked.status).toBe(200)
  const open = (await day.moderator.call<OpenAnswer>('GET', '/plenum/open')).body
  expect(open.blocked).toBe(true)
  expect(open.lists.map(({ kind, things }) => [kind, things.map(({ name }) => name)])).toEqual([
    ['consent', ['M1']],
    ['changed', ['M1']],
    ['objections', ['M1']],
    ['proposals', ['M1']],
  ])
  expect((await day.moderator.call('POST', '/plenum/finalise', {})).body.error).toBe('consentRuns')
  expect((await plenumOf(day.staff)).plenum.state).toBe('open')
})
