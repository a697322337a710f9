import { getSchema } from '@tiptap/core'
import { DOMParser as SchemaParser, type Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { trimBlocks, type Block, type Span } from '#shared/note.ts'
import { cleanHtml } from './cleanHtml.ts'
import { noteExtensions } from './noteExtensions.ts'

/** A pasted page as the text of a note, without an editor. */
export const htmlBlocks = (html: string): Block[] => {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment()
  const schema = getSchema(
    noteExtensions(fragment, new Y.UndoManager(fragment), null, { onEscape: nothing, onTooLong: nothing }),
  )
  // A document of its own: nothing in it is fetched or run.
  const page = new DOMParser().parseFromString(cleanHtml(html), 'text/html')
  const root = SchemaParser.fromSchema(schema).parse(page.body)
  doc.destroy()
  return trimBlocks(blocksIn(root))
}

const nothing = () => undefined

const blocksIn = (node: Node): Block[] => node.children.flatMap(blockOf)

const blockOf = (node: Node): Block => {
  if (node.type.name === 'paragraph') return { type: 'paragraph', spans: node.children.map(spanOf) }
  return { type: 'list', ordered: node.type.name === 'orderedList', items: node.children.map(blocksIn) }
}

const spanOf = (node: Node): Span => {
  if (node.type.name === 'hardBreak') return { text: '\n' }
  const mark = (name: string) => node.marks.find(({ type }) => type.name === name)
  const link: unknown = mark('link')?.attrs['href']
  return {
    text: node.text ?? '',
    ...(mark('bold') ? { bold: true } : {}),
    ...(mark('italic') ? { italic: true } : {}),
    ...(typeof link === 'string' ? { link } : {}),
  }
}
