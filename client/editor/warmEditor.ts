import { Editor } from '@tiptap/react'
import * as Y from 'yjs'
import { editorUndo } from './editorUndo.ts'
import { noteExtensions } from './noteExtensions.ts'

/** Opens an editor that nobody sees and closes it again: the first one costs twice as much as all that follow. */
export const warmEditor = (): void => {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('text')
  const undo = editorUndo(new Y.UndoManager(fragment))
  const keys = { onEscape: () => undefined, onTooLong: () => undefined }
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: noteExtensions(fragment, undo.manager, null, keys),
    injectCSS: false,
    enableContentCheck: false,
  })
  editor.destroy()
  undo.release()
  doc.destroy()
}
