import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, clustersOf, notesOf, readMarkedNotes, standingNotes, type NoteMap } from '#shared/board.ts'
import {
  addComment,
  commentKey,
  maxCommentLength,
  readComments,
  settleComment,
  type Comment,
} from '#shared/comments.ts'
import type { CommentId, KindId, LevelId, NoteId, QuestionId } from '#shared/ids.ts'
import { cardsOf } from '#shared/merging.ts'
import { plainText } from '#shared/note.ts'
import { noteLinksOf, readNoteLinks, relatedTo } from '#shared/noteLinks.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { boardActions } from '../../client/board/boardActions.ts'
import { boardStore } from '../../client/board/boardStore.ts'
import { relatedCards } from '../../client/board/relating/relatedCards.ts'
import { standingIn } from '../../client/board/relating/standingIn.ts'
import { openUndo } from '../../client/editor/openUndo.ts'
import { dropNote } from '../../server/rooms/dropNote.ts'
import { purge } from '../../server/rooms/purge.ts'

const plan = { noteKinds: [{ id: 'idea' as KindId, isDefault: true }] } as never
const A1 = 'A1' as QuestionId
const network = 'network'

const openPerson = (seed: number) => {
  const doc = new Y.Doc()
  doc.clientID = seed
  const undo = openUndo([notesOf(doc), clustersOf(doc), noteLinksOf(doc)])
  let now = seed * 1000
  let count = 0
  const actions = boardActions({
    doc,
    undo,
    plan,
    now: () => ++now,
    random: () => new Uint8Array(10).fill(seed).fill(++count & 255, 8),
  })
  const store = boardStore(doc, { questions: [A1] })
  const write = (text: string) => actions.create({ question: A1, blocks: parseNoteText(text) })
  const textOf = (id: NoteId) => plainText(store.note(id)?.blocks ?? [])
  return { doc, undo, actions, store, write, textOf }
}
type Somebody = ReturnType<typeof openPerson>
const meet = (...people: Pick<Somebody, 'doc'>[]) => {
  for (const a of people)
    for (const b of people)
      if (a !== b) Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)), network)
}

/** Every place in which a note with text stands: the board, the tray, or a card. */
const placesOf = ({ store }: Somebody): Map<NoteId, string[]> => {
  const { zones, parked, trashed, originals } = store.arrangement.get()
  const places = new Map<NoteId, string[]>()
  const add = (id: NoteId, place: string) => places.set(id, [...(places.get(id) ?? []), place])
  for (const { clusters, loose } of zones)
    for (const id of [...clusters.flatMap(({ notes }) => notes), ...loose]) add(id, 'board')
  for (const id of parked) add(id, 'board')
  for (const id of trashed) add(id, 'tray')
  for (const [card, ids] of originals) for (const id of ids) add(id, `in ${card}`)
  return places
}

const act = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(
    'write',
    'merge',
    'merge',
    'unmerge',
    'takeOut',
    'trash',
    'restore',
    'empty',
    'loop',
    'undo',
    'redo',
    'meet',
  ),
  one: fc.nat(30),
  other: fc.nat(30),
})

