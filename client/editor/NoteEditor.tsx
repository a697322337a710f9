import { TextSelection } from '@tiptap/pm/state'
import { Editor, EditorContent } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type KeyboardEvent as ReactKeys,
  type ReactNode,
} from 'react'
import { flushSync } from 'react-dom'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { cleanText } from '#shared/note.ts'
import { classNames } from '../ui/classNames.ts'
import { afterPaint } from '../ui/afterPaint.ts'
import { Message } from '../ui/Message.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { EditorToolbar } from './EditorToolbar.tsx'
import { editorUndo } from './editorUndo.ts'
import { noteExtensions, rulesThatWrite, type Way } from './noteExtensions.ts'
import { cleanHtml } from './cleanHtml.ts'
import { pastedSlice } from './pasted.ts'
import { repairBody } from './repairBody.ts'
import { whenIdle } from '../sync/whenIdle.ts'
import { warmEditor } from './warmEditor.ts'
import './NoteEditor.css'

/** How editing ends: Fertig or Escape (focus belongs back on the card), or on to the next note. */
export type DoneBy = 'done' | 'escape' | Way

export type NoteEditorProps = {
  readonly fragment: Y.XmlFragment
  /** Shows the carets of others and tells them ours; without it the text is still shared. */
  readonly awareness: Awareness | null
  readonly undoManager: Y.UndoManager
  /** Accessible name of the text box. */
  readonly label: string
  readonly onDone?: ((by: DoneBy) => void) | undefined
  /** Tab and Ctrl+Enter end editing on the way to the next note; otherwise Tab leads to the tools and on. */
  readonly isChained?: boolean | undefined
  /** Letters that were typed before the editor stood; asked for once. */
  readonly typed?: (() => string) | undefined
  /** Several lines were pasted into the empty text, where they stand now. */
  readonly onPastedLines?: ((text: string) => void) | undefined
  readonly placeholder?: string | undefined
  /** Where the caret goes: the end, or the place of a tap. */
  readonly autofocus?: boolean | { readonly left: number; readonly top: number } | undefined
  readonly className?: string | undefined
  /** Further controls at the start of the toolbar, such as the kind. */
  readonly tools?: ReactNode
  readonly describedBy?: string | undefined
}

/** At the latest; most often the next moment is free. */
const toolsMs = 300

// Nobody waits for an editor when its code has just come ahead of time.
whenIdle(() => warmEditor(NoteEditor))

/** The one Tiptap of the page: mounted only on the text being edited, which stays in its place. */
export function NoteEditor(props: NoteEditorProps) {
  const {
    fragment,
    awareness,
    undoManager,
    label,
    autofocus = true,
    className,
    tools,
    describedBy,
    placeholder,
    isChained = false,
    onDone,
  } = props
  const t = useTexts()
  const [editor, setEditor] = useState<Editor | null>(null)
  const [hasTools, setTools] = useState(false)
  const [isTooLong, setTooLong] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const finish = useEffectEvent((by: DoneBy) => onDone?.(by))
  const toTools = useEffectEvent(() => {
    flushSync(() => setTools(true))
    box.current?.querySelector<HTMLElement>('.editor-tools button')?.focus()
  })
  const pasted = useEffectEvent((text: string) => props.onPastedLines?.(text))
  const firstFocus = useEffectEvent((opened: Editor) => {
    if (!autofocus) return
    const at = typeof autofocus === 'object' ? opened.view.posAtCoords(autofocus)?.pos : undefined
    const { doc, tr } = opened.state
    tr.setSelection(TextSelection.near(doc.resolve(at ?? doc.content.size), at ? 1 : -1))
    const typed = props.typed?.() ?? ''
    opened.view.dispatch(typed === '' ? tr : tr.insertText(typed))
    opened.view.focus()
  })

  useEffect(() => {
    repairBody(fragment)
    undoManager.addTrackedOrigin(ySyncPluginKey)
    const undo = editorUndo(undoManager)
    const opened = new Editor({
      extensions: noteExtensions(fragment, undo.manager, awareness, {
        onEscape: () => finish('escape'),
        onNext: isChained ? (way) => finish(way) : undefined,
        onTools: () => toTools(),
        onTooLong: () => setTooLong(true),
      }),
      // The content security policy allows no style elements; NoteEditor.css has the rules.
      injectCSS: false,
      enableInputRules: rulesThatWrite,
      enablePasteRules: false,
      enableContentCheck: false,
      onUpdate: () => setTooLong(false),
      editorProps: {
        clipboardTextParser: (text, $context) => pastedSlice($context.doc.type.schema, text),
        transformPastedHTML: cleanHtml,
        transformPastedText: cleanText,
        handlePaste: (view, event) => {
          const text = event.clipboardData?.getData('text/plain') ?? ''
          if (view.state.doc.textContent !== '' || !cleanText(text).trim().includes('\n')) return false
          // A step of undo of its own; told once it stands in the text.
          undoManager.stopCapturing()
          queueMicrotask(() => {
            undoManager.stopCapturing()
            pasted(text)
          })
          return false
        },
        handleDOMEvents: { keydown: keepKeys },
      },
    })
    setEditor(opened)
    return () => {
      opened.destroy()
      undo.release()
      setEditor(null)
    }
  }, [fragment, awareness, undoManager, isChained])

  // The text stands on the page only now: `EditorContent` has put it there.
  useEffect(() => {
    if (!editor) return
    firstFocus(editor)
    // First the caret and the frame after it, then everything around it.
    let callOff = afterPaint(() => (callOff = whenIdle(() => setTools(true), toolsMs)))
    return () => {
      callOff()
      setTools(false)
    }
  }, [editor])

  // Its own effect, so that a new name never costs the caret.
  useEffect(() => {
    editor?.setOptions({
      editorProps: {
        ...editor.options.editorProps,
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          ...(describedBy ? { 'aria-describedby': describedBy } : {}),
          ...(placeholder ? { 'aria-placeholder': placeholder, 'data-placeholder': placeholder } : {}),
          dir: 'auto',
          class: 'blocks',
        },
      },
    })
  }, [editor, label, describedBy, placeholder])

  // Escape in the tools leads back into the text, not out of it.
  const onKeyDown = (event: ReactKeys<HTMLDivElement>) => {
    const { key, target, currentTarget } = event
    if (key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return
    if (!currentTarget.contains(target) || !target.closest('.editor-tools')) return
    event.preventDefault()
    event.stopPropagation()
    editor?.view.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- listens to what bubbles out of the tools
    <div
      ref={box}
      className={classNames('note-editor nodrag nopan nowheel', className)}
      onKeyDown={onKeyDown}
    >
      <EditorContent className="note-editor-text" editor={editor} />
      {isTooLong && (
        <Message tone="bad" live>
          {t('group:tooLong')}
        </Message>
      )}
      {editor && hasTools ? (
        <EditorToolbar editor={editor} tools={tools} onDone={onDone && (() => onDone('done'))} />
      ) : (
        <div className="editor-tools-room" />
      )}
    </div>
  )
}

/** Letters, Delete and arrows belong to the text, not to the board beneath. */
const keepKeys = (_view: unknown, event: KeyboardEvent): boolean => {
  if (event.key !== 'Tab') event.stopPropagation()
  return false
}
