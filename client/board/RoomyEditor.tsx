import { useEffect, useId } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { LazyNoteEditor } from '../editor/LazyNoteEditor.tsx'
import { BlocksText } from '../ui/BlocksText.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { useBoardPlace, useNoteFact } from './useBoardPlace.ts'
import { useNote } from './useNote.ts'
import './RoomyEditor.css'

type RoomyEditorProps = { readonly id: NoteId; readonly onClose: () => void }

/** The same text with room to work it out: lines as long as in a letter, on phones the whole window. */
export function RoomyEditor({ id, onClose }: RoomyEditorProps) {
  const t = useTexts()
  const { store, editing, awareness, undoManager } = useBoardPlace()
  const note = useNote(store, id)
  const fact = useNoteFact(id)
  const keysId = useId()
  const fragment = store.bodyOf(id)
  useEffect(() => {
    awareness.setLocalStateField('note', id)
    return () => awareness.setLocalStateField('note', editing.get()?.id ?? null)
  }, [awareness, editing, id])
  if (!note || !fragment) return null
  const name = fact?.number ?? t('group:thisNote')
  return (
    <Dialog
      isOpen
      wide
      className="roomy"
      onClose={onClose}
      title={t('writing:elaborateTitle', { note: name })}
    >
      <LazyNoteEditor
        className="roomy-editor"
        fragment={fragment}
        awareness={awareness}
        undoManager={undoManager}
        label={t('group:textOf', { note: fact?.number ?? t('app:numberPending') })}
        describedBy={keysId}
        onDone={onClose}
        fallback={<BlocksText blocks={note.blocks} />}
      />
      <span id={keysId} hidden>
        {t('writing:textKeys')}
      </span>
    </Dialog>
  )
}
