import type { Note } from '#shared/board.ts'
import type { KindId } from '#shared/ids.ts'
import { labelOf } from '#shared/template.ts'
import { LazyNoteEditor } from '../editor/LazyNoteEditor.tsx'
import type { DoneBy } from '../editor/NoteEditor.tsx'
import { BlocksText } from '../ui/BlocksText.tsx'
import { Select } from '../ui/Select.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useTexts } from '../ui/useTexts.ts'
import { useBoardPlace, useNoteFact } from './useBoardPlace.ts'

type NoteTextEditorProps = { readonly note: Note; readonly onDone: (by: DoneBy) => void }

/** The editor of a note's text with its kind beside the tools: the same in the list and on the wall. */
export function NoteTextEditor({ note, onDone }: NoteTextEditorProps) {
  const t = useTexts()
  const language = useLanguage()
  const { store, actions, plan, editing, awareness, undoManager } = useBoardPlace()
  const fact = useNoteFact(note.id)
  const fragment = store.bodyOf(note.id)
  const text = <BlocksText blocks={note.blocks} />
  if (!fragment) return text
  return (
    <LazyNoteEditor
      fragment={fragment}
      awareness={awareness}
      undoManager={undoManager}
      label={t('group:textOf', { note: fact?.number ?? t('app:numberPending') })}
      autofocus={editing.get()?.at ?? true}
      onDone={onDone}
      fallback={text}
      tools={
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
      }
    />
  )
}
