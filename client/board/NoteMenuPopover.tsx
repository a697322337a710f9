import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { Note } from '#shared/board.ts'
import { useStore } from '../sync/useStore.ts'
import { AriaLocale } from '../ui/AriaLocale.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { toast } from '../ui/toast.ts'
import { useTexts } from '../ui/useTexts.ts'
import { useBoardPlace, useNoteFact, type OpenMenu } from './useBoardPlace.ts'
import { useNote } from './useNote.ts'
import '../ui/popover.css'

/** The menu of whichever card asked for it. */
export function NoteMenuPopover() {
  const { store, menu } = useBoardPlace()
  const open = useStore(menu)
  const note = open && store.note(open.id)
  return note ? <OpenNoteMenu key={note.id} open={open} known={note} /> : null
}

type Item = { readonly id: string; readonly label: string; readonly icon: IconName; readonly act: () => void }

function OpenNoteMenu({ open, known }: { readonly open: OpenMenu; readonly known: Note }) {
  const t = useTexts()
  const { store, actions, editing, menu, sheet, mayWrite } = useBoardPlace()
  const note = useNote(store, open.id) ?? known
  const fact = useNoteFact(open.id)
  const { id } = note
  const label = t('group:noteMenu', { note: fact?.number ?? t('app:numberPending') })
  const trash = () => {
    if (editing.get()?.id === id) editing.set(null)
    const next = neighbourInList(id) ?? document.getElementById(`write-${note.question}`)
    actions.trash(id)
    next?.focus({ preventScroll: true })
    toast(t('group:trashed', { note: fact?.number ?? t('group:thisNote') }), {
      undo: () => actions.restore(id),
    })
  }
  const details: Item = {
    id: 'details',
    label: t('group:details'),
    icon: 'info',
    act: () => sheet.set({ id, about: 'details' }),
  }
  const items: Item[] = mayWrite
    ? [
        { id: 'edit', label: t('group:edit'), icon: 'pencil', act: open.onEdit },
        { id: 'sort', label: t('group:sort'), icon: 'tag', act: () => sheet.set({ id, about: 'sort' }) },
        note.forPlenum === null
          ? { id: 'mark', label: t('group:mark'), icon: 'bookmark', act: () => actions.markForPlenum(id) }
          : { id: 'mark', label: t('group:unmark'), icon: 'bookmark-minus', act: () => actions.unmark(id) },
        details,
        { id: 'trash', label: t('group:toTray'), icon: 'inbox', act: trash },
      ]
    : [details]
  const choose = (chosen: string) => {
    menu.set(null)
    // Once the menu has given the focus back.
    setTimeout(() => items.find((item) => item.id === chosen)?.act())
  }
  return (
    <AriaLocale>
      <Popover
        className="popover"
        aria-label={label}
        triggerRef={{ current: open.button }}
        isOpen
        onOpenChange={(isOpen) => !isOpen && menu.set(null)}
        placement="bottom end"
        offset={4}
      >
        <Menu aria-label={label} autoFocus="first" onAction={(chosen) => choose(String(chosen))}>
          {items.map((item) => (
            <MenuItem key={item.id} id={item.id} className="option" textValue={item.label}>
              <Icon name={item.icon} />
              <span className="option-text">{item.label}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </AriaLocale>
  )
}

/** The card beside this one, where the focus goes when this one leaves the list. */
const neighbourInList = (id: string): HTMLElement | null => {
  const place = document.getElementById(`note-${id}`)?.closest('li')
  const beside = place?.nextElementSibling ?? place?.previousElementSibling
  return beside?.querySelector<HTMLElement>('.note[tabindex="0"]') ?? null
}
