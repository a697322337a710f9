import * as Y from 'yjs'
import { expect, test, vi } from 'vitest'
import { gather, type GatheredNote } from '#shared/gather.ts'
import type { NoteRef, ResultId } from '#shared/ids.ts'
import { plainText, writeBlocks } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { wordingsOf, type Result } from '#shared/result.ts'
import { blockingVotes, newVerdict, verdictOf } from '../../client/pages/plenum/decision/verdictDraft.ts'
import { changedResults } from '../../client/pages/plenum/closing/changedResults.ts'
import { nameRanges } from '../../client/pages/plenum/outline/nameRanges.ts'
import { plenumOutline } from '../../client/pages/plenum/outline/plenumOutline.ts'
import { readView, viewPath, type PlenumView } from '../../client/pages/plenum/plenumView.ts'
import { wordDiff } from '../../client/pages/plenum/result/wordDiff.ts'
import { wordingStore } from '../../client/pages/plenum/wordingStore.ts'
import { wallText } from '../../client/pages/beamer/wallText.ts'
import { sampleInput, samplePlan } from '../kit/sampleDay.ts'

const input = sampleInput()
const outlineOf = (change: Partial<typeof input> = {}) => {
  const { results, decisions, wordings, gathered, plenum, plan } = { ...input, ...change }
  const changed = new Set(changedResults(results, decisions, wordings))
  return plenumOutline({ plan, plenum, results, decisions, changed, gathered: gather(gathered, plan) })
}
const without = (...ids: string[]) => input.results.filter(({ id }) => !ids.includes(id))

test('P20 the outline stands by Leitfrage and counts what is decided and unchanged', () => {
  const groups = outlineOf()
  expect(groups.map(({ id, finished, items }) => [id, finished, items.length])).toEqual([
    ['A', 7, 7],
    ['B', 7, 7],
    ['C', 4, 4],
    ['D', 6, 6],
  ])
  expect(groups[1]?.items.map(({ name }) => name)).toEqual(['L4', 'L5', 'L6', 'L7', 'M5', 'M6', 'M7'])
  expect(groups[2]?.items.map(({ name }) => name)).toEqual(['L8', 'M8', 'M9', null])
  const wordings = new Map(input.wordings).set('L7', parseNoteText('Etwas ganz anderes.'))
  const changed = outlineOf({ wordings })
  expect(changed[1]?.finished).toBe(6)
  expect(changed[1]?.items[3]?.standing).toMatchObject({ state: 'adopted', changed: true })
  expect(outlineOf({ results: [], gathered: [] }).map(({ id, items }) => [id, items.length])).toEqual(
    samplePlan.groups.map(({ id }) => [id, 0]),
  )
})

test('P21 a marked note that is source of no result stays in sight, with what names it', () => {
  const loose = (groups: ReturnType<typeof outlineOf>) =>
    groups.flatMap((group) => group.loose.map(({ note, mentions }) => [note.number, ...mentions]))
  const all = loose(outlineOf())
  expect(all).toEqual(
    all.filter(([number]) => !input.results.some(({ sources }) => sources.includes(ref(number)))),
  )
  const fewer = loose(outlineOf({ results: without('M4', 'L10') }))
  for (const number of ['A-27', 'C-13', 'D-22', 'D-08']) expect(fewer).toContainEqual([number])
  const linked = input.results.map((result): Result =>
    result.id === ('L6' as ResultId) ? { ...result, links: [ref('D-08')] } : result,
  )
  expect(loose(outlineOf({ results: linked.filter(({ id }) => id !== 'L10') }))).toContainEqual([
    'D-08',
    'L6',
  ])
  const unmarked = input.gathered.map((note): GatheredNote => ({ ...note, order: null }))
  expect(loose(outlineOf({ results: [], gathered: unmarked }))).toEqual([])
})
const ref = (number: string | undefined) => `${number?.split('-')[0]}/n-${number}` as NoteRef

test.each([
  [[], ''],
  [['L1'], 'L1'],
  [['L1', 'L2'], 'L1, L2'],
  [['L1', 'L2', 'L3', 'M1', 'M2', 'M3', 'M4'], 'L1–L3, M1–M4'],
  [['L9', 'L10', 'L11', 'Beschwerdestelle'], 'L9–L11, Beschwerdestelle'],
  [['A-07', 'A-08', 'A-09', 'B-10'], 'A-07–A-09, B-10'],
])('P23 names in a row become a range: %j', (names, said) => {
  expect(nameRanges(names)).toBe(said)
})

test.each<PlenumView>([
  { kind: 'start' },
  { kind: 'result', id: 'k3 &/?' as ResultId },
  { kind: 'note', ref: 'A/n1' as NoteRef },
  { kind: 'closing' },
  { kind: 'version', number: 12 },
])('P24 every view of the Plenum has an address: $kind', (view) => {
  expect(readView(new URL(viewPath(view), 'http://x').searchParams)).toEqual(view)
})
test('P24 an address nobody made shows the start', () => {
  for (const query of ['fassung=0', 'fassung=x', 'ansicht=anders', 'ergebnis=', ''])
    expect(readView(new URLSearchParams(query))).toEqual({ kind: 'start' })
})

