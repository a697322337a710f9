import { useEffect, useEffectEvent } from 'react'
import { cleanText, maxNoteLength, type Block } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { dashedLists } from '../../editor/dashedLists.ts'
import { isTyping } from '../isTyping.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { questionInView } from '../useStartNote.ts'
import { pastedLines } from './pastedLines.ts'
import { pasteOffer } from './pasteOffer.ts'
import { placeInFocus } from './placeInFocus.ts'
import { useMakeCards, type PasteTarget } from './useMakeCards.ts'

/** Text pasted onto the board while nobody writes becomes cards: a line at once, several after a choice. */
export const useBoardPaste = (): void => {
  const { store, editing, group, mayWrite, together } = useBoardPlace()
  const make = useMakeCards()
  const makeCards = (where: PasteTarget, cards: readonly (readonly Block[])[]) => {
    const first = make(where, cards)
    // Once the card is drawn, unless something else is written by then.
    setTimeout(() => {
      if (first && !editing.get()) together.place()?.goTo({ on: first, x: 0, y: 0, question: where.question })
    })
  }
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || !mayWrite || editing.get() || isTyping(event.target)) return
    const text = cleanText(event.clipboardData?.getData('text/plain') ?? '')
    const html = event.clipboardData?.getData('text/html') ?? ''
    const lines = pastedLines(text)
    if (lines.length === 0) return
    event.preventDefault()
    const before = document.activeElement
    const where = placeInFocus(store) ?? { question: questionInView() ?? group.questions[0]?.id ?? null }
    const asOne =
      text.length > maxNoteLength ? null : async () => makeCards(where, [await blocksOfPaste(text, html)])
    if (lines.length === 1 && asOne) return void asOne()
    pasteOffer.set({
      lines,
      isPending: true,
      asMany: () => makeCards(where, lines.map(parseNoteText)),
      asOne: asOne && (() => void asOne()),
      close: () => before instanceof HTMLElement && before.focus({ preventScroll: true }),
    })
  })
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => paste(event)
    window.addEventListener('paste', onPaste)
    // Whoever begins to write has moved on.
    const end = editing.subscribe(() => pasteOffer.get()?.isPending && pasteOffer.set(null))
    return () => {
      window.removeEventListener('paste', onPaste)
      end()
    }
  }, [editing])
}

/** With lists, bold and links where the other program tells them; its code comes with the editor's. */
const blocksOfPaste = async (text: string, html: string): Promise<readonly Block[]> => {
  const plain = () => parseNoteText(dashedLists(text))
  if (html === '') return plain()
  try {
    const { htmlBlocks } = await import('../../editor/htmlBlocks.ts')
    const blocks = htmlBlocks(html)
    return blocks.length > 0 ? blocks : plain()
  } catch {
    return plain()
  }
}
