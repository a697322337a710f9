import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  blocksOf,
  cleanText,
  hasVisibleText,
  plainText,
  safeLink,
  trimBlocks,
  writeBlocks,
  type Block,
  type Span,
} from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'

const url = new URL('../data/edge-notes.json', import.meta.url)
const edge = JSON.parse(readFileSync(url, 'utf8')) as { notes: { case: string; text: string }[] }
const textOf = (name: string) => edge.notes.find((note) => note.case === name)?.text ?? ''

/** Writes into one document, sends it to another and reads it there. */
const travelled = (blocks: readonly Block[]): Block[] => {
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  writeBlocks(here.getXmlFragment('body'), blocks)
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  return blocksOf(there.getXmlFragment('body'))
}

/** As reading shows it: neighbours of one look are one span. */
const joined = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => {
    if (block.type === 'list') return { ...block, items: block.items.map(joined) }
    const spans: Span[] = []
    for (const span of block.spans.filter(({ text }) => text !== '')) {
      const last = spans.at(-1)
      const look = (span: Span) => JSON.stringify([span.bold, span.italic, span.link])
      if (last && look(last) === look(span))
        spans[spans.length - 1] = { ...last, text: last.text + span.text }
      else spans.push(span)
    }
    return { type: 'paragraph', spans }
  })

test.each(edge.notes.map(({ case: name, text }) => [name, text]))(
  'G8 the text of %s survives writing, syncing and reading',
  (_, text) => {
    const blocks = parseNoteText(text)
    expect(joined(travelled(blocks))).toEqual(joined(blocks))
    // Nothing visible is lost or changed, whatever became bold, a list or a link.
    const seen = (words: string) => words.replace(/[\s\p{P}\p{S}]|(?<=^|\n)\s*(\d+\.|#+) /gu, '')
    const unlinked = cleanText(text).replace(/!?\[([^\][\n]+)\]\(\S+\)(?=\s|$)/g, '$1')
    expect(seen(plainText(blocks))).toBe(seen(unlinked.replace(/^ *\d\. /gm, '')))
  },
)

const span: fc.Arbitrary<Span> = fc
  .record({
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((text) => cleanText(text) || 'x'),
    bold: fc.constantFrom(undefined, true as const),
    italic: fc.constantFrom(undefined, true as const),
    link: fc.constantFrom(undefined, 'https://example.org/ä?b=1', 'mailto:a@example.org'),
  })
  .map((raw) => Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined)) as Span)
const paragraph = fc.array(span, { maxLength: 4 }).map((spans): Block => ({ type: 'paragraph', spans }))
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  fc
    .record({
      ordered: fc.boolean(),
      items: fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    })
    .map((list): Block => ({ type: 'list', ...list })),
)
/** A line break within a span becomes a break of its own, without a look. */
const broken = (blocks: readonly Block[]): Block[] =>
  joined(
    blocks.map((block) =>
      block.type === 'list'
        ? { ...block, items: block.items.map(broken) }
        : {
            ...block,
            spans: block.spans.flatMap(({ text, ...look }) =>
              text.split(/(\n)/).map((part) => (part === '\n' ? { text: part } : { text: part, ...look })),
            ),
          },
    ),
  )

test('G8 any blocks come back as they were written', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      expect(joined(travelled(blocks))).toEqual(broken(blocks))
    }),
  )
})

test('G9 what people type stays what they typed', () => {
  const shown = (name: string) => parseNoteText(textOf(name))
  const plain = (text: string): Block[] => [{ type: 'paragraph', spans: [{ text }] }]
  for (const name of [
    'gender-star',
    'date-at-line-start',
    'hashtag-at-line-start',
    'excel-dates',
    'excel-numbers',
  ])
    expect(shown(name)).toEqual(plain(textOf(name)))
  for (const name of ['script-tag', 'img-onerror', 'template-injection', 'sql-injection', 'html-legit-signs'])
    expect(shown(name)).toEqual(plain(textOf(name)))
  expect(shown('leading-four-spaces')).toEqual(plain(textOf('leading-four-spaces').trim()))
  expect(shown('plus-at-line-start')).toEqual([...plain('+ 2 Stellen'), ...plain('+ 1 Auto')])
  expect(shown('formula-minus')).toMatchObject([{ type: 'list', ordered: false, items: { length: 2 } }])
  expect(shown('lines-500')).toMatchObject([{ type: 'list', items: { length: 500 } }])
  expect(shown('heading-in-note')[0]).toEqual({
    type: 'paragraph',
    spans: [{ text: 'Große Überschrift', bold: true }],
  })
  expect(shown('farsi-zwnj')).toEqual(plain(textOf('farsi-zwnj')))
  expect(plainText(shown('control-characters'))).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/)
  expect(plainText(shown('lone-surrogate'))).toBe('kaputtes Zeichen: \ufffd Ende')
})

