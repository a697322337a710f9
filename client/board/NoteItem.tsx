import { memo, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { NoteId } from '#shared/ids.ts'
import type { DoneBy } from '../editor/NoteEditor.tsx'
import { NoteCard } from '../ui/NoteCard.tsx'
import { NoteMenu } from './NoteMenu.tsx'
import { NoteTextEditor } from './NoteTextEditor.tsx'
import { useBoardPlace, useIsEditing, useIsUnsaved, useNoteFact, useWriter } from './useBoardPlace.ts'
import { useEndOutside } from './useEndOutside.ts'
import { useNote } from './useNote.ts'
import { useStartNote } from './useStartNote.ts'

type NoteItemProps = { readonly id: NoteId }

/** One card of the list: read, and for writers edited in its place. */
export const NoteItem = memo(function NoteItem({ id }: NoteItemProps) {
  const { store, plan, mayWrite, editing } = useBoardPlace()
  const note = useNote(store, id)
  const fact = useNoteFact(id)
  const isEditing = useIsEditing(id)
  const writer = useWriter(id)
  const unsaved = useIsUnsaved(id)
  const startNote = useStartNote()
  const card = useRef<HTMLElement>(null)

  useEndOutside(card, isEditing, () => {
    if (editing.get()?.id === id) editing.set(null)
  })
  useEffect(() => {
    if (isEditing) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isEditing])
  if (!note) return null

  const start = (at?: { left: number; top: number }) => mayWrite && editing.set({ id, ...(at ? { at } : {}) })
  const done = (by: DoneBy) => {
    const isEmpty = store.note(id)?.isEmpty ?? true
    editing.set(null)
    if (by === 'next' && !isEmpty)
      startNote({ question: note.question, cluster: note.cluster, kind: note.kind })
    else if (isEmpty) document.getElementById(`write-${note.question}`)?.focus()
    else card.current?.focus()
  }
  const onClick = (event: MouseEvent) => {
    if (isEditing || event.defaultPrevented || !(event.target instanceof Element)) return
    if (event.target.closest('a, button') || getSelection()?.isCollapsed === false) return
    // Only what lies in the card itself, not what a menu or dialog of it draws elsewhere.
    if (card.current?.contains(event.target)) start({ left: event.clientX, top: event.clientY })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return
    event.preventDefault()
    start()
  }
  return (
    <NoteCard
      ref={card}
      id={`note-${id}`}
      className={mayWrite ? 'writable' : undefined}
      {...(mayWrite && !isEditing ? { tabIndex: 0 } : { tabIndex: -1 })}
      plan={plan}
      note={{ number: fact?.number ?? null, kind: note.kind, levels: note.levels, blocks: note.blocks }}
      clamp={!isEditing}
      editing={isEditing}
      marked={note.forPlenum !== null}
      unsaved={unsaved}
      otherPerson={writer}
      headEnd={<NoteMenu note={note} fact={fact} onEdit={() => start()} />}
      onClick={onClick}
      onKeyDown={onKeyDown}
      {...(isEditing ? { body: <NoteTextEditor note={note} onDone={done} /> } : {})}
    />
  )
})