test.each([
  ['Wir wirken nicht mit.', 'Wir wirken nie mit.', 'Wir wirken -nicht +nie mit.'],
  ['Gleich.', 'Gleich.', 'Gleich.'],
  ['', 'Neu', '+Neu'],
  ['Alt', '', '-Alt'],
  ['verpflichtet.', 'verpflichtet. Punkt.', 'verpflichtet+. Punkt.'],
])('P25 changes since a decision are told word by word: %s → %s', (before, after, told) => {
  const parts = wordDiff(before, after)
  const signs = { same: '', added: '+', gone: '-' }
  expect(parts.map(({ kind, text }) => signs[kind] + text).join('')).toBe(told)
  const of = (but: string) => parts.filter(({ kind }) => kind !== but).map(({ text }) => text)
  expect(of('gone').join('')).toBe(after)
  expect(of('added').join('')).toBe(before)
})
test('P25 long texts are compared in a moment', () => {
  const words = Array.from({ length: 9000 }, (_, at) => `Wort${at} `).join('')
  const startedAt = performance.now()
  expect(wordDiff(words, `Neu ${words}`).length).toBeGreaterThan(0)
  expect(performance.now() - startedAt).toBeLessThan(200)
})

test('P26 counts are whole numbers or nothing; one count makes the empty ones zero', () => {
  const { consent } = samplePlan
  const verdict = (counts: Record<string, string>) => verdictOf({ ...newVerdict, counts }, consent)
  expect(verdict({})).toEqual({ outcome: 'adopted', counts: {}, sentence: '' })
  expect(verdict({ agree: ' 40 ', objection: '' })?.counts).toEqual({
    agree: 40,
    reservation: 0,
    objection: 0,
    abstain: 0,
  })
  for (const wrong of ['4x', '-1', '1.5', '1e3', '123456', '४']) expect(verdict({ agree: wrong })).toBeNull()
  const blocked = { ...newVerdict, counts: { agree: '40', objection: '6' } }
  expect(blockingVotes(blocked, consent)).toBe(6)
  expect(verdictOf({ ...newVerdict, sentence: ' Weil. ' }, [])?.sentence).toBe('Weil.')
})

test('P27 typing in one wording changes that one alone for its readers', () => {
  const doc = new Y.Doc()
  for (const id of ['a', 'b']) {
    const fragment = new Y.XmlFragment()
    writeBlocks(fragment, parseNoteText(`Text ${id}`))
    wordingsOf(doc).set(id, fragment)
  }
  const store = wordingStore(doc)
  const heard = vi.fn<() => void>()
  const stop = store.subscribe(heard)
  const before = store.get()
  const paragraph = wordingsOf(doc).get('a')?.get(0) as Y.XmlElement
  const words = paragraph.get(0) as Y.XmlText
  words.insert(0, 'Neuer ')
  expect(heard).toHaveBeenCalledOnce()
  expect(plainText(store.get().get('a') ?? [])).toBe('Neuer Text a')
  expect(store.get().get('b')).toBe(before.get('b'))
  wordingsOf(doc).delete('b')
  expect([...store.get().keys()]).toEqual(['a'])
  stop()
  words.insert(0, 'Ganz ')
  expect(heard).toHaveBeenCalledTimes(2)
  const again = store.subscribe(heard)
  expect(plainText(store.get().get('a') ?? [])).toBe('Ganz Neuer Text a')
  again()
})

test.each([
  [60, 80],
  [90, 80],
  [91, 68],
  [180, 68],
  [280, 56],
  [420, 44],
  [421, 36],
  [800, 36],
])('P28 on the wall a wording of %i characters stands in %i px', (length, size) => {
  const text = 'Wort '.repeat(200).slice(0, length - 1) + '.'
  expect(wallText(parseNoteText(text))).toMatchObject({ size, pages: { length: 1 } })
})
test('P28 what does not fit on the wall is paged, and nothing is lost', () => {
  const sentence = 'Eins ist gewiss: dieser Text ist viel zu lang für eine Wand. '
  const long = parseNoteText(`${sentence.repeat(40)}\n- eins\n- zwei\n${'- Punkt\n'.repeat(20)}`)
  const { size, pages } = wallText(long)
  expect(size).toBe(36)
  expect(pages.length).toBeGreaterThan(2)
  const squeezed = (text: string) => text.replace(/\s+/g, '')
  expect(squeezed(pages.map((page) => plainText(page)).join(''))).toBe(squeezed(plainText(long)))
  expect(plainText(pages[0] ?? [])).toMatch(/Wand\. $/)
  const list = wallText(parseNoteText('- kurz\n'.repeat(11)))
  expect(list).toMatchObject({ size: 36, pages: { length: 1 } })
  const word = wallText([{ type: 'paragraph', spans: [{ text: 'x'.repeat(5000) }] }])
  expect(word.pages.flatMap((page) => plainText(page)).join('')).toBe('x'.repeat(5000))
  expect(wallText([])).toEqual({ size: 80, pages: [[]] })
})
