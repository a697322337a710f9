import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addComment } from '#shared/comments.ts'
import type { CommentId, NoteId } from '#shared/ids.ts'
import { notesOf } from '#shared/board.ts'
import { wordingsOf } from '#shared/result.ts'
import * as Y from 'yjs'
import { updateFrame } from '../../server/rooms/frames.ts'
import { lateOf, startPhase, textsIn, writeNote, writeOn } from '../kit/collectingDay.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { docSays, notesOfGroup, plenumOf, soon, type Guest, type Live } from '../kit/venue.ts'

let day: Awaited<ReturnType<typeof openPlenumDay>>
beforeAll(async () => {
  day = await openPlenumDay()
})
afterAll(() => day.close())

const settle = (who: Guest, id: string, how: string, reason = '') =>
  who.call<{ rows: never[] }>('POST', `/late/${id}`, { how, reason })
const openRows = async (who: Guest) => (await lateOf(who)).filter(({ settled }) => !settled)

let count = 0
/** Somebody writes without network, and comes back when the board is closed to members. */
const comeLate = async (group: string, write: (live: Live) => void) => {
  const moderator = await day.join('moderator', `Moderation ${group}${++count}`, group)
  await startPhase(moderator, group, 'cluster')
  const member = await day.join('member', `Kreisverband ${group}${count}`, group)
  const live = await member.open(`group/${group}`)
  writeNote(live.doc, `known${count}`, `Bekannt ${count}`, { group, at: count, draft: false })
  const known = `known${count}` as NoteId
  await soon('a number', async () => (await notesOfGroup(member, group)).some(({ id }) => id === known))
  live.provider.disconnect()
  write(live)
  await startPhase(moderator, group, 'prioritise')
  live.provider.connect()
  expect(await live.closed).toBe(4403)
  const [row] = (await openRows(moderator)).slice(-1)
  return { moderator, member, known, row: row as NonNullable<typeof row> }
}

test('C10, C11 a late edit is shown as notes, old beside new, and accepted as its author’s', async () => {
  const { moderator, member, known, row } = await comeLate('A', ({ doc }) => {
    writeOn(doc, 'known1', 'Mit Zusatz')
    notesOf(doc).get('known1')?.set('kind', 'measure')
    writeNote(doc, 'late1', 'Ganz neu', { at: 99, draft: false })
    writeNote(doc, 'late2', '', { at: 99, draft: false })
    addComment(doc, { id: 'c1' as CommentId, note: 'known1' as NoteId, text: 'Bitte prüfen', createdAt: 1 })
  })
  expect(row).toMatchObject({ place: 'A', name: member.person.name, isBroken: false, settled: null })
  expect(row.changes).toMatchObject([
    {
      kind: 'note',
      id: known,
      number: 'A-01',
      author: member.person.name,
      before: { kind: 'guideline', blocks: [{ spans: [{ text: 'Bekannt 1' }] }] },
      after: {
        kind: 'measure',
        blocks: [{ spans: [{ text: 'Mit Zusatz' }] }, { spans: [{ text: 'Bekannt 1' }] }],
      },
      fields: ['kind'],
    },
    { kind: 'note', id: 'late1', number: null, before: null, after: { question: 'A1' }, fields: [] },
    { kind: 'comment', note: known, before: null, after: 'Bitte prüfen' },
  ])
  const board = day.board('A')
  await docSays('what is known', board, () => textsIn(board).length > 0)
  expect(textsIn(board)).toEqual(['Bekannt 1'])
  expect((await settle(moderator, row.id, 'accepted')).status).toBe(200)
  await docSays('what was accepted', board, () => textsIn(board).includes('Ganz neu'))
  expect(textsIn(board)).toEqual(['Ganz neu', 'Mit Zusatz\nBekannt 1'])
  expect(await notesOfGroup(member, 'A')).toMatchObject([
    { id: known, number: 1, isMine: true },
    { id: 'late1', number: 2, author: member.person.name, isMine: true },
  ])
  const facts = (await member.call<{ comments: unknown[] }>('GET', '/groups/A/notes')).body.comments
  expect(facts).toMatchObject([{ id: 'c1', author: member.person.name }])

  // A second answer changes nothing and says who was first.
  const second = await settle(day.staff, row.id, 'discarded', 'doppelt')
  expect([second.status, second.body.error, second.body.params]).toEqual([
    409,
    'lateSettled',
    { by: moderator.person.name },
  ])
  expect((await lateOf(moderator)).find(({ id }) => id === row.id)).toMatchObject({
    changes: [],
    settled: { how: 'accepted', by: moderator.person.name },
  })
})

