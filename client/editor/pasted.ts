import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model'
import { cleanText, type Block, type Span } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { dashedLists } from './dashedLists.ts'

/** Pasted text, read like typed text; a single line joins the sentence it is pasted into. */
export const pastedSlice = (schema: Schema, text: string): Slice => {
  const clean = cleanText(text)
  const isLine = !clean.trim().includes('\n')
  const blocks = parseNoteText(dashedLists(clean))
  const [first] = blocks
  if (isLine && first?.type === 'paragraph') {
    const before = clean.slice(0, clean.length - clean.trimStart().length)
    const after = clean.slice(clean.trimEnd().length)
    const spans = [{ text: before }, ...first.spans, { text: after }]
    return new Slice(Fragment.from(schema.node('paragraph', null, inlineNodes(schema, spans))), 1, 1)
  }
  return new Slice(Fragment.from(blocks.map((block) => blockNode(schema, block))), 0, 0)
}

const blockNode = (schema: Schema, block: Block): Node =>
  block.type === 'paragraph'
    ? schema.node('paragraph', null, inlineNodes(schema, block.spans))
    : schema.node(
        block.ordered ? 'orderedList' : 'bulletList',
        null,
        block.items.map((item) =>
          schema.node(
            'listItem',
            null,
            item.map((inner) => blockNode(schema, inner)),
          ),
        ),
      )

const inlineNodes = (schema: Schema, spans: readonly Span[]): Node[] =>
  spans.flatMap(({ text, bold, italic, link }) => {
    const flat = text.replaceAll('\n', ' ')
    if (flat === '') return []
    return [
      schema.text(flat, [
        ...(bold ? [schema.mark('bold')] : []),
        ...(italic ? [schema.mark('italic')] : []),
        ...(link ? [schema.mark('link', { href: link })] : []),
      ]),
    ]
  })
