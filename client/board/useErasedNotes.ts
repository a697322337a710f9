import { useEffect, useEffectEvent } from 'react'
import type { NoteId, QuestionId } from '#shared/ids.ts'
import type { Room } from '../sync/openRoom.ts'
import { toast } from '../ui/toast.ts'
import { useTexts } from '../ui/useTexts.ts'
import { holdKeys } from './holdKeys.ts'
import type { BoardPlace } from './useBoardPlace.ts'
import { watchErased } from './watchErased.ts'

/** What was erased for good goes from this page as well: no undo reaches it, and nothing of it stays open. */
export const useErasedNotes = (room: Room | null, place: BoardPlace | null): void => {
  const t = useTexts()
  const forget = useEffectEvent((erased: ReadonlySet<NoteId>) => {
    if (!place) return
    const { undoManager, editing, sheet, menu, store } = place
    undoManager.clear()
    const isGone = (open: { readonly id: NoteId } | null) => open !== null && erased.has(open.id)
    if (isGone(menu.get())) menu.set(null)
    if (isGone(sheet.get())) sheet.set(null)
    const own = editing.get()
    if (!own || !isGone(own)) return
    const question = store.note(own.id)?.question
    const wasHere = document.activeElement?.closest(`[id="note-${own.id}"]`)
    holdKeys()
    editing.set(null)
    toast(t('group:erasedWhileOpen'))
    if (wasHere) setTimeout(() => focusNear(question ?? null))
  })
  useEffect(() => (room && place ? watchErased(room.doc, forget) : undefined), [room, place])
}

/** Where the next card of this question begins; on the wall the page itself. */
const focusNear = (question: QuestionId | null) => {
  const near = document.getElementById(`write-${question}`) ?? document.getElementById('notes')
  near?.focus({ preventScroll: true })
}
