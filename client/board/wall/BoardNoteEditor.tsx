import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { useStore } from '@xyflow/react'
import type { NoteId } from '#shared/ids.ts'
import { clamp } from './boxes.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { NoteTextEditor } from '../NoteTextEditor.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useNote } from '../useNote.ts'
import { giveFocusBack } from '../giveFocusBack.ts'
import { useFinishNote } from '../useFinishNote.ts'
import { nextOnWall } from './nextOnWall.ts'
import { useWall } from './useWall.ts'

/** The editor in a card of the wall; its tools are docked below the card, or above where there is no room. */
export function BoardNoteEditor({ id }: { readonly id: NoteId }) {
  const t = useTexts()
  const { store, editing } = useBoardPlace()
  const note = useNote(store, id)
  const { layout, metrics, current, focusOn } = useWall()
  const box = useRef<HTMLDivElement>(null)
  useDocking(box)
  useStayInView(id)

  const done = useFinishNote(id, {
    next: (way) => nextOnWall(layout.get(), metrics, id, way),
    // When it is gone, the wall chooses another.
    giveBack: (isGone) => {
      if (isGone) return
      // At once: the next key may be an arrow. It comes into view when it is a card again.
      focusOn(id, { pan: false })
      giveFocusBack(() => !editing.get() && current.get() === id && focusOn(id))
    },
  })
  return (
    <div ref={box} className="board-editor">
      {note && <NoteTextEditor note={note} onDone={done} placeholder={t('writing:placeholderShort')} />}
    </div>
  )
}

/** When a keyboard takes its part of the window, the card moves into what is left. */
const useStayInView = (id: NoteId) => {
  const { showForWriting } = useWall()
  const height = useStore((flow) => flow.height)
  const before = useRef(height)
  useEffect(() => {
    if (height < before.current) showForWriting(id)
    before.current = height
  }, [id, height, showForWriting])
}

const toolGap = 8
const footRoom = 24
/** The head of the zone, that of the card, and some air. */
const besidesText = 84 + 44 + toolGap + footRoom
const leastText = 72

/**
 * Docks the tools where the window has room for them, always in their own size. Sets custom properties itself:
 * drawing anew with every step of the wheel would be too much.
 */
const useDocking = (box: RefObject<HTMLDivElement | null>) => {
  const view = useStore(({ transform }) => transform)
  useLayoutEffect(() => {
    const editor = box.current
    const surface = editor?.closest('.board-surface')
    // Not by a ref from above: a new card is written in before it has one.
    const card = editor?.closest('.board-note')
    if (!editor || !surface || !card) return
    const zoom = view[2]
    editor.style.setProperty('--unscale', String(1 / zoom))
    const dock = () => {
      const tools = editor.querySelector<HTMLElement>('.editor-tools')
      if (!tools) return
      const place = card.getBoundingClientRect()
      const room = surface.getBoundingClientRect()
      // A long text scrolls in its card, so that caret and tools fit into the window together.
      const textRoom = room.height - tools.offsetHeight - besidesText
      editor.style.setProperty('--text-room', `${Math.max(leastText, textRoom) / zoom}px`)
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
      // Of a card that ends below the window they stand at the window's foot, above the credit of the canvas.
      const hidden = isAbove ? 0 : place.bottom + tools.offsetHeight + toolGap + footRoom - room.bottom
      editor.style.setProperty('--tools-y', `${-Math.max(0, hidden) / zoom}px`)
    }
    const observer = new ResizeObserver(dock)
    observer.observe(card)
    observer.observe(surface)
    // Asked when the page is laid out anyway, and before anything is painted.
    const arrival = new MutationObserver(() => {
      const tools = editor.querySelector('.editor-tools')
      if (tools) observer.observe(tools)
    })
    arrival.observe(editor, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      arrival.disconnect()
    }
  }, [box, view])
}
