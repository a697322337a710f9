import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { flushSync } from 'react-dom'
import { Popover } from 'react-aria-components/Popover'
import type { Note } from '#shared/board.ts'
import { useStore } from '../sync/useStore.ts'
import { AriaLocale } from '../ui/AriaLocale.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { toast } from '../ui/toast.ts'
import { useTexts } from '../ui/useTexts.ts'
import { toggleChosen } from './choosing/noteSelection.ts'
import { useIsChosen } from './choosing/useChoosing.ts'
import { useInvite } from './together/useInvite.ts'
import { isLongNote } from './isLongNote.ts'
import { useSingleKeys } from './singleKeys.ts'
import { useBoardPlace, useNoteFact, type OpenMenu, type OpenSheet } from './useBoardPlace.ts'
import { useNote } from './useNote.ts'
import { useMoveMode } from './wall/useMoveMode.ts'
import { useWall, WallContext } from './wall/useWall.ts'
import '../ui/popover.css'
import './NoteMenuPopover.css'

/** The menu of whichever card asked for it. */
export function NoteMenuPopover() {
  const { store, menu } = useBoardPlace()
  const open = useStore(menu)
  const note = open && store.note(open.id)
  if (!note) return null
  if (!open.wall) return <OpenNoteMenu key={note.id} open={open} known={note} />
  return (
    <WallContext value={open.wall}>
      <WallNoteMenu key={note.id} open={open} known={note} />
    </WallContext>
  )
}

/** On the wall a card can be carried by keys as well: with M, and from here for whoever has turned the single keys off. */
function WallNoteMenu(menu: NoteMenuProps) {
  const { focusOn } = useWall()
  const { start } = useMoveMode()
  const hasKeys = useSingleKeys()
  const { id } = menu.open
  const move = () => {
    focusOn(id)
    start(id)
  }
  return <OpenNoteMenu {...menu} {...(hasKeys ? {} : { onMove: move })} />
}

type NoteMenuProps = {
  readonly open: OpenMenu
  readonly known: Note
  readonly onMove?: (() => void) | undefined
}

type Item = { readonly id: string; readonly label: string; readonly icon: IconName; readonly act: () => void }

const sectionNames = ['relating:menuNote', 'relating:menuOthers', 'relating:menuMore'] as const

function OpenNoteMenu({ open, known, onMove }: NoteMenuProps) {
  const t = useTexts()
  const { store, actions, editing, menu, sheet, mayWrite, isDraft, selection } = useBoardPlace()
  const note = useNote(store, open.id) ?? known
  const fact = useNoteFact(open.id)
  const invite = useInvite()
  const { id } = note
  const isChosen = useIsChosen(id)
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
  const choose: Item = {
    id: 'choose',
    label: t(isChosen ? 'choosing:unchoose' : 'choosing:choose'),
    icon: 'square-check',
    act: () => {
      flushSync(() => toggleChosen(selection, id))
      // In the list the menu gives way to a check box.
      const box = document.querySelector<HTMLElement>(`[id="note-${id}"] .choose-box > input`)
      box?.focus({ preventScroll: true })
    },
  }
  const details: Item = {
    id: 'details',
    label: t('group:details'),
    icon: 'info',
    act: () => sheet.set({ id, about: 'details' }),
  }
  const elaborate: Item = {
    id: 'elaborate',
    label: t('writing:elaborateShort'),
    icon: 'file-text',
    act: () => sheet.set({ id, about: 'text' }),
  }
  const lookHere: Item = {
    id: 'look-here',
    label: t('together:lookAtNote'),
    icon: 'users',
    act: () => invite(id),
  }
  const marking: Item =
    note.forPlenum === null
      ? { id: 'mark', label: t('group:mark'), icon: 'bookmark', act: () => actions.markForPlenum(id) }
      : { id: 'mark', label: t('group:unmark'), icon: 'bookmark-minus', act: () => actions.unmark(id) }
  const opening = (about: OpenSheet['about'], label: string, icon: IconName): Item => ({
    id: about,
    label,
    icon,
    act: () => sheet.set({ id, about }),
  })
  const sections: readonly (readonly Item[])[] = mayWrite
    ? [
        [
          { id: 'edit', label: t('group:edit'), icon: 'pencil', act: open.onEdit },
          ...(isLongNote(note) ? [elaborate] : []),
          opening('sort', t('group:sort'), 'tag'),
          ...(onMove
            ? [{ id: 'move', label: t('arranging:moveByKeys'), icon: 'keyboard', act: onMove } as const]
            : []),
          ...(isDraft ? [] : [marking, opening('comments', t('relating:comment'), 'message-square')]),
        ],
        [
          opening('similar', t('relating:findSimilar'), 'search'),
          ...(isDraft
            ? []
            : [
                opening('merge', t('relating:mergeWith'), 'merge'),
                opening('link', t('relating:linkWith'), 'link-2'),
              ]),
        ],
        [
          choose,
          ...(isDraft ? [] : [lookHere]),
          details,
          { id: 'trash', label: t('group:toTray'), icon: 'inbox', act: trash },
        ],
      ]
    : [[lookHere, opening('comments', t('relating:readComments'), 'message-square'), details]]
  const act = (chosen: string) => {
    menu.set(null)
    // Once the menu has given the focus back.
    setTimeout(() =>
      sections
        .flat()
        .find((item) => item.id === chosen)
        ?.act(),
    )
  }
  return (
    <AriaLocale>
      <Popover
        className="popover note-menu-popover"
        aria-label={label}
        triggerRef={{ current: open.button }}
        isOpen
        onOpenChange={(isOpen) => !isOpen && menu.set(null)}
        placement="bottom end"
        offset={4}
      >
        <Menu aria-label={label} autoFocus="first" onAction={(chosen) => act(String(chosen))}>
          {sections.map((items, at) => (
            <MenuSection key={items[0]?.id} aria-label={t(sectionNames[at] ?? 'relating:menuMore')}>
              {items.map((item) => (
                <MenuItem key={item.id} id={item.id} className="option" textValue={item.label}>
                  <Icon name={item.icon} />
                  <span className="option-text">{item.label}</span>
                </MenuItem>
              ))}
            </MenuSection>
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
