import type { NoteId } from '#shared/ids.ts'
import type { ValueStore } from '../sync/valueStore.ts'
import { isDeadKey, isLetterKey } from './isTypingKey.ts'
import type { Editing } from './useBoardPlace.ts'

/**
 * A letter typed on a chosen card opens its editor. Whoever types fast has written more by the time the editor stands:
 * those letters are kept for it. An accent is left to the browser, which puts it on the letter that follows.
 */
export const startTyping = (editing: ValueStore<Editing | null>, id: NoteId, first: string): void => {
  let letters = isDeadKey({ key: first }) ? '' : first
  const listening = new AbortController()
  const more = (event: KeyboardEvent) => {
    if (event.key === 'Backspace') letters = [...letters].slice(0, -1).join('')
    else if (isLetterKey(event)) letters += event.key
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', more, { capture: true, signal: listening.signal })
  const begun: Editing = {
    id,
    typed: () => {
      listening.abort()
      const taken = letters
      letters = ''
      return taken
    },
  }
  const end = editing.subscribe(() => {
    if (editing.get() === begun) return
    listening.abort()
    end()
  })
  editing.set(begun)
}
