import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addNote,
  bodyOf,
  notesOf,
  readNotes,
  readPlacedNotes,
  type Cluster,
  type Note,
  type NoteMap,
} from '#shared/board.ts'
import type { LookZone } from '#shared/firstLook.ts'
import type { ClusterId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { lookAtBoard, lookLimits } from '#shared/lookAtBoard.ts'
import { beginsVisibly } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { parkingLotKind } from '#shared/template.ts'
import { arrange } from '../../client/board/arrange.ts'
import { Dice } from '../kit/dice.ts'

const questions = ['A1', 'A2', 'A3'] as QuestionId[]
const note = (id: string, fields: Partial<Record<keyof Note, unknown>> = {}): Note =>
  ({
    id,
    question: 'A1',
    kind: 'idea',
    at: null,
    column: null,
    levels: [],
    tags: [],
    cluster: null,
    mergedInto: null,
    forPlenum: null,
    createdAt: 1,
    trashedAt: null,
    blocks: [{ type: 'paragraph', spans: [{ text: id }] }],
    isEmpty: false,
    ...fields,
  }) as Note
const cluster = (id: string, fields: Partial<Record<keyof Cluster, unknown>> = {}): Cluster =>
  ({ id, title: `Über ${id}`, question: 'A1', at: null, ...fields }) as Cluster
const numbered = (count: number, make: (at: number) => Partial<Record<keyof Note, unknown>> = () => ({})) =>
  Array.from({ length: count }, (_, at) => note(`n${at}`, { createdAt: at, ...make(at) }))
const lookAt = (notes: readonly Note[], clusters: readonly Cluster[] = []) => {
  const byId = new Map(notes.map((one) => [one.id, one]))
  return lookAtBoard(
    {
      notes,
      clusters,
      writtenOn: (id) => byId.get(id) as Note,
      numberOf: (id) => (id.endsWith('7') ? null : `A-${id}`),
    },
    questions,
  )
}
const zoneAt = (zones: readonly LookZone[], at: number) => zones[at] as LookZone

/** Merged in chains and rings, laid away, empty, parked, in clusters of any question or of none. */
const randomBoard = (dice: Dice, size: number): { notes: Note[]; clusters: Cluster[] } => {
  const anywhere = [...questions, ...questions, 'B1', null]
  const spot = () =>
    dice.chance(0.4) ? { x: dice.below(3) * 220, y: dice.below(dice.chance(0.5) ? 200 : 6000) } : null
  const clusters = Array.from({ length: dice.below(9) }, (_, at) =>
    cluster(`c${at}`, { question: dice.pick(anywhere), at: spot() }),
  )
  const notes = Array.from({ length: size }, (_, at) =>
    note(`n${at}`, {
      question: dice.pick(anywhere),
      kind: dice.chance(0.1) ? parkingLotKind : 'idea',
      at: spot(),
      column: dice.pick([null, 0, 1]),
      cluster: dice.chance(0.5) ? `c${dice.below(9)}` : null,
      mergedInto: dice.chance(0.15) ? `n${dice.below(size)}` : null,
      forPlenum: dice.chance(0.2) ? 'a' : null,
      createdAt: dice.below(size),
      trashedAt: dice.chance(0.1) ? 5 : null,
      isEmpty: dice.chance(0.1),
    }),
  )
  return { notes, clusters }
}

test('B80 the first look says of every card what the board says, and leaves out only cards that stand lower', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const dice = new Dice(seed)
    const { notes, clusters } = randomBoard(dice, dice.pick([0, 5, 40, 150, 600]))
    const byId = new Map(notes.map((one) => [one.id, one]))
    const look = lookAt(notes, clusters)
    const board = arrange(notes, clusters, questions)
    const named: NoteId[] = []
    expect(look.zones.map(({ question }) => question)).toEqual(questions)
    for (const [at, whole] of board.zones.entries()) {
      const zone = zoneAt(look.zones, at)
      const inside = whole.clusters.map((one) => one.notes.length)
      expect(zone.count, `seed ${seed}`).toBe(inside.reduce((sum, one) => sum + one, whole.loose.length))
      expect(zone.clusters.map(({ id, title, count }) => ({ id, title, count }))).toEqual(
        whole.clusters.map(({ id, title }, one) => ({ id, title, count: inside[one] })),
      )
      for (const [one, sheet] of zone.clusters.entries()) {
        const stored = clusters.find(({ id }) => id === sheet.id) as Cluster
        expect(sheet.at).toEqual(stored.question === zone.question ? stored.at : null)
        const all = whole.clusters[one]?.notes ?? []
        expect(sheet.notes).toEqual(all.slice(0, sheet.notes.length === 0 ? 0 : lookLimits.inCluster))
        // Only a sheet that must begin below the screen is without cards.
        if (all.length > 0 && sheet.notes.length === 0 && (sheet.at?.y ?? 0) < lookLimits.height)
          expect(zone.count).toBeGreaterThan(lookLimits.inCluster)
      }
      const isNear = (id: NoteId) => (byId.get(id)?.at?.y ?? Infinity) < lookLimits.height
      expect(zone.loose).toEqual(whole.loose.filter((id) => zone.loose.includes(id)))
      expect(zone.loose.length).toBe(Math.min(whole.loose.length, lookLimits.loose))
      const left = whole.loose.filter((id) => !zone.loose.includes(id))
      if (left.some(isNear)) expect(zone.loose.every(isNear)).toBe(true)
      else {
        const others = whole.loose.filter((id) => !isNear(id))
        const taken = zone.loose.filter((id) => !isNear(id))
        expect(taken).toEqual(others.slice(0, taken.length))
      }
      named.push(...zone.clusters.flatMap((sheet) => sheet.notes), ...zone.loose)
    }
    expect(look.parked).toEqual(board.parked.slice(0, lookLimits.parked))
    named.push(...look.parked)
    expect(look.cards.map(({ id }) => id).sort()).toEqual([...named].sort())
    for (const card of look.cards) {
      const { id, kind, levels, blocks, at, column, forPlenum } = byId.get(card.id) as Note
      const merged = board.originals.get(id)?.length ?? 0
      const number = id.endsWith('7') ? null : `A-${id}`
      const isMarked = forPlenum !== null
      expect(card).toEqual({ id, number, kind, levels, blocks, at, column, isMarked, merged })
    }
  }
})

