import { memo, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { KindId, NoteId } from '#shared/ids.ts'
import { labelOf } from '#shared/template.ts'
import { LazyNoteEditor } from '../editor/LazyNoteEditor.tsx'
import type { DoneBy } from '../editor/NoteEditor.tsx'
import { BlocksText } from '../ui/BlocksText.tsx'
import { NoteCard } from '../ui/NoteCard.tsx'
import { Select } from '../ui/Select.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useTexts } from '../ui/useTexts.ts'
import { NoteMenu } from './NoteMenu.tsx'
import { useBoardPlace, useIsEditing, useIsUnsaved, useNoteFact, useWriter } from './useBoardPlace.ts'
import { useEndOutside } from './useEndOutside.ts'
import { useNote } from './useNote.ts'
import { useStartNote } from './useStartNote.ts'

type NoteItemProps = { readonly id: NoteId }

/** One card of the list: read, and for writers edited in its place. */
export const NoteItem = memo(function NoteItem({ id }: NoteItemProps) {
  const t = useTexts()
  const language = useLanguage()
  const { store, actions, plan, mayWrite, editing, awareness, undoManager } = useBoardPlace()
  const note = useNote(store, id)
  const fact = useNoteFact(id)
  const isEditing = useIsEditing(id)
  const writer = useWriter(id)
  const unsaved = useIsUnsaved(id)
  const startNote = useStartNote()
  const card = useRef<HTMLElement>(null)
  const fragment = isEditing ? store.bodyOf(id) : null

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
  const name = fact?.number ?? t('app:numberPending')
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
      {...(fragment
        ? {
            body: (
              <LazyNoteEditor
                fragment={fragment}
                awareness={awareness}
                undoManager={undoManager}
                label={t('group:textOf', { note: name })}
                autofocus={editing.get()?.at ?? true}
                onDone={done}
                fallback={<BlocksText blocks={note.blocks} />}
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
                    onChange={(kind) => actions.setKind(id, kind as KindId)}
                  />
                }
              />
            ),
          }
        : {})}
    />
  )
})
