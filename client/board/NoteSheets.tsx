import { useEffect } from 'react'
import { useStore } from '../sync/useStore.ts'
import { fetchedApart } from '../ui/fetchedApart.tsx'
import { NoteDetails } from './NoteDetails.tsx'
import { NoteSheet } from './NoteSheet.tsx'
import { useBoardPlace } from './useBoardPlace.ts'

const loadMenu = () => import('./NoteMenuPopover.tsx')
const NoteMenuPopover = fetchedApart(async () => (await loadMenu()).NoteMenuPopover)

/** Menu and dialogs of all cards, once a page. */
export function NoteSheets() {
  const { menu } = useBoardPlace()
  const isOpen = useStore(menu) !== null
  // Once the cards stand, and before the network may go.
  useEffect(() => {
    const timer = setTimeout(() => void loadMenu().catch(() => {}), 500)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {isOpen && <NoteMenuPopover />}
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
