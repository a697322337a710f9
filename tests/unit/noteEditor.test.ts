import { getSchema } from '@tiptap/core'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { blocksOf, plainText, writeBlocks } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { noteExtensions } from '../../client/editor/noteExtensions.ts'
import { openUndo } from '../../client/editor/openUndo.ts'
import { cleanHtml } from '../../client/editor/cleanHtml.ts'
import { pastedSlice } from '../../client/editor/pasted.ts'
import { repairBody } from '../../client/editor/repairBody.ts'

const keys = { onEscape: () => undefined, onNext: () => undefined, onTooLong: () => undefined }
const openBody = () => {
  const doc = new Y.Doc()
  const body = doc.getXmlFragment('body')
  return { body, undo: openUndo([body]) }
}
const { body: anyBody, undo } = openBody()
const schema = getSchema(noteExtensions(anyBody, undo, null, keys))

const rich = parseNoteText(
  'Ein **fetter** und *kursiver* Satz mit [Link](https://example.org/a).\n\n- eins\n- zwei **drei**\n\n1. vier\n2. fünf\n\nEnde, 29. April',
)

test('B9 the editor’s schema is the list of shared/note.ts, no more and no less', () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(
    ['bulletList', 'doc', 'hardBreak', 'listItem', 'orderedList', 'paragraph', 'text'].sort(),
  )
  expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'italic', 'link'])
  expect(Object.keys(schema.marks['link']?.spec.attrs ?? {})).toEqual(['href'])
  expect(schema.nodes['orderedList']?.spec.attrs ?? {}).toEqual({})
})

test('B9 what views read opens in the editor without a change', () => {
  const { body } = openBody()
  writeBlocks(body, [...rich, { type: 'paragraph', spans: [{ text: 'Zeile\nZeile' }] }])
  const before = JSON.stringify(body.toJSON())
  const root = yXmlFragmentToProseMirrorRootNode(body, schema)
  root.check()
  repairBody(body)
  expect(JSON.stringify(body.toJSON())).toBe(before)
  expect(root.childCount).toBe(blocksOf(body).length)
  expect(root.textBetween(0, root.content.size, '\n', '\n')).toContain('zwei drei')
})

test.each<[string, (body: Y.XmlFragment) => void]>([
  ['a heading', (body) => body.insert(0, [element('heading', 'Groß')])],
  [
    'a quote around a list',
    (body) =>
      body.insert(0, [
        element('blockquote', element('bulletList', element('listItem', element('paragraph', 'innen')))),
      ]),
  ],
  ['loose text', (body) => body.insert(0, [new Y.XmlText('lose')])],
  [
    'an item without a paragraph',
    (body) => body.insert(0, [element('bulletList', element('listItem', 'Punkt'))]),
  ],
  [
    'an unknown mark',
    (body) => body.insert(0, [element('paragraph', markedText('Wort', { highlight: {} }))]),
  ],
  ['an empty list', (body) => body.insert(0, [element('orderedList'), element('paragraph', 'danach')])],
])('B10 %s from another program is repaired before the editor could delete it', (_what, write) => {
  const { body, undo } = openBody()
  write(body)
  const words = plainText(blocksOf(body)).trim()
  repairBody(body)
  expect(plainText(blocksOf(body)).trim()).toBe(words)
  const root = yXmlFragmentToProseMirrorRootNode(body, schema)
  root.check()
  expect(root.textContent).toBe(words.replaceAll('\n', ''))
  undo.undo()
  expect(plainText(blocksOf(body)).trim()).toBe(words)
})

test('B11 pasted text is read like typed text; one line joins the sentence it is pasted into', () => {
  const many = pastedSlice(schema, 'Ein *Satz*\n- eins\n- zwei\u0000')
  expect(many.content.childCount).toBe(2)
  expect(many.content.textBetween(0, many.content.size, '|')).toBe('Ein Satz|eins|zwei')
  const line = pastedSlice(schema, ' und **mehr** ')
  expect([line.openStart, line.openEnd, line.content.firstChild?.textContent]).toEqual([1, 1, ' und mehr '])
  const evil = pastedSlice(schema, '[klick](javascript:alert(1))')
  expect(JSON.stringify(evil.toJSON())).not.toContain('"link"')
})

test('B11 a pasted document’s bold and italic survive, its other styles and handlers do not', () => {
  expect(
    cleanHtml(
      '<b id="docs" style="font-weight:normal;"><span style="color:red;font-weight:700">fett</span><span style=\'font-style:italic\'>schräg</span><p style="margin:0" onclick="x()">und</p></b>',
    ),
  ).toBe('<span><strong>fett</strong><em>schräg</em><p>und</p></b>')
})

test('B11 pasted pages keep their lines: headings are bold lines, table rows are lines', () => {
  expect(cleanHtml('<h2 class="x">Titel</h2><table><tr><td>a</td><td>b</td></tr></table>\u0007')).toBe(
    '<p><strong>Titel</strong></p><p><span>a </span><span>b</span></p>',
  )
})

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText | string)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  made.insert(
    0,
    children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)),
  )
  return made
}
const markedText = (words: string, attributes: object): Y.XmlText => {
  const made = new Y.XmlText()
  made.applyDelta([{ insert: words, attributes }])
  return made
}
