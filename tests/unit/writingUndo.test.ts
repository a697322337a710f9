import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, clustersOf, notesOf, type NoteMap } from '#shared/board.ts'
import type { KindId, LevelId, NoteId, QuestionId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import type { NoteKind } from '#shared/template.ts'
import { boardActions } from '../../client/board/boardActions.ts'
import { boardStore } from '../../client/board/boardStore.ts'
import { splitNote } from '../../client/board/paste/splitNote.ts'
import { editorUndo } from '../../client/editor/editorUndo.ts'
import { openUndo } from '../../client/editor/openUndo.ts'

const plan = { noteKinds: [{ id: 'idea', isDefault: true }, { id: 'measure' }] as unknown as NoteKind[] }
const A1 = 'A1' as QuestionId
const A2 = 'A2' as QuestionId
const typing = 'typing'

const openPerson = (seed: number) => {
  const doc = new Y.Doc()
  doc.clientID = seed
  const undo = openUndo([notesOf(doc), clustersOf(doc)])
  undo.addTrackedOrigin(typing)
  let bytes = 255 - seed
  const actions = boardActions({
    doc,
    undo,
    plan,
    // All in one moment, and later notes with smaller ids.
    now: () => seed,
    random: () => new Uint8Array(10).fill(--bytes),
  })
  const store = boardStore(doc, { questions: [A1, A2] })
  const type = (id: NoteId, words: string, at: 'start' | 'end' = 'end') =>
    doc.transact(() => {
      const body = bodyOf(notesOf(doc).get(id) as NoteMap) as Y.XmlFragment
      if (body.length === 0) body.insert(0, [new Y.XmlElement('paragraph')])
      const paragraph = body.get(0) as Y.XmlElement
      if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
      const run = paragraph.get(0) as Y.XmlText
      run.insert(at === 'end' ? run.length : 0, words)
    }, typing)
  const words = (id: NoteId) => plainText(store.note(id)?.blocks ?? [])
  return { doc, undo, actions, store, type, words }
}
type Person = ReturnType<typeof openPerson>
const join = (...people: Person[]) => {
  for (const a of people)
    for (const b of people) Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc), 'network')
}
/** One editor session: letter by letter, while somebody else types in the same note and the caret moves. */
const session = (anna: Person, ben: Person, id: NoteId, words: string) => {
  const editor = editorUndo(anna.undo)
  for (const letter of words) {
    anna.type(id, letter, 'start')
    ben.type(id, '.')
    join(anna, ben)
    editor.manager.stopCapturing()
  }
  editor.manager.destroy()
  editor.release()
}

test('B31 one’s own steps go back in turn, over text, kind, place and cluster alike, while others write', () => {
  const [anna, ben] = [openPerson(1), openPerson(100)]
  const id = ben.actions.create({ question: A1, blocks: parseNoteText('Ben') })
  join(anna, ben)
  session(anna, ben, id, 'anna')
  anna.actions.setKind(id, 'measure' as KindId)
  session(anna, ben, id, 'text')
  anna.actions.place(id, { x: 3, y: 4 })
  const cluster = anna.actions.newCluster('Ort', A1, [id])
  anna.actions.toggleLevel(id, 'local' as LevelId)
  join(anna, ben)
  ben.actions.renameCluster(cluster, 'Vor Ort')
  ben.actions.setLevel(id, 'state' as LevelId, true)
  join(anna, ben)
  const state = () => {
    const { kind, at, levels, question } = anna.store.note(id) ?? {}
    return { words: anna.words(id).replaceAll('.', ''), kind, at, levels, question }
  }
  const seen: unknown[] = []
  let steps = 0
  for (; anna.undo.canUndo() && steps < 20; steps++) {
    anna.undo.undo()
    ben.type(id, '.')
    join(anna, ben)
    seen.push(state())
  }
  // Two sessions of typing and four acts: six steps, and none for what Ben did.
  expect(steps).toBe(6)
  expect(seen.map((one) => (one as { words: string }).words)).toEqual([
    'txetannaBen',
    'txetannaBen',
    'txetannaBen',
    'annaBen',
    'annaBen',
    'Ben',
  ])
  expect(state()).toEqual({ words: 'Ben', kind: 'idea', at: null, levels: ['state'], question: A1 })
  expect(ben.words(id)).toBe(anna.words(id))
  expect(anna.words(id).replaceAll(/[^.]/g, '')).toHaveLength(4 + 4 + 6)
  while (anna.undo.canRedo()) anna.undo.redo()
  join(anna, ben)
  expect(state()).toMatchObject({ words: 'txetannaBen', kind: 'measure', levels: ['local', 'state'] })
})

test('B31 undoing in the middle of another’s typing takes nothing of it', () => {
  const [anna, ben] = [openPerson(1), openPerson(100)]
  const id = anna.actions.create({ question: A1, blocks: parseNoteText('Anfang') })
  join(anna, ben)
  const [a, b] = [editorUndo(anna.undo), editorUndo(ben.undo)]
  anna.type(id, ' von Anna')
  ben.type(id, ' von Ben')
  join(anna, ben)
  a.manager.undo()
  ben.type(id, ' geht weiter')
  join(anna, ben)
  expect(anna.words(id)).toBe('Anfang von Ben geht weiter')
  b.manager.undo()
  join(anna, ben)
  expect([anna.words(id), ben.words(id)]).toEqual(['Anfang', 'Anfang'])
  a.manager.redo()
  b.manager.redo()
  join(anna, ben)
  expect(anna.words(id)).toBe(ben.words(id))
  expect(anna.words(id)).toContain(' von Anna')
  expect(anna.words(id)).toContain(' von Ben geht weiter')
})

test('B28 pasted lines become cards in one step of undo, in a note and on the board', () => {
  const anna = openPerson(1)
  const lines = ['Eins', 'Zwei **fett**', 'Drei']
  const id = anna.actions.create({ question: A2, kind: 'measure' as KindId })
  anna.type(id, lines.join(' '))
  anna.undo.stopCapturing()
  const ids = splitNote({ ...anna, undoManager: anna.undo } as never, id, lines)
  expect(ids.map(anna.words)).toEqual(['Eins', 'Zwei fett', 'Drei'])
  expect(anna.store.arrangement.get().zones[1]?.loose).toEqual(ids)
  expect(ids.map((one) => anna.store.note(one)?.kind)).toEqual(['measure', 'measure', 'measure'])
  anna.undo.undo()
  // To where it was before the paste, not to all of it in one card.
  expect(anna.store.arrangement.get().zones[1]?.loose).toEqual([])
  expect(anna.undo.canUndo()).toBe(false)
  anna.undo.redo()
  expect(ids.map(anna.words)).toEqual(['Eins', 'Zwei fett', 'Drei'])

  // A text that another hand has pasted stays beneath.
  const ben = openPerson(100)
  join(anna, ben)
  const his = ben.actions.create({ question: A2, blocks: parseNoteText('Eins Zwei') })
  join(anna, ben)
  expect(splitNote({ ...anna, undoManager: anna.undo } as never, his, ['Eins', 'Zwei'])).toHaveLength(2)
  expect(ids.map(anna.words)).toEqual(['Eins', 'Zwei fett', 'Drei'])
  anna.undo.undo()
  expect(anna.words(his)).toBe('Eins Zwei')

  const many = anna.actions.createMany(lines.map((line) => ({ question: A1, blocks: parseNoteText(line) })))
  expect(anna.store.arrangement.get().zones[0]?.loose).toEqual(many)
  anna.undo.undo()
  expect(anna.store.arrangement.get().zones[0]?.loose).toEqual([])
})
