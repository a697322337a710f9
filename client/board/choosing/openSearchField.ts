import { flushSync } from 'react-dom'
import { isLetterKey } from '../isTypingKey.ts'
import type { BoardPlace } from '../useBoardPlace.ts'

export const searchFieldId = 'search-field'
const searchField = () => document.getElementById(searchFieldId) as HTMLInputElement | null

/** Shows the search field and puts the caret in it, in the same turn as the tap: phones open their keyboard only then. */
export const openSearchField = (place: Pick<BoardPlace, 'search' | 'filter'>): void => {
  flushSync(() => place.search.open.set('asked'))
  const field = searchField()
  if (!field) return keepLetters(place)
  field.focus()
  field.select()
}

/** The field came late: the caret goes behind what was typed meanwhile. */
export const focusSearchField = (): void => {
  const field = searchField()
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
}

/** The first time the field is still fetched. Whoever types fast has written a word by then, and no letter means a key of the page. */
const keepLetters = ({ search, filter }: Pick<BoardPlace, 'search' | 'filter'>) => {
  const listening = new AbortController()
  const keep = (event: KeyboardEvent) => {
    if (searchField() || search.open.get() === null) return listening.abort()
    if (!isLetterKey(event)) return
    const now = filter.get()
    filter.set({ ...now, text: now.text + event.key })
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', keep, { capture: true, signal: listening.signal })
}
