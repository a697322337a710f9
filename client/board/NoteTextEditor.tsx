import { useEffect, useId } from 'react'
import type { Note } from '#shared/board.ts'
import type { KindId } from '#shared/ids.ts'
import { labelOf } from '#shared/template.ts'
import { LazyNoteEditor } from '../editor/LazyNoteEditor.tsx'
import type { DoneBy } from '../editor/NoteEditor.tsx'
import { BlocksText } from '../ui/BlocksText.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useTexts } from '../ui/useTexts.ts'
import { isLongNote } from './isLongNote.ts'
import { focusPasteBar, pasteOffer } from './paste/pasteOffer.ts'
import { useSplitNote } from './paste/useSplitNote.ts'
import { TakenLine } from './TakenLine.tsx'
import { useBoardPlace, useNoteFact } from './useBoardPlace.ts'

type NoteTextEditorProps = {
  readonly note: Note
  readonly onDone: (by: DoneBy) => void
  /** Says what is expected in an empty text; as long as there is room. */
  readonly placeholder: string
}

/** The editor of a note's text with its kind beside the tools: the same in the list and on the wall. */
export function NoteTextEditor({ note, onDone, placeholder }: NoteTextEditorProps) {
  const t = useTexts()
  const language = useLanguage()
  const { store, actions, plan, editing, sheet, awareness, undoManager } = useBoardPlace()
  const fact = useNoteFact(note.id)
  const keysId = useId()
  const offerLines = useSplitNote(note.id)
  const fragment = store.bodyOf(note.id)
  const text = <BlocksText blocks={note.blocks} />
  useEffect(() => () => pasteOffer.set(null), [])
  if (!fragment) return text
  const begun = editing.get()
  // The choice about pasted lines comes first; it gives the focus back.
  const done = (by: DoneBy) => {
    if (by !== 'right' || !focusPasteBar()) onDone(by)
  }
  const elaborate = () => {
    editing.set(null)
    sheet.set({ id: note.id, about: 'text' })
  }
  return (
    <>
      <LazyNoteEditor
        fragment={fragment}
        awareness={awareness}
        undoManager={undoManager}
        label={t('group:textOf', { note: fact?.number ?? t('app:numberPending') })}
        describedBy={keysId}
        placeholder={placeholder}
        autofocus={begun?.at ?? true}
        typed={begun?.typed}
        isChained
        onDone={done}
        onPastedLines={offerLines}
        fallback={text}
        tools={
          <>
            {isLongNote(note) && (
              <Button variant="quiet" icon="file-text" className="editor-elaborate" onClick={elaborate}>
                {t('writing:elaborate')}
              </Button>
            )}
            <Select
              label={t('group:kind')}
              hideLabel
              size="small"
              value={note.kind}
              options={plan.noteKinds.map((kind) => ({
                id: kind.id,
                label: labelOf(kind, language),
                icon: kind.icon,
              }))}
              onChange={(kind) => actions.setKind(note.id, kind as KindId)}
            />
          </>
        }
      />
      <TakenLine id={note.id} />
      <span id={keysId} hidden>
        {t('writing:editorKeys')}
      </span>
    </>
  )
}
