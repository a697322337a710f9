import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, clustersOf, notesOf, readNotes, type NoteMap } from '#shared/board.ts'
import type { ClusterId, KindId, LevelId, NoteId, QuestionId, TagId } from '#shared/ids.ts'
import { plainText, type Block } from '#shared/note.ts'
import { parkingLotKind, type NoteKind } from '#shared/template.ts'
import { boardActions } from '../../client/board/boardActions.ts'
import { boardStore } from '../../client/board/boardStore.ts'
import { editorUndo } from '../../client/editor/editorUndo.ts'
import { openUndo } from '../../client/editor/openUndo.ts'

const plan = {
  noteKinds: [
    { id: 'idea', isDefault: true },
    { id: 'measure' },
    { id: parkingLotKind },
  ] as unknown as NoteKind[],
}
const A1 = 'A1' as QuestionId
const A2 = 'A2' as QuestionId
const text = (words: string): Block[] => [{ type: 'paragraph', spans: [{ text: words }] }]
/** What an editor's transactions are called in these tests. */
const typing = 'typing'

const openPerson = (seed: number) => {
  const doc = new Y.Doc()
  doc.clientID = seed
  const undo = openUndo([notesOf(doc), clustersOf(doc)])
  undo.addTrackedOrigin(typing)
  let now = seed * 1000
  let bytes = seed
  const actions = boardActions({
    doc,
    undo,
    plan,
    now: () => ++now,
    random: () => new Uint8Array(10).fill(++bytes),
  })
  const store = boardStore(doc, { questions: [A1, A2] })
  const map = (id: NoteId) => notesOf(doc).get(id) as NoteMap
  const type = (id: NoteId, words: string) =>
    doc.transact(() => {
      const body = bodyOf(map(id)) as Y.XmlFragment
      if (body.length === 0) body.insert(0, [new Y.XmlElement('paragraph')])
      const paragraph = body.get(0) as Y.XmlElement
      if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
      const run = paragraph.get(0) as Y.XmlText
      run.insert(run.length, words)
    }, typing)
  const words = (id: NoteId) => plainText(store.note(id)?.blocks ?? [])
  return { doc, undo, actions, store, type, words, note: (id: NoteId) => store.note(id) }
}
const join = (...people: { doc: Y.Doc }[]) => {
  for (const a of people)
    for (const b of people) Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc), 'network')
}

test('B3 every act on the board is one step of undo and of redo', () => {
  const { actions, undo, note, words, store } = openPerson(1)
  const id = actions.create({ question: A1, blocks: text('Eins') })
  const steps: [() => void, () => unknown][] = [
    [() => actions.setKind(id, 'measure' as KindId), () => note(id)?.kind],
    [() => actions.toggleLevel(id, 'local' as LevelId), () => note(id)?.levels],
    [() => actions.toggleTag(id, 'principle/humanity' as TagId), () => note(id)?.tags],
    [() => actions.place(id, { x: 1, y: 2 }), () => note(id)?.at],
    [() => actions.moveToQuestion(id, A2), () => [note(id)?.question, note(id)?.at]],
    [() => void actions.newCluster('Neu', A2, [id]), () => [note(id)?.cluster, store.clusters.get()]],
    [() => actions.renameCluster(note(id)?.cluster as ClusterId, ' Umbenannt '), () => store.clusters.get()],
    [
      () => actions.dissolveCluster(note(id)?.cluster as ClusterId),
      () => [note(id)?.cluster, store.clusters.get()],
    ],
    [() => actions.markForPlenum(id), () => note(id)?.forPlenum],
    [() => actions.unmark(id), () => note(id)?.forPlenum],
    [() => actions.trash(id), () => store.arrangement.get()],
    [() => actions.restore(id), () => store.arrangement.get()],
    [() => actions.park(id), () => note(id)?.kind],
  ]
  const before: unknown[] = []
  for (const [act, look] of steps) {
    before.push(look())
    act()
    expect(look()).not.toEqual(before.at(-1))
  }
  const after = steps.map(([, look]) => look())
  for (const [, look] of [...steps].reverse()) {
    undo.undo()
    expect(look()).toEqual(before.pop())
  }
  undo.undo()
  expect(words(id)).toBe('')
  expect(store.arrangement.get().zones[0]?.loose).toEqual([])
  while (undo.canRedo()) undo.redo()
  expect(words(id)).toBe('Eins')
  expect(steps.map(([, look]) => look())).toEqual(after)
})

test('B3 several changes together are one step; nothing at all is none', () => {
  const { actions, undo, note } = openPerson(1)
  const id = actions.create({ question: A1, blocks: text('Eins') })
  actions.together(() => {
    actions.setKind(id, 'measure' as KindId)
    actions.place(id, { x: 3, y: 4 })
  })
  actions.setKind(id, 'measure' as KindId)
  actions.create({ question: A1 })
  undo.undo()
  expect(note(id)).toMatchObject({ kind: 'idea', at: null, isEmpty: false })
})

test('B3 undo takes back one’s own acts only, also when others acted later', () => {
  const [anna, ben] = [openPerson(1), openPerson(2)]
  const id = anna.actions.create({ question: A1, blocks: text('Eins') })
  join(anna, ben)
  anna.actions.toggleLevel(id, 'local' as LevelId)
  join(anna, ben)
  ben.actions.toggleLevel(id, 'state' as LevelId)
  ben.actions.moveToQuestion(id, A2)
  join(anna, ben)
  anna.undo.undo()
  join(anna, ben)
  expect(ben.note(id)).toMatchObject({ levels: ['state'], question: A2 })
  expect(anna.note(id)).toEqual(ben.note(id))
})

