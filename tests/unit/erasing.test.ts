import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, bodyOf, clustersOf, notesOf, readNotes, type NoteMap } from '#shared/board.ts'
import { isErased } from '#shared/gather.ts'
import type { KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { redactReport } from '#shared/report/redactReport.ts'
import { buildResultReport, type ReportInput } from '#shared/report/report.ts'
import { boardActions } from '../../client/board/boardActions.ts'
import { watchErased } from '../../client/board/watchErased.ts'
import { openUndo } from '../../client/editor/openUndo.ts'
import { renderResultMarkdown } from '../../server/export/markdown.ts'
import { sampleInput } from '../kit/sampleDay.ts'

const A1 = 'A1' as QuestionId
const plan = { noteKinds: [{ id: 'idea' as KindId, isDefault: true }] } as never
const secret = 'Dornroeschen'

/** Somebody's board as the page has it: undo, and an ear for what is erased. */
const openPage = () => {
  const doc = new Y.Doc()
  const undo = openUndo([notesOf(doc), clustersOf(doc)])
  const told: NoteId[] = []
  watchErased(doc, (erased) => {
    undo.clear()
    told.push(...erased)
  })
  let bytes = 0
  const actions = boardActions({
    doc,
    undo,
    plan,
    now: () => 1,
    random: () => new Uint8Array(10).fill(++bytes),
  })
  const hears = (other: Y.Doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'network')
  /** Whether the word is anywhere in what this page keeps or would send. */
  const holds = (word: string) => Buffer.from(Y.encodeStateAsUpdate(doc)).includes(word)
  const texts = () => readNotes(doc).map(({ blocks }) => JSON.stringify(blocks))
  return { doc, undo, actions, told, hears, holds, texts }
}
const serverWith = (page: { doc: Y.Doc }) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(page.doc))
  return doc
}

test('B12 what others erase can be undone by nobody, and the page forgets its text', () => {
  const page = openPage()
  const id = page.actions.create({ question: A1, blocks: parseNoteText(`Hier steht ${secret}.`) })
  // Taken out by its author, and kept for undo: the text would stay in the page as long as the undo does.
  const body = bodyOf(notesOf(page.doc).get(id) as NoteMap) as Y.XmlFragment
  page.doc.transact(() => body.delete(0, body.length), 'board')
  page.actions.trash(id)
  const server = serverWith(page)
  expect(page.undo.canUndo()).toBe(true)
  expect(page.holds(secret)).toBe(true)

  notesOf(server).delete(id)
  page.hears(server)
  expect(page.told).toEqual([id])
  expect([page.undo.canUndo(), page.undo.canRedo()]).toEqual([false, false])
  expect(page.holds(secret)).toBe(false)
  page.undo.undo()
  page.undo.redo()
  expect(page.texts()).toEqual([])
})

test('B12 laying away, one’s own undo and a page that opens late are no erasing', () => {
  const page = openPage()
  const id = page.actions.create({ question: A1, blocks: parseNoteText('Eins') })
  page.undo.undo()
  page.undo.redo()
  page.actions.trash(id)
  const other = openPage()
  other.hears(page.doc)
  other.actions.restore(id)
  page.hears(other.doc)
  expect(page.undo.canUndo()).toBe(true)

  // Opened after it was erased: nothing was there to lose.
  const server = serverWith(page)
  notesOf(server).delete(id)
  addNote(server, { id: 'next' as NoteId, question: A1, kind: 'idea' as KindId, createdAt: 2 })
  const late = openPage()
  late.hears(server)
  expect([...page.told, ...other.told, ...late.told]).toEqual([])
})

const print = (input: ReportInput) => renderResultMarkdown(buildResultReport(input))
const erasedIn = (input: ReportInput, number: string): ReportInput => ({
  ...input,
  gathered: input.gathered.map((note) =>
    note.number === number ? { ...note, blocks: [], order: null, withdrawn: true } : note,
  ),
})

test('B12 documents show the gap where they name an erased note as a source', () => {
  const input = sampleInput()
  expect(print(input)).toContain('Zusammengeführt aus A-28, B-30, C-27.')
  const working = erasedIn(input, 'B-30')
  expect(working.gathered.filter(isErased)).toHaveLength(1)
  expect(print(working)).toContain('Zusammengeführt aus A-28, B-30 \\[gelöscht], C-27.')
  const finalised = redactReport(buildResultReport(input), 'B-30')
  expect(renderResultMarkdown(finalised)).toContain('Zusammengeführt aus A-28, B-30 \\[gelöscht], C-27.')
  const english = { ...working, plan: { ...input.plan, language: 'en' as const } }
  expect(print(english)).toContain('B-30 \\[erased]')
})

test('B12 the Themenspeicher of a document shows the gap of an erased note', () => {
  const input = sampleInput()
  const source = input.gathered[0]
  if (!source) throw new Error('the sample has notes')
  const addressee = { levels: [], text: 'Landesverband' }
  const plenum = { ...input.plenum, parkingLot: [{ note: source.ref, topic: '', addressee }] }
  const lines = print({ ...erasedIn(input, source.number), plenum }).split('\n')
  expect(lines).toContain(`| ${source.number} | \\[gelöscht] | Landesverband |`)
})
