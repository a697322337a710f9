import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

// A page that knows nothing of us: Tiptap as its manual shows it, over the stock provider.
const asked = new URLSearchParams(location.search)
const doc = new Y.Doc()
const provider = new WebsocketProvider(
  `${(asked.get('server') ?? '').replace('http', 'ws')}/sync`,
  asked.get('room') ?? '',
  doc,
  { params: { ticket: asked.get('ticket') ?? '' }, disableBc: true },
)
provider.once('sync', () => {
  // oxlint-disable-next-line no-new -- it lives in its element
  new Editor({
    element: document.getElementById('editor'),
    extensions: [Document, Paragraph, Text, Collaboration.configure({ document: doc, field: 'tiptap' })],
  })
})
