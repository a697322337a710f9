import { useStore } from '../sync/useStore.ts'
import { NoteDetails } from './NoteDetails.tsx'
import { NoteMenuPopover } from './NoteMenuPopover.tsx'
import { NoteSheet } from './NoteSheet.tsx'
import { useBoardPlace } from './useBoardPlace.ts'

/** Menu and dialogs of all cards, once a page. */
export function NoteSheets() {
  return (
    <>
      <NoteMenuPopover />
      <OpenSheet />
    </>
  )
}

function OpenSheet() {
  const { sheet } = useBoardPlace()
  const open = useStore(sheet)
  if (!open) return null
  const close = () => {
    sheet.set(null)
    // The menu that opened it is long gone, and the card may stand elsewhere now.
    setTimeout(() => document.querySelector<HTMLElement>(`[id="note-${open.id}"] .note-menu`)?.focus())
  }
  return open.about === 'sort' ? (
    <NoteSheet id={open.id} onClose={close} />
  ) : (
    <NoteDetails id={open.id} onClose={close} />
  )
}
