import type { Note } from '#shared/board.ts'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { toast } from '../ui/toast.ts'
import { useTexts } from '../ui/useTexts.ts'
import { useBoardPlace } from './useBoardPlace.ts'

type NoteMenuProps = {
  readonly note: Note
  readonly fact: { readonly number: string; readonly author: string } | null
  readonly onEdit: () => void
}

/** The three dots of a card. */
export function NoteMenu({ note, fact, onEdit }: NoteMenuProps) {
  const t = useTexts()
  const { actions, editing, sheet, mayWrite } = useBoardPlace()
  const number = fact?.number ?? t('common:numberPending')

  const trash = () => {
    if (editing.get()?.id === note.id) editing.set(null)
    actions.trash(note.id)
    toast(t('group:trashed', { note: fact?.number ?? t('group:thisNote') }), {
      undo: () => actions.restore(note.id),
    })
  }
  const details: MenuItem = {
    id: 'details',
    label: t('group:details'),
    icon: 'info',
    onAction: () => sheet.set({ id: note.id, about: 'details' }),
  }
  const items: MenuItem[] = mayWrite
    ? [
        // Once the menu has given the focus back.
        { id: 'edit', label: t('group:edit'), icon: 'pencil', onAction: () => setTimeout(onEdit) },
        {
          id: 'sort',
          label: t('group:sort'),
          icon: 'tag',
          onAction: () => sheet.set({ id: note.id, about: 'sort' }),
        },
        note.forPlenum === null
          ? {
              id: 'mark',
              label: t('group:mark'),
              icon: 'bookmark',
              onAction: () => actions.markForPlenum(note.id),
            }
          : {
              id: 'mark',
              label: t('group:unmark'),
              icon: 'bookmark-minus',
              onAction: () => actions.unmark(note.id),
            },
        details,
        { id: 'trash', label: t('group:toTray'), icon: 'inbox', onAction: trash },
      ]
    : [details]
  return (
    <Menu
      label={t('group:noteMenu', { note: number })}
      className="note-menu"
      variant="quiet"
      size="small"
      icon="ellipsis"
      iconOnly
      placement="bottom end"
      items={items}
    />
  )
}
