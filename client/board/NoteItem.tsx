import { memo, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { NoteCard } from '../ui/NoteCard.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { ChooseCorner } from './choosing/ChooseCorner.tsx'
import { toggleChosen } from './choosing/noteSelection.ts'
import { useCardLooks } from './choosing/useCardLooks.ts'
import { isDeadKey, isTypingKey } from './isTypingKey.ts'
import { nextInList } from './nextInList.ts'
import { NoteMenu } from './NoteMenu.tsx'
import { MergedFrom } from './relating/MergedFrom.tsx'
import { NoteMarks } from './relating/NoteMarks.tsx'
import { useOriginals } from './relating/useOriginals.ts'
import { NoteTextEditor } from './NoteTextEditor.tsx'
import { singleKeys } from './singleKeys.ts'
import { startTyping } from './startTyping.ts'
import { useBoardPlace, useIsEditing, useIsUnsaved, useNoteFact, useWriter } from './useBoardPlace.ts'
import { useEndOutside } from './useEndOutside.ts'
import { useFinishNote } from './useFinishNote.ts'
import { useNote } from './useNote.ts'

const isPlain = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && !shiftKey

type NoteItemProps = { readonly id: NoteId }

/** One card of the list: read, and for writers edited in its place. */
export const NoteItem = memo(function NoteItem({ id }: NoteItemProps) {
  const t = useTexts()
  const { store, plan, mayWrite, editing, selection, sheet } = useBoardPlace()
  const note = useNote(store, id)
  const fact = useNoteFact(id)
  const isEditing = useIsEditing(id)
  const writer = useWriter(id)
  const unsaved = useIsUnsaved(id)
  const merged = useOriginals(id).length
  const card = useRef<HTMLElement>(null)
  const menuKey = useRef(false)
  useCardLooks(card, id)

  const done = useFinishNote(id, {
    next: (way) => {
      const to = nextInList(store.arrangement.get(), id, way)
      return to === 'new' ? { at: null } : to
    },
    giveBack: (isGone) => {
      const back = isGone ? document.getElementById(`write-${note?.question}`) : card.current
      back?.focus()
    },
  })
  useEndOutside(card, isEditing, () => {
    if (editing.get()?.id === id) editing.set(null)
  })
  useEffect(() => {
    if (isEditing) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isEditing])
  if (!note) return null

  const start = (at?: { left: number; top: number }) => mayWrite && editing.set({ id, ...(at ? { at } : {}) })
  const onClick = (event: MouseEvent) => {
    if (isEditing || event.defaultPrevented || !(event.target instanceof Element)) return
    if (event.target.closest('a, button, label') || getSelection()?.isCollapsed === false) return
    // Only what lies in the card itself, not what a menu or dialog of it draws elsewhere.
    if (!card.current?.contains(event.target)) return
    const isMore = event.shiftKey || event.ctrlKey || event.metaKey || selection.get().size > 0
    if (mayWrite && isMore) toggleChosen(selection, id)
    else start({ left: event.clientX, top: event.clientY })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    menuKey.current = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
    if (!mayWrite || isEditing || event.target !== event.currentTarget) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) start()
    else if (event.key === ' ' && !event.shiftKey) toggleChosen(selection, id)
    else if (event.key.toLowerCase() === 'm' && singleKeys.get() && isPlain(event))
      sheet.set({ id, about: 'sort' })
    else if (isTypingKey(event)) {
      startTyping(editing, id, event.key)
      // Or the accent would be lost.
      if (isDeadKey(event)) return
    } else return
    event.preventDefault()
  }
  // The pointer has the browser's menu, with "copy" in it.
  const onContextMenu = (event: MouseEvent) => {
    if (isEditing || !menuKey.current || event.target !== event.currentTarget) return
    event.preventDefault()
    card.current?.querySelector<HTMLElement>('.note-menu')?.click()
  }
  return (
    <NoteCard
      ref={card}
      id={`note-${id}`}
      className={mayWrite ? 'writable' : ''}
      {...(mayWrite && !isEditing ? { tabIndex: 0 } : { tabIndex: -1 })}
      plan={plan}
      note={{ number: fact?.number ?? null, kind: note.kind, levels: note.levels, blocks: note.blocks }}
      clamp={!isEditing}
      editing={isEditing}
      marked={note.forPlenum !== null}
      unsaved={unsaved}
      otherPerson={writer}
      foot={merged > 0 && <MergedFrom id={id} count={merged} />}
      headEnd={
        <>
          <NoteMarks id={id} />
          <ChooseCorner id={id} number={fact?.number ?? null}>
            <NoteMenu note={note} fact={fact} onEdit={() => start()} />
          </ChooseCorner>
        </>
      }
      // Shift and a click would mark text from card to card.
      onMouseDown={(event) => {
        menuKey.current = false
        if (event.shiftKey && !isEditing) event.preventDefault()
      }}
      onContextMenu={onContextMenu}
      onClick={onClick}
      onKeyDown={onKeyDown}
      {...(isEditing
        ? { body: <NoteTextEditor note={note} onDone={done} placeholder={t('writing:placeholder')} /> }
        : {})}
    />
  )
})