test('B36 whoever puts together and takes apart at once: every note stands exactly once, the same for all', () => {
  const law = fc.property(fc.array(act, { minLength: 5, maxLength: 60 }), (acts) => {
    const people = [openPerson(1), openPerson(2), openPerson(3)]
    people.forEach((person, at) => [1, 2, 3].forEach((n) => person.write(`Karte ${at} ${n}`)))
    meet(...people)
    for (const { who, what, one, other } of acts) {
      const person = people[who] as Somebody
      const { store, actions, undo, doc } = person
      const all = store.notes().map(({ id }) => id)
      const [a, b] = [all[one % all.length], all[other % all.length]] as [NoteId, NoteId]
      if (what === 'write') person.write(`Noch eine ${one}`)
      else if (what === 'merge') actions.merge([a, b])
      else if (what === 'unmerge') actions.unmerge(a)
      else if (what === 'takeOut') actions.takeOut(a)
      else if (what === 'trash') actions.trash(a)
      else if (what === 'restore') actions.restore(a)
      else if (what === 'empty') {
        const body = bodyOf(notesOf(doc).get(a) as NoteMap) as Y.XmlFragment
        body.delete(0, body.length)
      }
      // No page of ours does that; a stranger's client might.
      else if (what === 'loop') notesOf(doc).get(a)?.set('mergedInto', b)
      else if (what === 'undo') undo.undo()
      else if (what === 'redo') undo.redo()
      else meet(person, people[one % 3] as Somebody)
    }
    meet(...people)
    meet(...people)
    const [first, ...others] = people.map(placesOf)
    for (const places of others) expect(places).toEqual(first)
    const { store } = people[0] as Somebody
    for (const note of store.notes()) {
      const places = first?.get(note.id) ?? []
      if (!note.isEmpty) expect(places).toHaveLength(1)
      const [, card] = /^in (.*)$/.exec(places[0] ?? '') ?? []
      // A card that holds others stands somewhere itself.
      if (card) expect(first?.get(card as NoteId)?.[0]).toMatch(/^(board|tray)$/)
    }
    const standing = [...(first ?? [])].filter(([, [place]]) => place === 'board').map(([id]) => id)
    expect(
      standingNotes(store.notes())
        .map(({ id }) => id)
        .sort(),
    ).toEqual(standing.sort())
  })
  fc.assert(law, { seed: 36, numRuns: 80 })
})

test('B36 a way round and a chain of very many end soon, also where only marked notes are read', () => {
  const note = (at: number, into: number | null) => ({
    id: `n${at}` as NoteId,
    mergedInto: into === null ? null : (`n${into}` as NoteId),
    isEmpty: false,
  })
  expect(cardsOf([note(0, 1), note(1, 2), note(2, 0), note(3, 0)])).toEqual(new Map())
  const many = Array.from({ length: 20_000 }, (_, at) => note(at, at + 1))
  const cards = cardsOf(many)
  expect(cards.get('n0' as NoteId)).toBe('n19999')
  expect(cards.size).toBe(19_999)
  const { doc } = openPerson(1)
  doc.transact(() => {
    for (let at = 0; at < 12_000; at++) {
      const map: NoteMap = new Y.Map(Object.entries({ mergedInto: `n${at + 1}`, forPlenum: at ? null : 'k' }))
      notesOf(doc).set(`n${at}`, map)
    }
  })
  expect(readMarkedNotes(doc, () => false)).toHaveLength(12_000)
})

test('B37 a card takes over texts, levels, tags and mark; originals keep theirs, and what stands no more is left out', () => {
  const { actions, write, store, textOf, undo } = openPerson(1)
  const [a, b, c, d] = [write('**Eins**'), write('Zwei'), write('Drei'), write('Vier')]
  actions.toggleLevel(b, 'state' as LevelId)
  actions.markForPlenum(c)
  actions.markForPlenum(b)
  actions.trash(d)
  const before = [a, b, c].map((id) => store.note(id))
  const card = actions.merge([b, c, a, d, a]) as NoteId
  expect(textOf(card)).toBe('Zwei\nDrei\nEins')
  // It takes the place of the first one, and nothing around it moves.
  expect(store.note(card)?.createdAt).toBe(before[1]?.createdAt)
  expect(store.note(card)).toMatchObject({ levels: ['state'], forPlenum: before[2]?.forPlenum, question: A1 })
  expect(store.arrangement.get().originals.get(card)).toEqual([a, b, c])
  expect(store.arrangement.get().marked).toEqual([card])
  expect([a, b, c].map((id) => ({ ...store.note(id), mergedInto: null }))).toEqual(before)
  // Nobody takes a note out of the card in which it stands by putting it together once more.
  expect(actions.merge([a, b])).toBeNull()
  expect(actions.merge([card, d])).toBeNull()

  actions.takeOut(b)
  expect(store.arrangement.get().originals.get(card)).toEqual([a, c])
  expect(store.arrangement.get().marked).toEqual([card, b])
  actions.unmerge(card)
  expect(store.arrangement.get().originals.size).toBe(0)
  expect(store.arrangement.get().trashed).toEqual([card, d])
  expect(store.arrangement.get().marked).toEqual([c, b])
  undo.undo()
  expect(store.arrangement.get().originals.get(card)).toEqual([a, c])
  undo.undo()
  expect(store.arrangement.get().originals.get(card)).toEqual([a, b, c])
  undo.undo()
  expect(store.arrangement.get().zones[0]?.loose).toEqual([a, b, c])
  undo.redo()
  expect(store.arrangement.get().originals.get(card)).toEqual([a, b, c])
})

