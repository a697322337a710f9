import { useEditorState, type Editor } from '@tiptap/react'
import { useState, type PointerEvent, type ReactNode } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { Button } from '../ui/Button.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { LinkDialog } from './LinkDialog.tsx'
import './EditorToolbar.css'

type EditorToolbarProps = {
  readonly editor: Editor
  readonly tools?: ReactNode
  readonly onDone?: (() => void) | undefined
}

/** Docked under the text; a tap on it leaves caret and keyboard where they are. */
export function EditorToolbar({ editor, tools, onDone }: EditorToolbarProps) {
  const t = useTexts()
  const marks = useEditorState({ editor, selector: marksOf })
  const [isLinking, setLinking] = useState(false)
  const run = (command: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>) => () =>
    command(editor.chain().focus(undefined, { scrollIntoView: false })).run()
  return (
    <>
      <Toolbar className="editor-tools" aria-label={t('group:editorTools')} onPointerDown={keepFocus}>
        {tools}
        <Button
          variant="quiet"
          className="editor-letter"
          label={t('group:bold')}
          title={t('group:bold')}
          aria-pressed={marks.bold}
          onClick={run((chain) => chain.toggleBold())}
        >
          <b aria-hidden="true">{t('group:boldLetter')}</b>
        </Button>
        <Button
          variant="quiet"
          className="editor-letter"
          label={t('group:italic')}
          title={t('group:italic')}
          aria-pressed={marks.italic}
          onClick={run((chain) => chain.toggleItalic())}
        >
          <em aria-hidden="true">{t('group:italicLetter')}</em>
        </Button>
        <Button
          variant="quiet"
          icon="list"
          iconOnly
          label={t('group:list')}
          aria-pressed={marks.list}
          onClick={run((chain) => chain.toggleBulletList())}
        />
        <Button
          variant="quiet"
          icon="link-2"
          iconOnly
          label={t('group:link')}
          aria-pressed={marks.link}
          onClick={() => setLinking(true)}
        />
        {onDone && (
          <Button variant="quiet" className="editor-done" onClick={onDone}>
            {t('group:done')}
          </Button>
        )}
      </Toolbar>
      {isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  )
}

const keepFocus = (event: PointerEvent) => {
  if (!(event.target instanceof Element) || !event.target.closest('.editor-tools > .btn')) return
  event.preventDefault()
}

type Marks = {
  readonly bold: boolean
  readonly italic: boolean
  readonly list: boolean
  readonly link: boolean
}

const marksOf = ({ editor }: { editor: Editor }): Marks => ({
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  list: editor.isActive('bulletList'),
  link: editor.isActive('link'),
})
