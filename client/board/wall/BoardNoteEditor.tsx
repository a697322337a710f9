import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useStore } from '@xyflow/react'
import type { Note } from '#shared/board.ts'
import type { DoneBy } from '../../editor/NoteEditor.tsx'
import { clamp } from './boxes.ts'
import { NoteTextEditor } from '../NoteTextEditor.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useStartNote } from '../useStartNote.ts'
import { useWall } from './useWall.ts'

type BoardNoteEditorProps = { readonly note: Note; readonly card: RefObject<HTMLElement | null> }

/** The editor in a card of the wall; its tools are docked below the card, or above where there is no room. */
export function BoardNoteEditor({ note, card }: BoardNoteEditorProps) {
  const { store, editing } = useBoardPlace()
  const { focusOn } = useWall()
  const startNote = useStartNote()
  const box = useRef<HTMLDivElement>(null)
  useDocking(box, card)

  const done = (by: DoneBy) => {
    const now = store.note(note.id)
    const isEmpty = now?.isEmpty ?? true
    editing.set(null)
    if (by === 'next' && !isEmpty)
      startNote({ question: note.question, cluster: note.cluster, kind: note.kind })
    // The card takes the focus back once it is a card again; an empty one is gone, and the wall chooses another.
    else if (!isEmpty) setTimeout(() => focusOn(note.id))
  }
  return (
    <div ref={box} className="board-editor">
      <NoteTextEditor note={note} onDone={done} />
    </div>
  )
}

const toolGap = 8

/**
 * Docks the tools where the window has room for them, always in their own size. Sets custom properties itself:
 * drawing anew with every step of the wheel would be too much.
 */
const useDocking = (box: RefObject<HTMLDivElement | null>, card: RefObject<HTMLElement | null>) => {
  const view = useStore(({ transform }) => transform)
  useLayoutEffect(() => {
    const editor = box.current
    const surface = editor?.closest('.board-surface')
    if (!editor || !surface || !card.current) return
    const zoom = view[2]
    editor.style.setProperty('--unscale', String(1 / zoom))
    const dock = () => {
      const tools = editor.querySelector<HTMLElement>('.editor-tools')
      const place = card.current?.getBoundingClientRect()
      if (!place || !tools) return
      const room = surface.getBoundingClientRect()
      const isAbove =
        place.bottom + tools.offsetHeight + 2 * toolGap > room.bottom &&
        place.top - tools.offsetHeight - 2 * toolGap > room.top
      editor.dataset['tools'] = isAbove ? 'above' : 'below'
      const left = clamp(
        place.left,
        room.left + toolGap,
        Math.max(room.left, room.right - tools.offsetWidth - toolGap),
      )
      editor.style.setProperty('--tools-x', `${(left - place.left) / zoom}px`)
    }
    const observer = new ResizeObserver(dock)
    observer.observe(card.current)
    const arrival = new MutationObserver(dock)
    arrival.observe(editor, { childList: true, subtree: true })
    dock()
    return () => {
      observer.disconnect()
      arrival.disconnect()
    }
  }, [box, card, view])
}