test('C12 noted, a late text stands as a new note beside the old one; discarding needs a reason', async () => {
  const { moderator, member, known, row } = await comeLate('B', ({ doc }) => writeOn(doc, 'known2', 'Spät'))
  expect((await settle(moderator, row.id, 'discarded', ' \u200b ')).body.error).toBe('reasonMissing')
  expect((await settle(moderator, row.id, 'forgotten')).body.error).toBe('badRequest')
  expect(await openRows(moderator)).toHaveLength(1)
  expect((await settle(moderator, row.id, 'noted')).status).toBe(200)
  const board = day.board('B')
  await docSays('the new note', board, () => textsIn(board).length === 2)
  expect(textsIn(board)).toEqual(['Bekannt 2', 'Spät\nBekannt 2'])
  const facts = await notesOfGroup(day.staff, 'B')
  expect(facts.map(({ author }) => author)).toEqual([member.person.name, member.person.name])
  expect(facts.map(({ id }) => id)).toContain(known)

  const next = await comeLate('B', ({ doc }) => notesOf(doc).get('known3')?.set('kind', 'measure'))
  expect((await settle(next.moderator, next.row.id, 'noted')).body.error).toBe('lateNoText')
  expect((await settle(next.moderator, next.row.id, 'discarded', 'Bleibt eine Leitlinie')).status).toBe(200)
  expect((await lateOf(next.moderator))[0]?.settled).toMatchObject({
    how: 'discarded',
    reason: 'Bleibt eine Leitlinie',
  })
  const kept = await docSays('the known note', board, (doc) => notesOf(doc).get('known3'))
  expect(kept.get('kind')).toBe('guideline')
})

test('C13 what comes on a line whose late edits are settled is a row of its own', async () => {
  const moderator = await day.join('moderator', 'Moderation C', 'C')
  const member = await day.join('member', 'Kreisverband C', 'C')
  const { socket, frames } = await day.socket(
    `/sync/${member.event.id}/group/C?ticket=${member.ticket}&ack=1`,
  )
  await startPhase(moderator, 'C', 'prioritise')
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const say = async (id: string, rows: number) => {
    writeNote(doc, id, `Spät ${id}`, { group: 'C', draft: false })
    for (const update of updates.splice(0)) socket.send(updateFrame(update))
    await soon('the row', async () => {
      const found = await openRows(moderator)
      return found.length === rows && JSON.stringify(found).includes(`Spät ${id}`)
    })
  }
  await say('one', 1)
  await say('two', 1)
  const [row] = await openRows(moderator)
  await settle(moderator, row?.id ?? '', 'accepted')
  await say('three', 1)
  const rows = await lateOf(moderator)
  expect(rows.map(({ settled }) => settled?.how ?? null)).toEqual([null, 'accepted'])
  expect(rows[0]?.changes).toHaveLength(1)
  const board = day.board('C')
  await docSays('what was accepted', board, () => textsIn(board).length > 0)
  expect(textsIn(board)).toEqual(['Spät one', 'Spät two'])
  await soon('an answer', async () => frames.length > 0)
  socket.terminate()
})

test('C14 a late wording is accepted when the Plenum is open again; its moderators see what came late anywhere', async () => {
  const ref = await day.mark('D', 'Wortlaut', { kind: 'guideline' })
  const result = await day.make(ref)
  const away = await day.moderator.open('plenum')
  await docSays('the wording', away, (doc) => wordingsOf(doc).has(result.id))
  away.provider.disconnect()
  wordingsOf(away.doc)
    .get(result.id)
    ?.insert(0, [new Y.XmlText('zu spät ')])
  await day.moderator.call('POST', '/plenum/finalise')
  away.provider.connect()
  expect(await away.closed).toBe(4403)
  const [row] = (await openRows(day.moderator)).filter(({ place }) => place === 'plenum')
  expect(row?.changes).toMatchObject([{ kind: 'wording', name: 'L1' }])
  expect((await plenumOf(day.staff)).latecomers).toBe((await openRows(day.staff)).length)

  const ofGroup = await day.join('moderator', 'Moderation D', 'D')
  expect(await openRows(ofGroup)).toEqual([])
  expect((await settle(ofGroup, row?.id ?? '', 'accepted')).body.error).toBe('notFound')
  expect((await openRows(day.moderator)).map(({ place }) => place)).toContain('C')
  const member = await day.join('member', 'Kreisverband 9', 'A')
  expect((await settle(member, row?.id ?? '', 'accepted')).body.error).toBe('forbidden')

  expect((await settle(day.moderator, row?.id ?? '', 'noted')).body.error).toBe('lateNoText')
  expect((await settle(day.moderator, row?.id ?? '', 'accepted')).body.error).toBe('plenumFrozen')
  await day.moderator.call('POST', '/plenum/reopen')
  expect((await settle(day.moderator, row?.id ?? '', 'accepted')).status).toBe(200)
  await docSays('the late wording', day.plenum, () =>
    JSON.stringify(day.wordingOf(result)).includes('zu spät'),
  )
})

test('C15 erasing a note reaches the draft it came from', async () => {
  const moderator = await day.join('moderator', 'Moderation A9', 'A')
  const member = await day.join('member', 'Kreisverband A9', 'A')
  await startPhase(moderator, 'A', 'collect')
  const draft = await member.open(`draft/${member.person.id}`)
  writeNote(draft.doc, 'named', 'Nennt eine Person')
  await soon('the draft', async () => (await member.call('GET', '/drafts')).body['unsent'] === 1)
  await moderator.call('POST', '/stages/A/reveal', { withNames: true })
  const filesWithText = () =>
    readdirSync(day.dataDir).filter((file) =>
      readFileSync(join(day.dataDir, file)).includes('Nennt eine Person'),
    )
  expect(filesWithText()).not.toEqual([])
  expect((await moderator.call('DELETE', '/groups/A/notes/named')).status).toBe(200)
  await docSays('the erasure', draft, (doc) => !notesOf(doc).has('named'))
  expect(filesWithText()).toEqual([])
  draft.leave()
})
