import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, readNotes } from '#shared/board.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { QuestionsAnswer } from '#shared/day/questionsAnswer.ts'
import type { KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { cleanText, hasVisibleText, plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { docSays, openVenue, soon, type Guest } from '../kit/venue.ts'

type Edge = { readonly id: string; readonly case: string; readonly text: string }
const { notes: edges } = JSON.parse(
  readFileSync(new URL('../data/edge-notes.json', import.meta.url), 'utf8'),
) as { notes: Edge[] }

let venue: Awaited<ReturnType<typeof openVenue>>
let member: Guest
let moderator: Guest
beforeAll(async () => {
  venue = await openVenue()
  member = await venue.join('member', 'Kreisverband 12', 'A')
  moderator = await venue.join('moderator', 'Moderation A', 'A')
})
afterAll(() => venue.close())

const folded = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim()

test('A17 a nasty question stands as it was typed, or is refused in a sentence', async () => {
  const item = 'impulse-1'
  for (const { id, case: name, text } of edges) {
    // Each by somebody else: nobody may ask without end.
    const asker = await venue.join('member', `Landesverband ${id}`)
    const { status, body } = await asker.call('POST', '/questions', { item, text, isAnonymous: false })
    if (status !== 200) {
      const isNothing = !hasVisibleText(folded(text))
      expect([name, status, body.error]).toEqual([name, 400, isNothing ? 'questionEmpty' : 'questionTooLong'])
      expect(body.message, name).toMatch(/[.!]$/)
      continue
    }
    const { questions } = (await moderator.call<QuestionsAnswer>('GET', '/questions')).body
    const shown = questions.map((question) => folded(question.text))
    expect(shown.includes(folded(text)), name).toBe(true)
  }
}, 120_000)

test('A17 a nasty message is told as it was typed, or refused in a sentence', async () => {
  for (const { case: name, text } of edges) {
    const { status, body } = await moderator.call('POST', '/notices', { text, to: 'A' })
    if (status !== 200) {
      expect([name, status], name).toEqual([name, 400])
      expect(body.message, name).toMatch(/[.!]$/)
      continue
    }
    const { notices } = (await member.call<DayAnswer>('GET', '/day')).body
    expect(notices[0]?.text, name).toBe(folded(text))
  }
})

test('A17 nasty texts that were written hidden stand on the board as they were, once', async () => {
  const start = await moderator.call('POST', '/stages/A/phase', { phase: 'collect' })
  expect(start.status).toBe(200)
  const draft = await member.open(`draft/${member.person.id}`)
  draft.doc.transact(() => {
    for (const [at, { id, text }] of edges.entries())
      addNote(draft.doc, {
        id: `edge-${id}` as NoteId,
        question: 'A1' as QuestionId,
        kind: 'idea' as KindId,
        createdAt: at + 1,
        blocks: parseNoteText(text),
      })
  })
  const visible = edges.filter(({ text }) => hasVisibleText(plainText(parseNoteText(text))))
  const hidden = async () => (await moderator.call<{ notes: number }>('GET', '/groups/A/drafts')).body.notes
  await soon('all drafts', async () => (await hidden()) === visible.length)
  expect((await moderator.call('POST', '/stages/A/reveal', { withNames: true })).status).toBe(200)
  const board = await moderator.open('group/A')
  await docSays('all cards', board, (doc) => readNotes(doc).length === visible.length)
  const shown = new Map(readNotes(board.doc).map(({ id, blocks }) => [id as string, blocks]))
  for (const { id, case: name } of visible) {
    const own = readNotes(draft.doc).find((note) => note.id === `edge-${id}`)
    expect(shown.get(`edge-${id}`), name).toEqual(own?.blocks)
  }
})
