import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClusterId, GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { addCluster, addNote, notesOf } from '#shared/board.ts'
import { hasVisibleText, plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { keyBetween } from '#shared/sortKey.ts'
import type { NotesAnswer } from '#shared/api.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import { openStage, type Stage } from '../kit/stage.ts'

type Edge = { id: string; case: string; text: string; cluster: string | null }
type Edges = { notes: Edge[]; participants: { id: string; name: string; expect: string }[] }
const edges = JSON.parse(readFileSync(new URL('../data/edge-notes.json', import.meta.url), 'utf8')) as Edges
const group = 'A' as GroupId
const visible = edges.notes.filter(({ text }) => hasVisibleText(plainText(parseNoteText(text))))
/** As it stands on a page: white space folded. */
const folded = (text: string) => text.replace(/\s+/g, ' ').trim()
const idOf = (edge: Edge) => `edge-${edge.id}` as NoteId

let stage: Stage
let writer: Attendee
beforeAll(async () => {
  stage = await openStage()
  writer = await Attendee.join(stage.url, stage.codeOf('moderator'), 'Moderation A', group)
  const { doc, until } = await writer.open({ kind: 'group', group })
  doc.transact(() => {
    let key: string | null = null
    for (const [at, edge] of edges.notes.entries()) {
      const cluster = edge.cluster === null ? null : (`c-${edge.id}` as ClusterId)
      if (cluster)
        addCluster(doc, { id: cluster, title: edge.cluster as string, question: 'A1' as QuestionId })
      const note = addNote(doc, {
        id: idOf(edge),
        question: 'A1' as QuestionId,
        kind: 'idea' as KindId,
        createdAt: at + 1,
        cluster,
        blocks: parseNoteText(edge.text),
      })
      key = keyBetween(key, null)
      note.set('forPlenum', key)
    }
  })
  await until('all notes', (shown) => notesOf(shown).size === edges.notes.length)
})
afterAll(async () => {
  writer.leave()
  await stage.close()
})

test('W5 nasty texts are numbered unless they look empty, and stand on the second person’s page as typed', async () => {
  const facts = () => writer.get<NotesAnswer>(`/groups/${group}/notes`)
  await expect.poll(async () => (await facts()).notes.length).toBe(visible.length)
  const { notes } = await facts()
  expect(notes.map(({ number }) => number).sort((a, b) => a - b)).toEqual(visible.map((_, at) => at + 1))

  const reader = await stage.join('member', { name: '<b>Moderation</b>', group })
  const dialogs: string[] = []
  reader.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await reader.page.goto(`${stage.url}/gruppe/A?ansicht=liste`)
  await reader.page.locator(`#note-${idOf(visible.at(-1) as Edge)}`).waitFor()
  const shown = await reader.page.evaluate(
    (ids) => ids.map((id) => document.getElementById(`note-${id}`)?.textContent ?? ''),
    visible.map(idOf),
  )
  for (const [at, edge] of visible.entries()) {
    const lines = plainText(parseNoteText(edge.text)).split('\n').map(folded)
    for (const line of lines.slice(0, 3)) expect(folded(shown[at] ?? ''), edge.case).toContain(line)
  }
  // Nothing a person wrote became an element, ran, or asked another host for anything.
  expect(await reader.page.locator('.note script, .note img, .note iframe, .note style').count()).toBe(0)
  expect(await reader.page.locator('.note a[href^="javascript:"]').count()).toBe(0)
  expect(await reader.page.title()).not.toContain('XSS')
  expect(dialogs).toEqual([])
  expect(reader.complaints).toEqual([])
})

test('W5 the same texts stand in the Plenum and in every export', async () => {
  const staff = await Attendee.join(stage.url, stage.codeOf('staff'), 'Redaktion')
  const gathered = await staff.open({ kind: 'gathered' })
  await gathered.until('every marked note', (doc) => doc.getMap('notes').size === visible.length)
  const reader = await stage.join('member', { name: 'Kreisverband 1', group })
  await reader.page.goto(`${stage.url}/plenum`)
  await reader.page.getByText('Eine Ansprechperson pro Landkreis').first().waitFor()
  expect(reader.complaints).toEqual([])
  for (const path of ['/export/notes.md', '/export/notes.docx', '/export/results.md', '/export/results.docx'])
    expect((await staff.getText(path)).length, path).toBeGreaterThan(100)
  staff.leave()
})

test('W5 odd names are shown as they are, and never as a role', async () => {
  const names = edges.participants.map(({ name }) => name)
  const reader = await stage.join('member', { name: 'Moderation A', group: 'B' })
  await reader.page.goto(`${stage.url}/gruppe/B?ansicht=liste`)
  const others: Attendee[] = []
  for (const name of names) {
    const joining = Attendee.join(stage.url, stage.codeOf('member'), name, 'B')
    const isFine = hasVisibleText(name) && [...folded(name)].length <= 120
    if (!isFine) await expect(joining, JSON.stringify(name)).rejects.toThrow()
    else {
      const attendee = await joining
      expect(attendee.person.name).toBe(folded(name))
      others.push(attendee)
    }
  }
  expect(reader.complaints).toEqual([])
  for (const attendee of others) attendee.leave()
})
