import type { NoteId } from '#shared/ids.ts'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { pastedLines } from './pastedLines.ts'
import { pasteOffer, type PasteOffer } from './pasteOffer.ts'
import { splitNote } from './splitNote.ts'

/** Several lines were pasted into an empty note: they stay in it, or each becomes a card. */
export const useSplitNote = (id: NoteId): ((text: string) => void) => {
  const t = useTexts()
  const place = useBoardPlace()
  const { store, editing, undoManager, together } = place
  return (text) => {
    const lines = pastedLines(text)
    if (lines.length < 2) return
    const stay = () => document.querySelector<HTMLElement>(`[id="note-${id}"] .ProseMirror`)?.focus()
    const split = () => {
      const question = store.note(id)?.question ?? null
      editing.set(null)
      const { length } = splitNote(place, id, lines)
      if (length === 0) return
      toast(t('writing:madeMany', { count: length }), { undo: () => undoManager.undo() })
      setTimeout(() => together.place()?.goTo({ on: id, x: 0, y: 0, question }))
    }
    const offer: PasteOffer = { lines, isPending: false, asMany: split, asOne: stay, close: stay }
    pasteOffer.set(offer)
    // Whoever goes on writing has chosen.
    const end = store.subscribeNote(id, () => {
      end()
      if (pasteOffer.get() === offer) pasteOffer.set(null)
    })
  }
}
