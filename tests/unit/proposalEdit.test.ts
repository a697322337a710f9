import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { blocksOf, cleanText, plainText, writeBlocks, type Block } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { editWording, restoreWording } from '#shared/plenum/proposalEdit.ts'
import { leavesOf } from '#shared/plenum/proposalFragment.ts'
import { applyHunks, hunkBetween, hunksBetween } from '#shared/plenum/proposalHunks.ts'

const { notes: edges } = JSON.parse(
  readFileSync(new URL('../data/edge-notes.json', import.meta.url), 'utf8'),
) as { notes: { case: string; text: string }[] }

const docOf = (blocks: readonly Block[]) => {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('body')
  writeBlocks(fragment, blocks)
  return { doc, fragment }
}
const says = (fragment: Y.XmlFragment) => plainText(blocksOf(fragment))
const change = (fragment: Y.XmlFragment, from: string, to: string) => {
  const before = says(fragment)
  editWording(fragment, hunksBetween(before, before.replace(from, to)))
}
const bold = (text: string) => ({ type: 'paragraph' as const, spans: [{ text, bold: true as const }] })

const span = fc.record({
  text: fc.constantFrom('Wir helfen ', 'allen. ', 'a\nb', '👨‍👩‍👧', '', 'ein Wort', ' '),
  bold: fc.constant(true as const),
})
const paragraph: fc.Arbitrary<Block> = fc
  .array(
    fc.oneof(
      span,
      span.map(({ text }) => ({ text })),
    ),
    { maxLength: 3 },
  )
  .map((spans) => ({ type: 'paragraph', spans }))
const list = (inner: fc.Arbitrary<Block>): fc.Arbitrary<Block> =>
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc.tuple(paragraph, fc.array(inner, { maxLength: 1 })).map(([first, more]) => [first, ...more]),
      { minLength: 1, maxLength: 3 },
    ),
  })
const block = fc.oneof(paragraph, list(fc.oneof(paragraph, list(paragraph))))
const blocks = fc.array(block, { maxLength: 4 })

test('P53 a wording says after a change exactly what was wanted, whatever its paragraphs and lists', () => {
  fc.assert(
    fc.property(
      blocks,
      fc.nat(),
      fc.nat(20),
      fc.constantFrom('', 'neu', 'eins\nzwei', '\n', ' '),
      (made, at, length, text) => {
        const { fragment } = docOf(made)
        const before = says(fragment)
        const from = at % (before.length + 1)
        const after = (before.slice(0, from) + text + before.slice(from + length)).toWellFormed()
        const was = blocksOf(fragment)
        const hunks = hunksBetween(before, after)
        editWording(fragment, hunks)
        expect(says(fragment)).toBe(after)
        // And it can be taken back, looks included.
        restoreWording(fragment, hunksBetween(after, before), was)
        expect(canonical(blocksOf(fragment))).toEqual(canonical(was))
        // Entries of a list begin with a paragraph: no editor takes them otherwise.
        for (const item of itemsOf(fragment))
          expect((item.get(0) as Y.XmlElement | undefined)?.nodeName).toBe('paragraph')
      },
    ),
    { numRuns: 600 },
  )
})
/** How a text is cut into spans is no difference. */
const canonical = (all: readonly Block[]): unknown =>
  all.map((one) =>
    one.type === 'list'
      ? [one.ordered, one.items.map(canonical)]
      : one.spans.flatMap(({ text, bold: isBold }) => [...text].map((sign) => sign + (isBold ? 'b' : ''))),
  )
const itemsOf = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().flatMap((node) => {
    if (!(node instanceof Y.XmlElement)) return []
    return [...(node.nodeName === 'listItem' ? [node] : []), ...itemsOf(node)]
  })

test('P53 the look of untouched words stays, and new words look like those they replace', () => {
  const { fragment } = docOf([
    {
      type: 'paragraph',
      spans: [
        { text: 'Rote Linie:', bold: true },
        { text: ' Wir wirken ' },
        { text: 'nicht', italic: true },
        { text: ' mit.' },
      ],
    },
    { type: 'list', ordered: false, items: [[bold('Eins')], [bold('Zwei')]] },
  ])
  change(fragment, 'nicht', 'niemals')
  change(fragment, 'Wir wirken', 'Wir alle wirken')
  change(fragment, '\nZwei', '\nMitte\nZwei')
  change(fragment, 'Eins\n', '')
  expect(canonicalSpans(fragment)).toEqual([
    [
      ['Rote Linie:', 'b'],
      [' Wir alle wirken ', ''],
      ['niemals', 'i'],
      [' mit.', ''],
    ],
    ['ul', [['Mitte', '']], [['Zwei', 'b']]],
  ])
})
const canonicalSpans = (fragment: Y.XmlFragment): unknown => {
  const of = (one: Block): unknown =>
    one.type === 'list'
      ? ['ul', ...one.items.map((item) => item.map(of)[0])]
      : one.spans.map(({ text, bold: isBold, italic }) => [text, `${isBold ? 'b' : ''}${italic ? 'i' : ''}`])
  return blocksOf(fragment).map(of)
}

test('P53 who writes in the same sentence at that moment keeps letters and caret', () => {
  const { doc, fragment } = docOf(
    parseNoteText('Wir wirken nicht an Abschiebungen mit. Keine Auskünfte.\nZweiter Absatz.'),
  )
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const textOf = (one: Y.Doc) => (one.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText
  const caret = Y.createRelativePositionFromTypeIndex(textOf(other), 20)
  textOf(other).insert(20, 'allen ')
  textOf(other).insert(textOf(other).length, ' Nie.')
  change(fragment, 'Keine Auskünfte', 'Auskünfte nur nach Gesetz')
  change(fragment, 'nicht', 'niemals')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const wanted =
    'Wir wirken niemals an allen Abschiebungen mit. Auskünfte nur nach Gesetz. Nie.\nZweiter Absatz.'
  expect([says(fragment), says(other.getXmlFragment('body'))]).toEqual([wanted, wanted])
  const at = Y.createAbsolutePositionFromRelativePosition(caret, other)?.index as number
  expect(
    textOf(other)
      .toString()
      .slice(at, at + 12),
  ).toBe('Abschiebunge')
})

test('P53 nasty texts are read and changed as they stand', () => {
  for (const { case: name, text } of edges) {
    const { fragment } = docOf(parseNoteText(text))
    const before = says(fragment)
    const leaves = leavesOf(fragment)
    expect(leaves.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('\n'), name).toBe(
      before,
    )
    const after = cleanText(text)
    const hunk = hunkBetween(before, after)
    if (hunk) editWording(fragment, [hunk])
    expect(says(fragment), name).toBe(after)
    editWording(fragment, hunksBetween(after, before))
    expect(says(fragment), name).toBe(before)
  }
  // What a stranger's client may have put there.
  const dirty = new Y.Doc().getXmlFragment('body')
  const strange = new Y.XmlText('a\u0000b\r\n\r\nc\uD83Dd')
  const paragraphOf = new Y.XmlElement('paragraph')
  paragraphOf.insert(0, [strange])
  dirty.insert(0, [new Y.XmlText('loose'), paragraphOf, new Y.XmlElement('bulletList')])
  expect(applyHunks(says(dirty), [])).toBe(
    leavesOf(dirty)
      .map(({ pieces }) => pieces.map(({ text }) => text).join(''))
      .join('\n'),
  )
  const before = says(dirty)
  editWording(dirty, hunksBetween(before, before.replace('c', 'neu c')))
  expect(says(dirty)).toBe(before.replace('c', 'neu c'))
})
