import { useContext, useSyncExternalStore } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { Button } from '../ui/Button.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { useBoardPlace } from './useBoardPlace.ts'
import { WallContext } from './wall/useWall.ts'

type NoteMenuProps = {
  readonly note: { readonly id: NoteId }
  readonly fact: { readonly number: string; readonly author: string } | null
  readonly onEdit: () => void
}

/** The three dots of a card; the menu itself is the page's (NoteMenuPopover). */
export function NoteMenu({ note, fact, onEdit }: NoteMenuProps) {
  const t = useTexts()
  const { menu } = useBoardPlace()
  const wall = useContext(WallContext)
  const isOpen = useSyncExternalStore(menu.subscribe, () => menu.get()?.id === note.id)
  return (
    <Button
      className="note-menu"
      variant="quiet"
      size="small"
      icon="ellipsis"
      iconOnly
      label={t('group:noteMenu', { note: fact?.number ?? t('app:numberPending') })}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={(event) => menu.set({ id: note.id, button: event.currentTarget, onEdit, wall })}
    />
  )
}
