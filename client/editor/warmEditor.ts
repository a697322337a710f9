import { createElement, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import { afterPaint } from '../ui/afterPaint.ts'
import { whenIdle } from '../sync/whenIdle.ts'
import type { NoteEditorProps } from './NoteEditor.tsx'

/** With all the kinds of letters that texts are written in. */
const everything = () => {
  const line = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  line.insert(0, [text])
  text.insert(0, 'Aa')
  text.insert(2, 'Aa', { bold: true })
  text.insert(4, 'Aa', { italic: true })
  return line
}

/**
 * Opens an editor that nobody sees, with its tools, and closes it again: the first one costs twice as much as all that
 * follow, and its letters may have to be fetched.
 */
export const warmEditor = (NoteEditor: ComponentType<NoteEditorProps>): void => {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('text')
  fragment.insert(0, [everything()])
  const undoManager = new Y.UndoManager(fragment)
  const host = document.createElement('div')
  host.className = 'editor-warming'
  host.inert = true
  host.ariaHidden = 'true'
  document.body.append(host)
  const root = createRoot(host)
  root.render(
    createElement(NoteEditor, { fragment, awareness: null, undoManager, label: '', autofocus: false }),
  )
  const end = () => {
    root.unmount()
    host.remove()
    undoManager.destroy()
    doc.destroy()
  }
  // Once for the text, once for its tools, which come when nothing else is to be done.
  afterPaint(() => void whenIdle(() => void afterPaint(() => void whenIdle(end))))
}