test('B80 what was placed on the first screen stands there however late it was made, the topmost first', () => {
  const { zones } = lookAt(
    numbered(200, (at) => ({
      at: at >= 195 ? { x: 0, y: 200 - at } : at % 10 === 0 ? { x: 0, y: 9000 } : null,
    })),
  )
  const { loose, count } = zoneAt(zones, 0)
  expect(count).toBe(200)
  expect(loose).toEqual([...numbered(35), ...numbered(200).slice(195)].map(({ id }) => id))
  const crowded = lookAt(numbered(100, (at) => ({ at: { x: 0, y: 1000 - at } })))
  expect(zoneAt(crowded.zones, 0).loose).toEqual(
    numbered(100)
      .slice(60)
      .map(({ id }) => id),
  )
})

test('B80 however many sheets there are, only cards of the topmost come along', () => {
  const clusters = Array.from({ length: 100 }, (_, at) =>
    cluster(`c${String(at).padStart(3, '0')}`, { at: at === 99 ? { x: 0, y: 10 } : null }),
  )
  const look = lookAt(
    numbered(3000, (at) => ({ cluster: clusters[at % 100]?.id as ClusterId })),
    clusters,
  )
  const { clusters: sheets } = zoneAt(look.zones, 0)
  expect(sheets.map(({ count }) => count)).toEqual(clusters.map(() => 30))
  // Each of 30 cards is 934 high at least: three begin on the first screen, and the one that was put on top of them.
  expect(sheets.flatMap((sheet, at) => (sheet.notes.length > 0 ? [[at, sheet.notes.length]] : []))).toEqual([
    [0, 30],
    [1, 30],
    [2, 30],
    [99, 30],
  ])
  expect(look.cards).toHaveLength(120)
  const far = lookAt(
    numbered(50, () => ({ cluster: 'far' })),
    [cluster('far', { at: { x: 0, y: 2600 } })],
  )
  expect(zoneAt(far.zones, 0).clusters).toMatchObject([{ id: 'far', count: 50, notes: [] }])
})