test('B37 in the tray a card keeps its originals; emptied or erased it gives them back', () => {
  const { actions, write, store, doc } = openPerson(1)
  const [a, b] = [write('Eins'), write('Zwei')]
  const card = actions.merge([a, b]) as NoteId
  actions.trash(card)
  const now = () => standingIn(store.arrangement.get())
  expect([now()(card).where, now()(a)]).toEqual(['tray', { where: 'card', card }])
  actions.restore(card)
  expect(store.arrangement.get().zones[0]?.loose).toEqual([card])
  dropNote(doc, card)
  expect(store.arrangement.get().zones[0]?.loose).toEqual([a, b])
  expect(now()(card)).toEqual({ where: 'nowhere' })
})

test('B37 what others write in a card stays when its maker takes back the putting together', () => {
  const [anna, ben] = [openPerson(1), openPerson(2)]
  const [a, b] = [anna.write('Eins'), anna.write('Zwei')]
  const card = anna.actions.merge([a, b]) as NoteId
  meet(anna, ben)
  const body = bodyOf(notesOf(ben.doc).get(card) as NoteMap) as Y.XmlFragment
  ;((body.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(4, ' von Ben')
  meet(anna, ben)
  anna.undo.undo()
  meet(anna, ben)
  expect(ben.textOf(card)).toBe(' von Ben')
  expect(ben.store.arrangement.get().zones[0]?.loose.toSorted()).toEqual([a, b, card].sort())
})

test('B38 a link is one for both, however many make it; it follows notes into the cards in which they stand', () => {
  const [anna, ben] = [openPerson(1), openPerson(2)]
  const [a, b, c] = [anna.write('Eins'), anna.write('Zwei'), anna.write('Drei')]
  meet(anna, ben)
  anna.actions.link(a, b)
  ben.actions.link(b, a)
  anna.actions.link(a, a)
  meet(anna, ben)
  const shown = (id: NoteId) => relatedCards(anna.store.arrangement.get(), anna.store.links.get()).get(id)
  expect([...anna.store.links.get()]).toEqual([
    [a, [b]],
    [b, [a]],
  ])
  expect(shown(a)).toEqual([{ card: b, pairs: [[a, b]] }])
  const card = anna.actions.merge([b, c]) as NoteId
  expect(shown(a)).toEqual([{ card, pairs: [[a, b]] }])
  expect(shown(card)).toEqual([{ card: a, pairs: [[b, a]] }])
  anna.actions.unlink(shown(card)?.[0]?.pairs ?? [])
  expect(anna.store.links.get().size).toBe(0)
  anna.undo.undo()
  expect(shown(a)).toHaveLength(1)
  anna.actions.trash(card)
  expect(shown(a)).toBeUndefined()
  dropNote(anna.doc, b)
  expect(anna.store.links.get().size).toBe(0)
})

test('B38 what others put among the links as well is no link', () => {
  const { doc } = openPerson(1)
  for (const key of ['a/b', 'b/a', 'a/a', 'a', 'a/b/c', '../x/y', '', 'ä/b']) noteLinksOf(doc).set(key, true)
  const links = readNoteLinks(doc)
  expect([...links.keys()]).toEqual(['a', 'b'])
  expect(relatedTo(links, 'a' as NoteId, [], () => null)).toEqual([])
})

const comment = (note: NoteId, id: string, more: Partial<Comment> = {}): Comment => ({
  id: id as CommentId,
  note,
  text: 'Wer genau?',
  createdAt: 1,
  settledAt: null,
  ...more,
})

test('B39 comments stand in the order of their writing, can be settled and opened again; each is one step of undo', () => {
  const [anna, ben] = [openPerson(1), openPerson(2)]
  const [a, b] = [anna.write('Eins'), anna.write('Zwei')]
  meet(anna, ben)
  const threads: unknown[] = []
  anna.store.comments.subscribe(() => threads.push(anna.store.comments.get()))
  const first = anna.actions.comment(a, ' Wer genau?\r\nUnd wann? ')
  const second = ben.actions.comment(a, 'Der Landesverband.')
  meet(anna, ben)
  const thread = () => anna.store.comments.get().get(a)
  expect(thread()?.map(({ text }) => text)).toEqual(['Wer genau?\nUnd wann?', 'Der Landesverband.'])
  expect(anna.store.comments.get().has(b)).toBe(false)
  ben.actions.settle(a, first)
  meet(anna, ben)
  expect(thread()?.map(({ settledAt }) => settledAt === null)).toEqual([false, true])
  ben.undo.undo()
  meet(anna, ben)
  expect(thread()?.every(({ settledAt }) => settledAt === null)).toBe(true)
  ben.undo.redo()
  anna.actions.settle(a, second)
  meet(anna, ben)
  anna.actions.reopen(a, first)
  expect(thread()?.map(({ settledAt }) => settledAt === null)).toEqual([true, false])
  anna.undo.undo()
  anna.undo.undo()
  anna.undo.undo()
  expect(thread()?.map(({ id }) => id)).toEqual([second])
  anna.undo.redo()
  expect(thread()?.map(({ id }) => id)).toEqual([first, second])
  // Whoever types in a card disturbs nobody who reads what was said.
  const before = threads.length
  const body = bodyOf(notesOf(ben.doc).get(a) as NoteMap) as Y.XmlFragment
  ;((body.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'x')
  meet(anna, ben)
  expect(threads).toHaveLength(before)
})

test('B39 a comment is short, never empty, and of one shape whatever others write', () => {
  const { doc, write, actions } = openPerson(1)
  const note = write('Eins')
  addComment(doc, comment(note, 'long', { text: `${'x'.repeat(maxCommentLength - 1)}🙂` }))
  addComment(doc, comment(note, 'empty', { text: ' \u200b ' }))
  addComment(doc, comment('nowhere' as NoteId, 'lost'))
  actions.comment(note, ' ')
  const map = notesOf(doc).get(note) as NoteMap
  for (const [at, value] of [null, 'text', { text: 7 }, [], { text: '', createdAt: 1 }].entries())
    map.set(`comment/odd${at}`, value)
  map.set('comment/../x', { text: 'fremd', createdAt: 1 })
  map.set(commentKey('strange' as CommentId), { text: 'a\u0000b', createdAt: 'gestern' })
  settleComment(doc, note, 'strange' as CommentId, Number.NaN)
  const thread = readComments(doc).get(note) ?? []
  expect(thread.map(({ id }) => id)).toEqual(['strange', 'long'])
  expect(thread[0]).toEqual(comment(note, 'strange', { text: 'ab', createdAt: 0 }))
  expect(thread[1]?.text).toHaveLength(maxCommentLength)
  expect(thread[1]?.text.isWellFormed()).toBe(true)
})

test('B40 erasing a note erases what was said about it, also what arrives afterwards', () => {
  const [anna, ben] = [openPerson(1), openPerson(2)]
  const [note, other] = [anna.write('Eins'), anna.write('Zwei')]
  anna.actions.comment(note, 'Dornroeschen wohnt hier')
  anna.actions.comment(other, 'bleibt stehen')
  anna.actions.link(note, other)
  meet(anna, ben)
  ben.actions.comment(note, 'Rapunzel auch')
  const { bytes } = purge([Y.encodeStateAsUpdate(anna.doc)], { note })
  const says = (word: string, state: Uint8Array) => Buffer.from(state).includes(word)
  expect([says('Dornroeschen', bytes), says('bleibt stehen', bytes)]).toEqual([false, true])
  const server = new Y.Doc()
  Y.applyUpdate(server, bytes)
  expect(noteLinksOf(server).size).toBe(0)
  Y.applyUpdate(server, Y.encodeStateAsUpdate(ben.doc))
  expect(says('Rapunzel', Y.encodeStateAsUpdate(server))).toBe(false)
  expect([...readComments(server).keys()]).toEqual([other])
})
