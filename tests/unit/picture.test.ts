import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Cluster, Note } from '#shared/board.ts'
import type { ClusterId, KindId, LevelId, NoteId, QuestionId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import { arrange } from '../../client/board/arrange.ts'
import { boardPicture } from '../../client/board/picture/boardPicture.ts'
import type { Measure, PictureShape, PictureText } from '../../client/board/picture/picture.ts'
import { paperColours, pictureColours } from '../../client/board/picture/pictureColours.ts'
import { pictureSvg } from '../../client/board/picture/pictureSvg.ts'
import { pictureTiles } from '../../client/board/picture/pictureTiles.ts'
import { wrapSpans } from '../../client/board/picture/wrapSpans.ts'
import { cardRows } from '../../client/pages/groupCards/cardRows.ts'
import { screenViews } from '../../client/pages/groupScreen/screenViews.ts'
import { shippedTemplate } from '../kit/templates.ts'

const plan = parseTemplate(shippedTemplate())
const questions = plan.groups[0]?.questions ?? []
/** Every sign half as wide as high. */
const measure: Measure = (text, { size }) => [...text].length * size * 0.5

const noteWith = (at: number, text: string, more: Partial<Note> = {}): Note => ({
  id: `n${at}` as NoteId,
  question: (questions[at % questions.length]?.id ?? null) as QuestionId | null,
  kind: plan.noteKinds[at % plan.noteKinds.length]?.id as KindId,
  at: null,
  column: null,
  levels: [],
  tags: [],
  cluster: null,
  mergedInto: null,
  forPlenum: null,
  createdAt: at,
  trashedAt: null,
  blocks: parseNoteText(text),
  isEmpty: text.trim() === '',
  ...more,
})
const pictureOf = (notes: readonly Note[], clusters: readonly Cluster[] = []) =>
  boardPicture({
    plan,
    language: 'de',
    questions,
    arrangement: arrange(
      notes,
      clusters,
      questions.map(({ id }) => id),
    ),
    clusters,
    noteOf: (id) => notes.find((note) => note.id === id) ?? null,
    numberOf: (id) => `A-${id.slice(1)}`,
    measure,
    words: {
      title: 'Arbeitsgruppe A: Rolle & Aufgaben',
      event: plan.title,
      when: '22. November 2026, 14:30 Uhr',
      parking: 'Themenspeicher',
      untitled: 'Überschrift fehlt noch',
      empty: 'Noch ohne Text',
      allLevels: 'alle Ebenen',
      count: (count) => `${count} Karten`,
    },
  })
const isText = (shape: PictureShape): shape is PictureText => shape.kind === 'text'
const wordsIn = (shapes: readonly PictureShape[]) =>
  shapes
    .filter(isText)
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join(' ')
const squeezed = (text: string) => text.replace(/\s+/g, '')

test('B51 the picture holds every text in full, with numbers, kinds, levels, headings and the mark', () => {
  const long = 'Beratung und Begleitung in allen Lebenslagen, auch dort, wo niemand hinsieht. '.repeat(30)
  const cluster = { id: 'c' as ClusterId, title: 'Zugang', question: questions[0]?.id ?? null, at: null }
  const notes = [
    noteWith(0, `${long}ENDE`, { cluster: cluster.id, forPlenum: 'V' }),
    noteWith(1, 'Eins\n- zwei\n- drei', { levels: plan.levels.slice(0, 2).map(({ id }) => id as LevelId) }),
    noteWith(2, 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikantenwitwe'),
    noteWith(3, 'Ganz woanders', { question: null }),
    noteWith(4, 'Weggelegt', { trashedAt: 5 }),
  ]
  const picture = pictureOf(notes, [cluster])
  const said = squeezed(wordsIn(picture.shapes))
  for (const text of [
    long,
    'ENDE',
    'zwei',
    'witwe',
    'Ganz woanders',
    'Zugang',
    'Themenspeicher',
    'A-0',
    'LV',
  ])
    expect(said).toContain(squeezed(text))
  for (const { id, text } of questions) {
    expect(said).toContain(squeezed(text))
    expect(said).toContain(id)
  }
  expect(said).toContain(squeezed(`${plan.title} · 22. November 2026, 14:30 Uhr · 4 Karten`))
  expect(said).not.toContain('Weggelegt')
  expect(picture.shapes.filter(({ kind }) => kind === 'ribbon')).toHaveLength(1)
  // Every line stays on the picture, and on its card.
  for (const { x, y, width, isRtl } of picture.shapes.filter(isText)) {
    expect(isRtl ? x - width : x).toBeGreaterThanOrEqual(0)
    expect(isRtl ? x : x + width).toBeLessThanOrEqual(picture.width)
    expect(y).toBeLessThanOrEqual(picture.height)
  }
})

test('B51 whatever stands on the cards, lines keep their width and lose nothing', () => {
  const span = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 60 }),
    bold: fc.constantFrom(true as const, undefined),
  })
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), fc.integer({ min: 20, max: 300 }), (spans, width) => {
      const clean = spans.map(({ text, bold }) => ({ text, ...(bold ? { bold } : {}) }))
      const lines = wrapSpans(clean, width, { size: 14 }, measure)
      const all = clean.map(({ text }) => text).join('')
      expect(squeezed(lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''))).toBe(
        squeezed(all.replaceAll('\u00AD', '')),
      )
      for (const line of lines) {
        const text = line.runs.map((run) => run.text).join('')
        const isOneSign = [...new Intl.Segmenter('und').segment(text)].length <= 1
        if (!isOneSign) expect(line.width).toBeLessThanOrEqual(width + 0.01)
        expect(line.width).toBeCloseTo(measure(text, { size: 14 }))
      }
    }),
  )
})