/** A body as no editor makes it: anything inside anything, written, deleted, with marks, invisible. */
const scribble = (dice: Dice, into: Y.XmlFragment | Y.XmlElement, depth: number): void => {
  const letters = ['', ' ', '\u200b', '\n', '\u0007', '\ud800', 'Wort', ' B', '\u00ad', '\u3164']
  for (let left = dice.below(3) || (depth === 0 ? 1 : 0); left > 0; left--) {
    if (depth > 3 || dice.chance(0.5)) {
      const text = new Y.XmlText()
      into.push([text])
      text.insert(0, dice.pick(letters), dice.chance(0.3) ? { bold: {} } : {})
      if (dice.chance(0.3)) text.insertEmbed(text.length, { picture: 'x' })
      text.insert(text.length, dice.pick(letters), { italic: {} })
      if (dice.chance(0.3) && text.length > 0) text.delete(0, text.length)
    } else {
      const names = ['paragraph', 'bulletList', 'orderedList', 'listItem', 'hardBreak', 'heading']
      const element = new Y.XmlElement(dice.pick(names))
      into.push([element])
      scribble(dice, element, depth + 1)
    }
    if (dice.chance(0.1)) into.delete(0, 1)
  }
}

test('B81 whether a card is empty is known without reading all of it, whatever shape it has', () => {
  let empty = 0
  for (let seed = 1; seed <= 60; seed++) {
    const dice = new Dice(seed)
    const doc = new Y.Doc()
    for (let at = 0; at < 50; at++) {
      const map = addNote(doc, {
        id: `n${at}` as NoteId,
        question: null,
        kind: 'idea' as KindId,
        createdAt: at,
      })
      scribble(dice, bodyOf(map) as Y.XmlFragment, 0)
      if (dice.chance(0.05)) map.set('body', dice.pick(['Text', null, new Y.Text('Text')]))
      if (dice.chance(0.2)) map.set('at', dice.pick([{ x: 1, y: 2 }, { x: NaN, y: 2 }, 'here', null]))
    }
    notesOf(doc).set('not an id!', new Y.Map() as NoteMap)
    const whole = readNotes(doc)
    const placed = whole.map(({ levels: _levels, tags: _tags, blocks: _blocks, ...rest }) => rest)
    expect(readPlacedNotes(doc), `seed ${seed}`).toEqual(placed)
    empty += placed.filter(({ isEmpty }) => isEmpty).length
  }
  expect(empty).toBeGreaterThan(300)
  expect(empty).toBeLessThan(2700)
})

test('B81 the first line of a usual card is enough; deep nesting is left to whoever reads it all', () => {
  const doc = new Y.Doc()
  const begins = (text: string) => {
    const map = addNote(doc, {
      id: 'n' as NoteId,
      question: null,
      kind: 'idea' as KindId,
      createdAt: 1,
      blocks: parseNoteText(text),
    })
    return beginsVisibly(bodyOf(map) as Y.XmlFragment)
  }
  expect([begins('Ein Satz'), begins('- Punkt\n- Punkt'), begins('1. Erstens'), begins(' ')]).toEqual([
    true,
    true,
    true,
    false,
  ])
  const deep = addNote(doc, { id: 'deep' as NoteId, question: null, kind: 'idea' as KindId, createdAt: 1 })
  let at: Y.XmlFragment | Y.XmlElement = bodyOf(deep) as Y.XmlFragment
  for (let depth = 0; depth < 60; depth++) {
    const inner = new Y.XmlElement('paragraph')
    at.insert(0, [inner])
    at = inner
  }
  at.insert(0, [new Y.XmlText('tief unten')])
  expect(readPlacedNotes(doc).find(({ id }) => id === 'deep')?.isEmpty).toBe(true)
  expect(readNotes(doc).find(({ id }) => id === 'deep')?.isEmpty).toBe(true)
})