test('B4 undoing a whole card leaves what others wrote in it', () => {
  const [anna, ben] = [openPerson(1), openPerson(2)]
  const id = anna.actions.create({ question: A1, blocks: text('Eins') })
  join(anna, ben)
  ben.type(id, ' und Zwei')
  join(anna, ben)
  while (anna.undo.canUndo()) anna.undo.undo()
  join(anna, ben)
  expect(anna.words(id)).toBe(' und Zwei')
  expect(ben.words(id)).toBe(' und Zwei')
  expect(ben.store.arrangement.get().zones[0]?.loose).toEqual([id])
})

test('B5 typing stays one step while others type in the same note, and outlives the editor', () => {
  const [anna, ben] = [openPerson(1), openPerson(2)]
  const id = ben.actions.create({ question: A1, blocks: text('0') })
  join(anna, ben)
  const editor = editorUndo(anna.undo)
  const heard: string[] = []
  editor.manager.on('stack-item-added', () => heard.push('added'))
  for (const letter of 'zehnzeichen') {
    anna.type(id, letter)
    ben.type(id, letter.toUpperCase())
    join(anna, ben)
    // What y-tiptap does at the caret move after a remote change.
    editor.manager.stopCapturing()
  }
  expect(anna.undo.undoStack).toHaveLength(1)
  expect(heard).toEqual(['added'])
  editor.manager.destroy()
  editor.release()
  anna.undo.undo()
  join(anna, ben)
  expect(ben.words(id)).toBe('0ZEHNZEICHEN')
  editor.manager.redo()
  expect(anna.words(id)).toHaveLength(23)
  expect(heard).toEqual(['added'])
})

test('B6 a marked note moves one place up or down, also where two people took the same key', () => {
  const [anna, ben] = [openPerson(1), openPerson(2)]
  const ids = ['a', 'b', 'c', 'd'].map((word) => anna.actions.create({ question: A1, blocks: text(word) }))
  const [a, b, c, d] = ids as [NoteId, NoteId, NoteId, NoteId]
  join(anna, ben)
  anna.actions.markForPlenum(a)
  join(anna, ben)
  anna.actions.markForPlenum(b)
  ben.actions.markForPlenum(c)
  join(anna, ben)
  expect(anna.note(b)?.forPlenum).toBe(anna.note(c)?.forPlenum)
  anna.actions.markForPlenum(d)
  const marked = () => anna.store.arrangement.get().marked
  const start = marked()
  for (const id of start) {
    anna.actions.moveMarked(id, 1)
    anna.actions.moveMarked(id, -1)
  }
  anna.actions.moveMarked(start[0] as NoteId, -1)
  anna.actions.moveMarked(start[3] as NoteId, 1)
  expect(new Set(marked())).toEqual(new Set(start))
  anna.actions.moveMarked(d, -1)
  anna.actions.moveMarked(d, -1)
  anna.actions.moveMarked(d, -1)
  expect(marked()[0]).toBe(d)
  anna.actions.moveMarked(d, 1)
  expect(marked()[1]).toBe(d)
  join(anna, ben)
  expect(ben.store.arrangement.get().marked).toEqual(marked())
})

test('B7 typing changes the snapshot of its note and nothing else', () => {
  const { actions, store, type } = openPerson(1)
  const one = actions.create({ question: A1, blocks: text('Eins') })
  const other = actions.create({ question: A1, blocks: text('Zwei') })
  const seen = { arrangement: store.arrangement.get(), other: store.note(other), one: store.note(one) }
  const heard: string[] = []
  store.subscribeNote(one, () => heard.push('one'))
  store.subscribeNote(other, () => heard.push('other'))
  store.arrangement.subscribe(() => heard.push('arrangement'))
  store.subscribeNotes((changed) => heard.push([...changed].join()))
  type(one, '!')
  expect(heard).toEqual(['one', one])
  expect(store.arrangement.get()).toBe(seen.arrangement)
  expect(store.note(other)).toBe(seen.other)
  expect(store.note(one)).not.toBe(seen.one)
  type(one, '?')
  store.close()
  type(one, '.')
  expect(heard).toHaveLength(4)
})

test('B7 a store sees notes and clusters however they come: loaded, remote, undone, malformed', () => {
  const [anna, ben] = [openPerson(1), openPerson(2)]
  const id = anna.actions.create({ question: A1, blocks: text('Eins') })
  const cluster = anna.actions.newCluster('Kern', A1, [id])
  notesOf(anna.doc).set('bad', 'kein Y.Map' as unknown as NoteMap)
  join(anna, ben)
  expect(ben.store.arrangement.get()).toEqual(anna.store.arrangement.get())
  expect(boardStore(ben.doc, { questions: [A1, A2] }).arrangement.get()).toEqual(anna.store.arrangement.get())
  expect(ben.store.notes()).toHaveLength(1)
  expect(ben.store.arrangement.get().zones[0]?.clusters).toEqual([
    { id: cluster, title: 'Kern', notes: [id] },
  ])
  ben.actions.dissolveCluster(cluster)
  join(anna, ben)
  expect(readNotes(anna.doc)[0]?.cluster).toBe(null)
  expect(anna.store.arrangement.get().zones[0]).toMatchObject({ clusters: [], loose: [id] })
})