test('B51 the SVG is well-formed and needs nothing else, whatever stands on the cards', () => {
  const nasty = ['<script>alert(1)</script> & "Zitat"', 'مرحبا بكم في المجموعة', 'a\u0001b\uFFFEc]]>', '👩‍👩‍👧']
  const svg = pictureSvg(pictureOf(nasty.map((text, at) => noteWith(at, text))))
  expect(svg).not.toMatch(/<script|<foreignObject|<style|href=|url\(/)
  // oxlint-disable-next-line no-control-regex
  expect(svg).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/)
  expect(svg).toContain('&lt;script&gt;')
  expect(svg).toMatch(/<text [^>]*direction="rtl"[^>]*>مرحبا/)
  // Every tag that opens closes, in order, and no other sign of markup is left.
  const open: string[] = []
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<>]*")*)(\/?)>/g,
    (_all, end, name, _more, empty) => {
      if (end) expect(open.pop()).toBe(name)
      else if (!empty) open.push(name)
      return ''
    },
  )
  expect(open).toEqual([])
  expect(rest).not.toMatch(/[<]|&(?!amp;|lt;|gt;|quot;)/)
})

test('B51 the colours of the picture are the light ones of the cards', () => {
  const tokens = readFileSync(new URL('../../client/ui/tokens.css', import.meta.url), 'utf8')
  const light = tokens.slice(0, tokens.indexOf('@media'))
  const value = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(light)?.[1]
  for (const [name, { paper, edge, ink }] of Object.entries(paperColours))
    expect([value(`paper-${name}`), value(`paper-${name}-edge`), value(`paper-${name}-ink`)]).toEqual([
      paper,
      edge,
      ink,
    ])
  const { ink2, ...others } = pictureColours
  expect(value('ink-2')).toBe(ink2)
  for (const [name, colour] of Object.entries(others)) expect(value(name)).toBe(colour)
})

test('B52 a picture for a canvas is sharp, or at least of its own size in parts that hold every card whole', () => {
  const limit = { side: 16_384, area: 64e6 }
  expect(pictureTiles({ width: 1900, height: 1500, tallest: 300 }, limit)).toEqual({
    scale: 2,
    tiles: [{ y: 0, height: 1500 }],
  })
  const size = fc.record({
    width: fc.integer({ min: 500, max: 12_000 }),
    height: fc.integer({ min: 200, max: 90_000 }),
    tallest: fc.integer({ min: 60, max: 2_500 }),
  })
  fc.assert(
    fc.property(size, fc.nat(), ({ width, height, tallest }, seed) => {
      const { scale, tiles } = pictureTiles({ width, height, tallest }, limit)
      expect(scale).toBeGreaterThanOrEqual(1)
      for (const tile of tiles) {
        expect(Math.max(width, tile.height) * scale).toBeLessThanOrEqual(limit.side)
        expect(width * tile.height * scale * scale).toBeLessThanOrEqual(limit.area + 1)
      }
      const card = Math.min(tallest, height)
      const y = seed % (height - card + 1)
      expect(tiles.some((tile) => tile.y <= y && tile.y + tile.height >= y + card)).toBe(true)
    }),
  )
})

test('B52 screen and paper hold every card once, in reading order', () => {
  const cluster = { id: 'c' as ClusterId, title: '', question: questions[0]?.id ?? null, at: null }
  const notes = Array.from({ length: 23 }, (_, at) =>
    noteWith(at, at % 5 === 0 ? 'lang '.repeat(120) : `Karte ${at}`, {
      cluster: at % 8 === 0 ? cluster.id : null,
      question: at === 22 ? null : (questions[at % questions.length]?.id as QuestionId),
      kind: 'idea' as KindId,
      forPlenum: at === 3 ? 'b' : at === 1 ? 'c' : null,
    }),
  )
  const arrangement = arrange(
    notes,
    [cluster],
    questions.map(({ id }) => id),
  )
  const views = screenViews(arrangement, questions)
  expect(views.map(({ id }) => id)).toEqual([...questions.map(({ id }) => id), 'speicher', 'plenum'])
  const shown = views.slice(0, -1).flatMap(({ sections }) => sections.flatMap((section) => section.notes))
  expect([...shown].sort()).toEqual(notes.map(({ id }) => id).sort())
  expect(views[0]?.sections.map(({ title }) => title)).toEqual(['', null])
  expect(views.at(-1)?.sections[0]?.notes).toEqual(['n3', 'n1'])
  const rows = cardRows(notes)
  expect(rows.flatMap((row) => row.notes)).toEqual(notes)
  for (const { isWide, notes: those } of rows) {
    expect(those.length).toBeLessThanOrEqual(isWide ? 1 : 2)
    expect(those.every(({ createdAt }) => (createdAt % 5 === 0) === isWide)).toBe(true)
  }
})

test('B52 a thousand cards are laid out in a moment', () => {
  const notes = Array.from({ length: 1000 }, (_, at) =>
    noteWith(at, 'Beratung in allen Lebenslagen '.repeat(5)),
  )
  const start = performance.now()
  const svg = pictureSvg(pictureOf(notes))
  expect(performance.now() - start).toBeLessThan(3_000)
  expect(svg.match(/A-999</g)).toHaveLength(1)
})