test('G9 bold, italic, lists and links are read; broken ones stay text', () => {
  expect(parseNoteText('**fett *und* kursiv** [hier](https://example.org/a_(b))')).toEqual([
    {
      type: 'paragraph',
      spans: [
        { text: 'fett ', bold: true },
        { text: 'und', bold: true, italic: true },
        { text: ' kursiv', bold: true },
        { text: ' ' },
        { text: 'hier', link: 'https://example.org/a_(b)' },
      ],
    },
  ])
  expect(parseNoteText('1. eins\n2. zwei\n\n4. vier')).toEqual([
    {
      type: 'list',
      ordered: true,
      items: ['eins', 'zwei'].map((text) => [{ type: 'paragraph', spans: [{ text }] }]),
    },
    { type: 'paragraph', spans: [{ text: '4. vier' }] },
  ])
  expect(parseNoteText('- eins\n\n- zwei')).toHaveLength(2)
  expect(parseNoteText(textOf('unclosed-emphasis'))).toMatchObject([{ spans: { length: 1 } }])
})

test('G10 links go to http, https and mailto only', () => {
  for (const bad of [
    'javascript:alert(1)',
    'JaVaScript:1',
    'data:text/html,x',
    '//example.org',
    ' https://a',
    'file:///x',
    7,
    null,
    `https://${'a'.repeat(5000)}`,
  ])
    expect(safeLink(bad)).toBe(null)
  for (const good of ['https://example.org', 'http://a', 'mailto:a@example.org', 'HTTPS://A'])
    expect(safeLink(good)).toBe(good)
  expect(parseNoteText(textOf('javascript-link'))).toEqual([
    { type: 'paragraph', spans: [{ text: 'Anmeldung' }] },
  ])
  // Also when a stranger's client wrote it straight into the document.
  const doc = new Y.Doc()
  const body = doc.getXmlFragment('body')
  const text = new Y.XmlText()
  const element = new Y.XmlElement('paragraph')
  body.insert(0, [element])
  element.insert(0, [text])
  text.insert(0, 'klick', { link: { href: 'javascript:alert(1)' }, bold: true })
  expect(blocksOf(body)).toEqual([{ type: 'paragraph', spans: [{ text: 'klick', bold: true }] }])
})

test('G11 invisible text counts as none', () => {
  for (const name of ['empty', 'only-spaces-and-newlines', 'only-zero-width'])
    expect(hasVisibleText(textOf(name))).toBe(false)
  for (const nothing of ['', ' \n\t', '\u200b\u2060', '\u00ad', '\u3164', '\u0007'])
    expect(hasVisibleText(nothing)).toBe(false)
  for (const some of ['a', '.', '😀', '٣', 'ـ', '\u0301a']) expect(hasVisibleText(some)).toBe(true)
  const empty: Block = { type: 'paragraph', spans: [{ text: ' ' }] }
  const full: Block = { type: 'paragraph', spans: [{ text: 'Text' }] }
  expect(trimBlocks([empty, full, empty, full, empty])).toEqual([full, empty, full])
  expect(trimBlocks([empty, empty])).toEqual([])
})

test('G12 strange documents are read as far as they make sense', () => {
  const doc = new Y.Doc()
  const body = doc.getXmlFragment('body')
  const quote = new Y.XmlElement('blockquote')
  const inner = new Y.XmlElement('heading')
  body.insert(0, [
    new Y.XmlText('lose'),
    quote,
    new Y.XmlElement('horizontalRule'),
    new Y.XmlElement('bulletList'),
  ])
  quote.insert(0, [inner, new Y.XmlText('Rest')])
  inner.insert(0, [new Y.XmlText('Titel'), new Y.XmlElement('hardBreak'), new Y.XmlText('zwei')])
  expect(blocksOf(body)).toEqual([
    { type: 'paragraph', spans: [{ text: 'lose' }] },
    { type: 'paragraph', spans: [{ text: 'Titel' }, { text: '\n' }, { text: 'zwei' }] },
    { type: 'paragraph', spans: [{ text: 'Rest' }] },
    { type: 'paragraph', spans: [] },
    { type: 'list', ordered: false, items: [] },
  ])
  let deep: Y.XmlFragment = body
  doc.transact(() => {
    for (let depth = 0; depth < 5_000; depth++) {
      const next = new Y.XmlElement('listItem')
      deep.insert(0, [next])
      deep = next
    }
  })
  expect(blocksOf(body).length).toBeGreaterThan(3)
})
